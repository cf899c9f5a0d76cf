import { addDays, type Day } from '../../server/api/day';
import type { SectorCode } from '../../server/api/identity';
import { FundingKind, FundingSource, type FundingEntry, type FundingPlan } from '../../server/funding/funding.entity';
import { ProcedureKind, ProcedureStatus, Stage, StageEventStatus, type Procedure, type ProgressEntry, type StageEvent, type Suspension } from '../../server/portfolio/facts.entity';
import type { Project } from '../../server/portfolio/project.entity';
import { Chance } from '../../server/packs/generate/random';

/** The ids that works refer to. */
export interface Places {
  regions: readonly { id: number; shortName: string }[];
  sectors: readonly SectorCode[];
  categories: readonly number[];
  /** The first stands for a usual list, the second for the rare one. */
  lists: readonly [number, number];
  departments: readonly number[];
}

/** Which of the works are rare: on the second list, and with a word of their own in the name. */
export type Rare = (index: number) => boolean;

type Below<T> = Omit<T, 'id' | 'nodeId' | 'projectId' | 'project' | 'projectRow'>;
/** A work with every row below it, as the entities have them, without keys. */
export interface MadeUpWork {
  project: Omit<Project, 'id' | 'nodeId' | 'location' | 'leadRegionRow' | 'categoryRow'>;
  regionIds: number[];
  listIds: number[];
  stages: Below<StageEvent>[];
  suspensions: Below<Suspension>[];
  progress: Below<ProgressEntry>[];
  procedures: Omit<Below<Procedure>, 'heldByRow'>[];
  plans: Below<FundingPlan>[];
  entries: Omit<Below<FundingEntry>, 'reversesRow'>[];
}

const RIVERS = ['砾溪', '小砾溪', '柳湾河', '石桥渠', '南涧', '北涧', '东沟', '西沟', '清源泉', '白鹭湖'];
const KINDS = ['河道清淤', '雨污分流', '管网改造', '生态修复', '堤岸护砌', '人工湿地', '污水处理厂提标', '排污口整治', '截污干管', '水系连通'];
const UNITS = ['水利建设有限公司', '城投集团', '住建局项目办', '水务中心', '生态环境建设公司'];
const FIRST_DAY = '2021-01-01';
const RECORDED_AT = new Date('2024-06-30T04:00:00.000Z');

/**
 * Works as a task force has them, in the proportions that its papers show: a third in preparation, half in construction,
 * the rest completed; one in fifteen suspended at some time; a dozen bookings of money each. The same number and seed
 * give the same works.
 */
export function* madeUpWorks(count: number, seed: number, places: Places, today: Day, rare: Rare = (i) => i % 1000 === 7): Generator<MadeUpWork> {
  for (let i = 0; i < count; i++) yield madeUpWork(i, rare(i), new Chance('bench', seed, i), places, today);
}

function madeUpWork(i: number, rare: boolean, chance: Chance, places: Places, today: Day): MadeUpWork {
  const authored = { recordedBy: 'bench', recordedAt: RECORDED_AT, sample: false };
  const lead = chance.pick(places.regions);
  const registeredOn = addDays(FIRST_DAY, chance.whole(0, 1000));
  const plannedStart = addDays(registeredOn, chance.whole(60, 300));
  const plannedFinish = addDays(plannedStart, chance.whole(200, 900));
  const begun = chance.happens(0.8) ? addDays(plannedStart, chance.whole(-20, 90)) : null;
  const start = begun !== null && begun <= today ? begun : null;
  const ended = start !== null && chance.happens(0.8) ? addDays(plannedFinish, chance.whole(-40, 200)) : null;
  const finish = ended !== null && start !== null && ended > start && ended <= today ? ended : null;
  const investment = chance.whole(200, 40_000) * 1_000_000;
  const others = chance.happens(0.1) ? [chance.pick(places.regions).id] : [];
  const river = chance.pick(RIVERS);
  const step = (stage: Stage, day: Day): MadeUpWork['stages'][number] => ({
    stage, effectiveDate: day, evidence: stage === Stage.COMPLETED ? '验收单' : null, correction: false, reason: null, ...authored,
    status: stage === Stage.COMPLETED && chance.happens(0.3) ? StageEventStatus.REPORTED : StageEventStatus.CONFIRMED,
  });
  return {
    project: {
      number: i + 1, code: `B-${String(i + 1).padStart(6, '0')}`, nationalCode: chance.happens(0.4) ? `2301-990001-76-01-${String(i % 1_000_000).padStart(6, '0')}` : null,
      name: `${lead.shortName}${river}${chance.whole(1, 40)}号段${chance.pick(KINDS)}工程${rare ? '（试点）' : ''}`,
      leadRegionId: lead.id, sectorCode: chance.pick(places.sectors), categoryId: chance.pick(places.categories),
      ownerUnit: chance.happens(0.8) ? `${lead.shortName}${chance.pick(UNITS)}` : null, scale: `${chance.whole(1, 30)}公里`, content: '清淤、护岸、截污及附属工程', waterBody: chance.happens(0.9) ? river : null,
      lon: chance.whole(10_000_000, 10_090_000) / 100_000, lat: chance.whole(3_010_000, 3_040_000) / 100_000, registeredOn, plannedStart, plannedFinish,
      originalFinish: chance.happens(0.1) ? addDays(plannedFinish, -60) : null, investment, withdrawnOn: chance.happens(0.01) && finish === null ? addDays(registeredOn, 400) : null,
      version: 1, sample: false, sampleFields: [], sources: [],
    },
    regionIds: [...new Set([lead.id, ...others])],
    listIds: [...(chance.happens(0.3) ? [places.lists[0]] : []), ...(rare ? [places.lists[1]] : [])],
    stages: [...(start ? [step(Stage.CONSTRUCTION, start)] : []), ...(finish ? [step(Stage.COMPLETED, finish)] : [])],
    suspensions: suspensionsOf(chance, start, finish, today).map((one) => ({ ...one, ...authored })),
    progress: progressOf(chance, start, finish ?? today, finish !== null, investment).map((one) => ({ ...one, ...authored })),
    procedures: proceduresOf(chance, registeredOn, today, places.departments),
    ...moneyOf(chance, registeredOn, start, today, investment, authored),
  };
}

