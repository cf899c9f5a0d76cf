import { isDay, type Day } from '../../api/day';
import { isPeriod, type Period } from '../../api/period';
import { SectorCode } from '../../api/identity';
import { Refusal, refuse, type Language } from '../../api/refusal';
import { OrderDirection } from '../../catalogue/order';
import type { ProjectFilter } from '../../catalogue/filter';
import { Health } from '../../dispatch/rules';
import { FundingSource } from '../../funding/funding.entity';
import { LedgerGroupBy } from '../../ledgers/grouping';
import type { ReportAsked } from '../../catalogue/water-report';
import type { LedgerRequest } from '../../ledgers/open';
import { Stage } from '../../portfolio/facts.entity';
import { WaterReportKind } from '../../water/report';

/** What was written after an address or a command, by name; each name may come more than once. */
export type Parameters = ReadonlyMap<string, readonly string[]>;

type Read<T> = (text: string, field: string) => T;
type Reader<T> = (values: readonly string[], field: string) => T;

/** One value. */
const one = <T>(read: Read<T>): Reader<T> => (values, field) => {
  if (values.length > 1) throw refuse('PARAMETER_TWICE', { field });
  return read(values[0], field);
};

/** Several, by commas or by being repeated. */
const several = <T>(read: Read<T>): Reader<T[]> => (values, field) =>
  values.flatMap((value) => value.split(',')).map((text) => text.trim()).filter(Boolean).map((text) => read(text, field));

const text: Read<string> = (value) => value;

const day: Read<Day> = (value, field) => {
  if (!isDay(value)) throw refuse('BAD_DATE', { field, value: value.slice(0, 60) });
  return value;
};

const period: Read<Period> = (value, field) => {
  if (!isPeriod(value)) throw refuse('BAD_PERIOD', { field, value: value.slice(0, 60) });
  return value;
};

const truth: Read<boolean> = (value, field) => {
  if (value !== 'true' && value !== 'false') throw refuse('BAD_TRUTH', { field, value: value.slice(0, 60) });
  return value === 'true';
};

const choice = <T extends string>(choices: Record<string, T>): Read<T> => (value, field) => {
  const found = Object.values(choices).find((each) => each === value);
  if (!found) throw refuse('BAD_CHOICE_OF', { field, value: value.slice(0, 60), choices: Object.values(choices).join(', ') });
  return found;
};

const year: Read<number> = (value, field) => {
  if (!/^\d{4}$/.test(value)) throw refuse('NUMBER_OUT_OF_RANGE', { field, low: 1900, high: 2199 });
  return Number(value);
};

type Readers<Shape> = { [Name in keyof Shape]-?: Reader<NonNullable<Shape[Name]>> };

const filterReaders: Readers<ProjectFilter> = {
  search: one(text),
  regions: several(text),
  leadRegions: several(text),
  sectors: several(choice(SectorCode)),
  stages: several(choice(Stage)),
  lists: several(text),
  categories: several(text),
  health: several(choice(Health)),
  suspended: one(truth),
  unverified: one(truth),
  plannedStartFrom: one(day),
  plannedStartTo: one(day),
  plannedFinishFrom: one(day),
  plannedFinishTo: one(day),
  sources: several(choice(FundingSource)),
  fundsExceeded: one(truth),
  sample: one(truth),
};

interface OfDay {
  /** Null: today. */
  asOf: Day | null;
}

/** A question about works. */
export interface WorksAsked extends OfDay {
  filter: ProjectFilter;
}

/** A question about a ledger, and how to show it. */
export interface LedgerAsked extends OfDay, LedgerRequest {
  /** Keys of columns; all of them when empty. */
  columns: readonly string[];
  language: Language;
}

const dayReaders: Readers<OfDay> = { asOf: one(day) };

const ledgerReaders: Readers<Pick<LedgerAsked, 'year' | 'orderBy' | 'direction' | 'groupBy' | 'columns'> & { lang: Language }> = {
  year: one(year),
  orderBy: one(text),
  direction: one(choice(OrderDirection)),
  groupBy: one(choice(LedgerGroupBy)),
  columns: several(text),
  lang: one(choice<Language>({ zh: 'zh', en: 'en' })),
};

/** Names of what a question about works, or about a ledger, may be asked by. */
export const worksParameters: readonly string[] = [...Object.keys(dayReaders), ...Object.keys(filterReaders)];
export const ledgerParameters: readonly string[] = [...worksParameters, ...Object.keys(ledgerReaders)];
export const sectionsParameters: readonly string[] = ['asOf', 'search', 'regions'];

function checkNames(parameters: Parameters, known: readonly string[]): void {
  for (const name of parameters.keys()) if (!known.includes(name)) throw refuse('UNKNOWN_PARAMETER', { field: name.slice(0, 60), value: name.slice(0, 60), parameters: known.join(', ') });
}

function read<Shape extends object>(parameters: Parameters, readers: Readers<Shape>): Partial<Shape> {
  const found = Object.entries(readers).flatMap(([name, reader]) => {
    const values = parameters.get(name);
    return values?.length ? [[name, (reader as Reader<unknown>)(values, name)]] : [];
  });
  return Object.fromEntries(found) as Partial<Shape>;
}

/** Reads a question about works. @throws Refusal whose field is the parameter that is unknown or wrong */
export function readWorksAsked(parameters: Parameters, known = worksParameters): WorksAsked {
  checkNames(parameters, known);
  return { asOf: null, ...read(parameters, dayReaders), filter: read(parameters, filterReaders) };
}

/** Reads a question about a ledger. @throws Refusal whose field is the parameter that is unknown or wrong */
export function readLedgerAsked(id: string, parameters: Parameters): LedgerAsked {
  checkNames(parameters, ledgerParameters);
  const { lang = 'zh', columns = [], ...rest } = read(parameters, ledgerReaders);
  return { id, ...rest, columns, language: lang, asOf: null, ...read(parameters, dayReaders), filter: read(parameters, filterReaders) };
}

const reportReaders: Readers<ReportAsked> = { kind: one(choice(WaterReportKind)), period: one(period) };

/** Names of what a paper of the water may be asked by. */
export const reportParameters: readonly string[] = Object.keys(reportReaders);

/** Reads which paper of the water; without a kind the monthly notice. @throws Refusal whose field is the parameter that is unknown or wrong */
export function readReportAsked(parameters: Parameters): ReportAsked {
  checkNames(parameters, reportParameters);
  return { kind: WaterReportKind.MONTHLY, period: null, ...read(parameters, reportReaders) };
}

/** Names the parameter where the API would name its place in an argument: "filter.regions.0" is `regions`. */
export function namingParameters<T>(ask: () => T): T {
  try {
    return ask();
  } catch (error) {
    const field = error instanceof Refusal ? error.detail.field : undefined;
    throw field === undefined ? error : new Refusal((error as Refusal).sentence, { ...(error as Refusal).detail, field: field.replace(/^filter\./, '').replace(/\.\d+$/, '') });
  }
}
