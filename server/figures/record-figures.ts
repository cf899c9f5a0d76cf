import { daysBetween } from '../api/day';
import { refuse } from '../api/refusal';
import { optionalText, requiredText } from '../api/text';
import type { UnitOfWork } from '../database/unit-of-work';
import type { Region } from '../portfolio/reference.entity';
import { Exact } from '../water/exact';
import type { FigureInput, RecordFiguresInput, SetIndicatorInput } from './figure.inputs';
import { Indicator, IndicatorChange, IndicatorFigure, IndicatorSpan, RankTies } from './indicator.entity';
import { spanName } from './span';

/** A pasted table of counties is far shorter. */
const MOST_FIGURES = 100;
/** A heating season, a year, a plan of five years: what is longer is a slip of the pen. */
const MOST_YEARS = 10;
const CODE = /^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$/;
const DECIMAL = /^[+-]?\d{1,12}(\.\d{1,6})?$/;
const MOST_DECIMALS = 6;

type Given = Pick<IndicatorFigure, 'regionId' | 'value' | 'base' | 'change'>;

/** @throws Refusal BAD_DECIMAL */
function decimalOf(text: string, field: string): string {
  const trimmed = text.normalize('NFKC').trim();
  if (!DECIMAL.test(trimmed) || !Exact.parse(trimmed)) throw refuse('BAD_DECIMAL', { field, value: text.slice(0, 60) });
  return trimmed.replace(/^\+/, '');
}

const optionalDecimal = (text: string | null | undefined, field: string): string | null => (text?.trim() ? decimalOf(text, field) : null);

function givenOf(figures: readonly FigureInput[], regions: ReadonlyMap<string, Region>): Given[] {
  if (!figures.length) throw refuse('FIGURES_EMPTY', { field: 'input.figures' });
  if (figures.length > MOST_FIGURES) throw refuse('TOO_MANY_FIGURES', { field: 'input.figures', limit: MOST_FIGURES });
  const seen = new Set<string>();
  return figures.map(({ region: adcode, value, base, change }, i) => {
    const field = `input.figures.${i}`;
    const region = regions.get(adcode);
    if (!region) throw refuse('UNKNOWN_REGION', { field: `${field}.region`, value: adcode });
    if (seen.has(adcode)) throw refuse('REGION_TWICE', { field: `${field}.region`, value: region.name });
    seen.add(adcode);
    return { regionId: region.id, value: decimalOf(value, `${field}.value`), base: optionalDecimal(base, `${field}.base`), change: optionalDecimal(change, `${field}.change`) };
  });
}

/** The span of the input; made where there is none, named anew where a name was given. */
async function spanOf(unit: UnitOfWork, { from, to, spanName: name, spanNameEn: nameEn }: RecordFiguresInput): Promise<{ span: IndicatorSpan; written: boolean }> {
  if (from > to) throw refuse('RANGE_REVERSED', { field: 'input.to' });
  if (to > unit.today) throw refuse('DATE_IN_FUTURE', { field: 'input.to', today: unit.today });
  if (daysBetween(from, to) > MOST_YEARS * 366) throw refuse('RANGE_TOO_LONG', { field: 'input.to', years: MOST_YEARS });
  const names = { ownName: optionalText(name ?? null, 'input.spanName', 60), ownNameEn: optionalText(nameEn ?? null, 'input.spanNameEn', 60) };
  // Two who bring the first figures of a month would each make its span.
  await unit.holdSequence('indicator_span');
  const standing = await unit.manager.findOneBy(IndicatorSpan, { from, to });
  if (!standing) return { span: await unit.insert(IndicatorSpan, { from, to, ...names }), written: true };
  const patch = { ownName: names.ownName ?? standing.ownName, ownNameEn: names.ownNameEn ?? standing.ownNameEn };
  const changed = patch.ownName !== standing.ownName || patch.ownNameEn !== standing.ownNameEn;
  return { span: changed ? await unit.update(IndicatorSpan, standing, patch) : standing, written: changed };
}

/** What recordFigures gives back; kept under its idempotency key. */
export interface RecordedFigures {
  indicator: string;
  from: string;
  to: string;
}