function suspensionsOf(chance: Chance, start: Day | null, finish: Day | null, today: Day): Pick<Suspension, 'from' | 'to' | 'expectedResumption' | 'cause'>[] {
  if (start === null || !chance.happens(0.07)) return [];
  const from = addDays(start, chance.whole(20, 120));
  const to = addDays(from, chance.whole(20, 90));
  if (from > (finish ?? today)) return [];
  const over = to <= (finish ?? today) && chance.happens(0.6);
  return over || finish !== null ? [{ from, to: to < (finish ?? to) ? to : (finish ?? to), expectedResumption: null, cause: '汛期停工' }] : [{ from, to: null, expectedResumption: to, cause: '征地未完成' }];
}

function progressOf(chance: Chance, start: Day | null, until: Day, done: boolean, investment: number): Pick<ProgressEntry, 'date' | 'progress' | 'investmentDone' | 'note' | 'reason'>[] {
  if (start === null) return [];
  const count = chance.whole(2, 8);
  const span = Math.max(1, (Date.parse(until) - Date.parse(start)) / 86_400_000);
  const reached = done ? 100 : chance.whole(10, 95);
  const days = new Set(Array.from({ length: count }, (_, i) => addDays(start, Math.floor((span * (i + 1)) / count))));
  return [...days].map((date, i) => {
    const progress = Math.round((reached * 100 * (i + 1)) / days.size) / 100;
    return { date, progress, investmentDone: Math.round((investment * progress) / 100), note: null, reason: null };
  });
}

function proceduresOf(chance: Chance, registeredOn: Day, today: Day, departments: readonly number[]): MadeUpWork['procedures'] {
  return Object.values(ProcedureKind).filter(() => chance.happens(0.35)).map((kind) => {
    const appliedOn = addDays(registeredOn, chance.whole(5, 300));
    const doneOn = addDays(appliedOn, chance.whole(5, 60));
    const status = appliedOn > today ? ProcedureStatus.NOT_STARTED : doneOn > today || chance.happens(0.1) ? ProcedureStatus.IN_PROGRESS : ProcedureStatus.DONE;
    const begun = status !== ProcedureStatus.NOT_STARTED;
    return {
      kind, status, heldById: begun ? chance.pick(departments) : null, appliedOn: begun ? appliedOn : null, promisedDays: begun ? chance.whole(5, 30) : null, greenChannel: chance.happens(0.2),
      due: null, doneOn: status === ProcedureStatus.DONE ? doneOn : null, documentNumber: null, sample: false,
    };
  });
}

function moneyOf(chance: Chance, registeredOn: Day, start: Day | null, today: Day, investment: number, authored: Pick<FundingPlan, 'recordedBy' | 'recordedAt' | 'sample'>): Pick<MadeUpWork, 'plans' | 'entries'> {
  const sources = Object.values(FundingSource).filter(() => chance.happens(0.2)).slice(0, 3);
  const plans: MadeUpWork['plans'] = [];
  const entries: MadeUpWork['entries'] = [];
  for (const source of sources.length ? sources : [FundingSource.COUNTY_BUDGET]) {
    const planned = Math.round(investment / Math.max(1, sources.length));
    plans.push({ source, planned, effectiveDate: registeredOn, ...authored });
    const book = (kind: FundingKind, share: number, times: number, from: Day) => {
      for (let k = 0; k < times; k++) {
        const date = addDays(from, chance.whole(0, 120) + k * 90);
        if (date <= today) entries.push({ source, kind, amount: Math.max(1, Math.round((planned * share) / times)), date, documentNumber: kind === FundingKind.ALLOCATED ? `砾财〔${date.slice(0, 4)}〕${chance.whole(1, 200)}号` : null, note: null, reversesId: null, ...authored });
      }
    };
    if (chance.happens(0.8)) book(FundingKind.ALLOCATED, 0.9, 1, registeredOn);
    book(FundingKind.ARRIVED, chance.between(0.4, 0.95), chance.whole(1, 4), start ?? registeredOn);
    if (start) book(FundingKind.PAID, chance.between(0.2, 0.4), chance.whole(1, 4), addDays(start, 30));
  }
  return { plans, entries };
}
