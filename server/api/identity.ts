import { registerEnumType } from 'type-graphql';

/** What a person or a screen is in the programme; the policy table speaks of these. */
export enum Role {
  ADMIN = 'ADMIN',
  TASK_FORCE = 'TASK_FORCE',
  DEPARTMENT = 'DEPARTMENT',
  COUNTY = 'COUNTY',
  LEADER = 'LEADER',
  KIOSK = 'KIOSK',
}
registerEnumType(Role, {
  name: 'Role',
  description: 'What an account is in the programme.',
  valuesConfig: {
    ADMIN: { description: 'Keeps users and passwords; no say over the works.' },
    TASK_FORCE: { description: 'The task-force office (专班办公室).' },
    DEPARTMENT: { description: 'A municipal department; with a sector it answers for that sector.' },
    COUNTY: { description: "A county team, for its region's works." },
    LEADER: { description: 'A leader: reads everything.' },
    KIOSK: { description: 'A wall screen: the maps only.' },
  },
});

/** The six sectors of the programme (领域). */
export enum SectorCode {
  ECOLOGY = 'ECOLOGY',
  WATER = 'WATER',
  URBAN = 'URBAN',
  HOUSING = 'HOUSING',
  RESOURCES = 'RESOURCES',
  COMMERCE = 'COMMERCE',
}
registerEnumType(SectorCode, {
  name: 'SectorCode',
  description: 'The six sectors of the programme (领域).',
  valuesConfig: {
    ECOLOGY: { description: '生态环境' },
    WATER: { description: '水利' },
    URBAN: { description: '城市管理' },
    HOUSING: { description: '住房和城乡建设' },
    RESOURCES: { description: '规划和自然资源' },
    COMMERCE: { description: '商务与开发区' },
  },
});

/** Who is signed in: what every permission is decided by. */
export interface Identity {
  userId: number;
  username: string;
  role: Role;
  /** The region of a county team. */
  regionId: number | null;
  adcode: string | null;
  /** The department of a department account, and its sector if it has one. */
  departmentId: number | null;
  sector: SectorCode | null;
  /** The session or token that it came by, e.g. "session:12". */
  credential: string;
}

/** Who a change is recorded under. */
export interface Actor {
  name: string;
  userId: number | null;
}