/**
 * Records an indicator's figures over a span, all or none; what stands as it comes is not written.
 * @throws Refusal BAD_USER_INPUT naming the field of the first thing that cannot be
 */
export async function recordFigures(unit: UnitOfWork, regions: ReadonlyMap<string, Region>, input: RecordFiguresInput): Promise<RecordedFigures> {
  const known = await unit.manager.find(Indicator, { order: { sort: 'ASC', id: 'ASC' } });
  const indicator = known.find(({ code }) => code === input.indicator);
  if (!indicator) throw refuse('UNKNOWN_STATISTIC', { field: 'input.indicator', value: input.indicator.slice(0, 60), codes: known.map(({ code }) => code).join('、') });
  const given = givenOf(input.figures, regions);
  const source = optionalText(input.source ?? null, 'input.source', 200);
  const { span, written } = await spanOf(unit, input);
  // Whoever writes of an indicator holds it: of two who bring the same figures the second finds them.
  await unit.lock(Indicator, indicator.id);
  const standing = new Map((await unit.manager.findBy(IndicatorFigure, { indicatorId: indicator.id, spanId: span.id })).map((figure) => [figure.regionId, figure]));
  const authored = { source, sample: false, recordedBy: unit.actor.name, recordedAt: unit.now };
  const isSame = (before: IndicatorFigure | undefined, { value, base, change }: Given): boolean =>
    before !== undefined && before.value === value && before.base === base && before.change === change && before.source === source && !before.sample;
  const news = given.filter((figure) => !isSame(standing.get(figure.regionId), figure));
  for (const figure of news) {
    const before = standing.get(figure.regionId);
    if (before) await unit.update(IndicatorFigure, before, { ...figure, ...authored });
    else await unit.insert(IndicatorFigure, { indicatorId: indicator.id, spanId: span.id, ...figure, ...authored });
  }
  if (written || news.length) unit.record({ kind: 'FIGURES_RECORDED', subjectType: 'Indicator', subjectId: indicator.id, summary: `${indicator.name} ${span.ownName ?? spanName(span.from, span.to, 'zh')}：录入 ${news.length} 个县（市、区）` });
  return { indicator: indicator.code, from: span.from, to: span.to };
}

function placesOf(value: number | null | undefined, field: string): number {
  const places = value ?? 1;
  if (places < 0 || places > MOST_DECIMALS) throw refuse('NUMBER_OUT_OF_RANGE', { field, low: 0, high: MOST_DECIMALS });
  return places;
}

/** Makes an indicator, or changes the one of that code. @returns its code */
export async function setIndicator(unit: UnitOfWork, input: SetIndicatorInput): Promise<string> {
  const code = input.code.trim();
  if (!CODE.test(code)) throw refuse('BAD_CODE', { field: 'input.code', value: input.code.slice(0, 60) });
  const values = {
    name: requiredText(input.name, 'input.name', 100), nameEn: requiredText(input.nameEn, 'input.nameEn', 100), unit: optionalText(input.unit ?? null, 'input.unit', 40) ?? '',
    decimals: placesOf(input.decimals, 'input.decimals'), aim: input.aim, changeKind: input.changeKind ?? IndicatorChange.PERCENT,
    changeDecimals: placesOf(input.changeDecimals, 'input.changeDecimals'), ties: input.ties ?? RankTies.COMPETITION, note: optionalText(input.note ?? null, 'input.note', 500),
  };
  await unit.holdSequence('indicator_definition');
  const known = await unit.manager.find(Indicator);
  const standing = known.find((one) => one.code === code);
  const row = standing ? await unit.update(Indicator, standing, values) : await unit.insert(Indicator, { code, ...values, sort: Math.max(0, ...known.map(({ sort }) => sort)) + 1 });
  unit.record({ kind: standing ? 'INDICATOR_CHANGED' : 'INDICATOR_CREATED', subjectType: 'Indicator', subjectId: row.id, summary: `${standing ? '修改' : '新增'}统计指标 ${values.name}` });
  return code;
}
