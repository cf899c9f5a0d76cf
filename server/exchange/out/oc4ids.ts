import type { Day } from '../../api/day';
import { SectorCode } from '../../api/identity';
import { formatYuan } from '../../api/money';
import { Turns } from '../../api/turns';
import type { Facts } from '../../catalogue/facts';
import { fundingSourceNames } from '../../funding/funding.entity';
import type { OpenLedger } from '../../ledgers/open';
import type { WorkRow } from '../../ledgers/work-columns';
import { Stage } from '../../portfolio/facts.entity';
import { actualDates } from '../../portfolio/history';
import type { Reference } from '../../portfolio/reference';
import { RegionKind } from '../../portfolio/reference.entity';
import type { PackOc4ids } from '../pack/types';
import { isMadeUp } from './table';

/** Codes of the standard's projectSector list. */
const SECTORS: Readonly<Record<SectorCode, readonly string[]>> = {
  ECOLOGY: ['waterAndWaste'], WATER: ['waterAndWaste', 'naturalResources'], URBAN: ['waterAndWaste'], HOUSING: ['waterAndWaste'],
  RESOURCES: ['naturalResources'], COMMERCE: ['waterAndWaste'],
};

const STATUS: Readonly<Record<Stage, string>> = { PREPARATION: 'preparation', CONSTRUCTION: 'implementation', COMPLETED: 'completion' };

/** The beginning of a day in the office's time. */
const instantOf = (day: Day): string => `${day}T00:00:00+08:00`;
const amountOf = (fen: number | bigint): { amount: number; currency: 'CNY' } => ({ amount: Number(formatYuan(fen)), currency: 'CNY' });

/** The standard knows no empty lists, texts or objects: what is not known is left out. */
function compact<T extends object>(object: T): Partial<T> | undefined {
  const said = Object.entries(object).filter(([, value]) => value !== null && value !== undefined && value !== '' && !(Array.isArray(value) && !value.length));
  return said.length ? (Object.fromEntries(said) as Partial<T>) : undefined;
}

/**
 * Where project identifiers begin. Without a prefix that the city has registered with the standard's helpdesk they are
 * local ones: no more than unique by the city's GB/T 2260 code.
 */
function prefixOf(reference: Reference): string {
  const registered = reference.setting<PackOc4ids>('oc4ids')?.prefix;
  const city = reference.regions.find(({ kind }) => kind === RegionKind.MUNICIPALITY);
  return registered ?? `local-${city?.adcode ?? 'unknown'}`;
}

/** A completion that nobody has confirmed yet is none in official papers. */
const isCompleted = ({ work: { standing } }: WorkRow): boolean => standing.stage === Stage.COMPLETED && !standing.unverified;

function descriptionOf(row: WorkRow, madeUp: readonly string[]): string {
  const { work: { sheet: { project, stages }, standing }, day } = row;
  const waiting = standing.unverified ? `已于${actualDates(stages, day).finish}报完工，尚待核定，不计完工。` : null;
  const samples = madeUp.length ? `样例数据：${madeUp.join('、')}为演示编造，不是实际数据。` : null;
  return [project.content && `${project.content.replace(/。$/, '')}。`, project.scale && `建设规模：${project.scale}。`, standing.suspended && '目前停工。', waiting, samples].filter(Boolean).join('');
}

function milestonesOf(row: WorkRow): object[] {
  const { work: { sheet: { project, stages }, standing }, day } = row;
  const { start, finish } = actualDates(stages, day);
  const milestone = (id: string, title: string, due: Day | null, met: Day | null, waits: boolean) => {
    if (due === null && met === null) return [];
    const status = met !== null ? 'met' : waits ? null : due! < day ? 'notMet' : 'scheduled';
    return [compact({ id, title, type: 'delivery', dueDate: due && instantOf(due), dateMet: met && instantOf(met), status })!];
  };
  return [
    ...milestone('start', '开工', project.plannedStart, start, false),
    ...milestone('finish', '完工', project.plannedFinish, isCompleted(row) ? finish : null, standing.unverified),
  ];
}

function budgetOf({ work: { sheet: { project }, standing } }: WorkRow): object | undefined {
  const planned = [...standing.fundsBySource].filter(([, funds]) => funds.planned > 0n);
  return compact({
    amount: project.investment === null ? null : amountOf(project.investment),
    budgetBreakdowns: planned.length ? [{
      id: 'source', description: '按资金来源（计划资金）',
      budgetBreakdown: planned.map(([source, { planned: sum }]) => ({ id: source, description: fundingSourceNames[source], amount: amountOf(sum) })),
    }] : null,
  });
}

function locationsOf({ work: { sheet: { project, leadRegion, regions } } }: WorkRow, city: string | null): object[] {
  const address = (name: string) => compact({ locality: name, region: city, countryName: '中国' });
  const point = project.lon === null || project.lat === null ? null : { type: 'Point', coordinates: [project.lon, project.lat] };
  return [leadRegion, ...regions.filter(({ id }) => id !== leadRegion.id)]
    .map(({ adcode, name }, i) => compact({ id: adcode, description: name, geometry: i === 0 ? point : null, address: address(name) })!);
}

/** The period as planned; how it went is told by milestones and completion. */
const periodOf = ({ work: { sheet: { project: { plannedStart, plannedFinish } } } }: WorkRow): object | undefined =>
  compact({ startDate: plannedStart && instantOf(plannedStart), endDate: plannedFinish && instantOf(plannedFinish) });

/** A work as a project of the standard. */
function projectOf(row: WorkRow, reference: Reference, madeUp: readonly string[]): object {
  const { work: { sheet: { project, category, stages }, standing }, day } = row;
  const city = reference.setting<{ city: string }>('programme')?.city ?? null;
  const owner = project.ownerUnit === null ? null : { id: 'owner', name: project.ownerUnit };
  const completed = isCompleted(row);
  return compact({
    id: `${prefixOf(reference)}-${project.code}`,
    language: 'zh',
    identifiers: [{ scheme: 'programme', id: project.code }, ...(project.nationalCode === null ? [] : [{ scheme: 'GB/T 40058', id: project.nationalCode }])],
    title: `${project.sample ? '【样例】' : ''}${project.name}`,
    description: descriptionOf(row, madeUp),
    status: STATUS[standing.unverified ? Stage.CONSTRUCTION : standing.stage],
    period: periodOf(row),
    sector: SECTORS[project.sectorCode],
    type: reference.setting<PackOc4ids>('oc4ids')?.types[category.code],
    additionalClassifications: [
      { scheme: 'programme-sector', id: project.sectorCode, description: reference.sectorByCode.get(project.sectorCode)?.name },
      { scheme: 'programme-category', id: category.code, description: category.name },
    ],
    locations: locationsOf(row, city),
    budget: budgetOf(row),
    publicAuthority: owner,
    parties: owner && [{ ...owner, roles: ['publicAuthority'] }],
    milestones: milestonesOf(row),
    completion: completed ? { endDate: instantOf(actualDates(stages, day).finish!) } : null,
  })!;
}

/** Where and when a package is published. */
export interface Publication {
  /** Of this very package. */
  uri: string;
  /** When its contents last changed. */
  publishedDate: Date;
}

/**
 * The works as a project package of the Open Contracting for Infrastructure Data Standard 0.9. Completions count when they
 * are confirmed: the others stay in implementation, say so in their description, and are counted in `summary`, which the
 * standard lets a publisher add. Made-up values are named in the description, invented works in the title.
 * @param ledger the overall ledger, with a row at least
 */
export async function* oc4idsPackage(ledger: OpenLedger, { reference }: Facts, { uri, publishedDate }: Publication): AsyncGenerator<string> {
  const rows = ledger.rows.map(({ row }) => row as WorkRow);
  const programme = reference.setting<{ city: string; name: string }>('programme');
  const count = (test: (row: WorkRow) => boolean) => rows.reduce((sum, row) => sum + Number(test(row)), 0);
  const head = {
    uri, version: '0.9', publishedDate: publishedDate.toISOString(),
    publisher: { name: programme ? `${programme.city}“${programme.name}”专班` : '专班' },
    summary: {
      asOf: ledger.day, projects: rows.length, completed: count(isCompleted), completionsAwaitingConfirmation: count(({ work }) => work.standing.unverified),
      sampleProjects: count(({ work }) => work.sheet.project.sample),
    },
  };
  yield `${JSON.stringify(head).slice(0, -1)},"projects":[`;
  const turns = new Turns();
  for (const [i, row] of rows.entries()) {
    const madeUp = ledger.columns.filter((column) => isMadeUp(column, row as never)).map(({ title }) => title);
    yield `${i ? ',' : ''}\n${JSON.stringify(projectOf(row, reference, madeUp))}`;
    if (turns.due) await turns.next();
  }
  yield '\n]}\n';
}
