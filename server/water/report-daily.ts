import { addDays } from '../api/day';
import { roomTo } from './allowance';
import { numberOf } from './classes';
import { Exact } from './exact';
import { EVALUATED, INDICATORS, type IndicatorKey } from './indicators';
import type { ItemResult } from './item-result';
import { itemsOverTarget } from './misses';
import { ItemMean } from './period-mean';
import type { PeriodResult } from './period-result';
import type { ReportFacts, ReportPart, ReportTable } from './report';
import { dataPart } from './report-data';
import { missedPart } from './report-missed';
import { overallPart, sectionsTable, type Base } from './report-state';
import { CLASS_TEXT, classText, dayWords, list, magnitudeOf, measureText, numbers, part, valueWords, words } from './report-words';
import { percentText } from './shares';
import { limitOf } from './standard';

/** Days before that a day is held against, and how many of them make a mean to speak of; our choice. */
export const DAYS_BEFORE = 7;
const DAYS_NEEDED = 3;
/** A change of this share of that mean is named; our choice. */
const NAMED = Exact.of('0.2');
/** Room below this share of a limit is near it; our choice. */
export const NEAR = Exact.of('0.2');
/** Of more single measurements over their target than this, the worst so many are named; our choice. */
const NAMED_HOURS = 3;

const HOURS = ['00', '04', '08', '12', '16', '20'] as const;

/** The day's analysis: the four-hourly values of the day, the trend against the days before, the room left to the targets. */
export function dailyParts(facts: ReportFacts): ReportPart[] {
  const on = (day: string): (PeriodResult | null)[] => facts.days.map((days) => days.find(({ period }) => period === day) ?? null);
  const now = on(facts.period);
  const base: Base = { name: '前一日', results: on(addDays(facts.period, -1)) };
  const gaps = facts.sheets.flatMap(({ section }, i) => {
    const missing = HOURS.filter((hour) => !facts.hours[i].some(({ period }) => period.endsWith(`T${hour}`)));
    return now[i] === null || missing.length === 0 ? [] : [`${section.name}断面${missing.length === HOURS.length ? '只有日值，没有四小时值' : `缺${list(missing.map((hour) => `${Number(hour)}时`))}`}`];
  });
  return [
    overallPart(facts, now, [base], dayWords(facts.period)),
    part('各断面水质', [], [sectionsTable(facts, '各断面水质类别', now, [base])]),
    hoursPart(facts),
    trendPart(facts, now),
    roomPart(facts, now),
    missedPart(facts, now),
    dataPart(facts, now, gaps.length ? [`四小时值缺测：${gaps.join('；')}。`] : [], facts.hours.map((hours, i) => (hours.length ? hours : now[i] ? [now[i]] : []))),
  ];
}

const hourOf = ({ period }: PeriodResult): string => period.slice(11);

function hoursPart({ sheets, hours }: ReportFacts): ReportPart {
  const count = hours.reduce((sum, own) => sum + own.length, 0);
  if (!count) return part('四小时监测情况', ['当日没有四小时监测值。']);
  const over = hours.flat().filter(({ meetsTarget }) => meetsTarget === false);
  const rows = sheets.map(({ section }, i) => [section.name, classText(section.target), ...HOURS.map((hour) => classText(hours[i].find((result) => hourOf(result) === hour)?.class))]);
  return part('四小时监测情况', [
    `全天应有监测${sheets.length * HOURS.length}次，实有${count}次，缺测${sheets.length * HOURS.length - count}次。`,
    overWords(over, hours.flat().some((result) => result.class !== null)),
  ], [{ title: '各时段水质类别', columns: [words('断面'), words('目标'), ...HOURS.map((hour) => words(`${Number(hour)}时`))], rows }]);
}

/** What was over its target in single measurements: all of a few, of many the worst; the table beside has every one. */
function overWords(over: readonly PeriodResult[], judged: boolean): string {
  if (!judged) return '各次监测均没有评价结果。';
  if (!over.length) return '各次监测均未劣于目标类别。';
  const many = over.length > NAMED_HOURS;
  const named = (many ? [...over].sort(worstFirst).slice(0, NAMED_HOURS) : over).map((result) => `${result.section.name}断面${Number(hourOf(result))}时（${CLASS_TEXT[result.class!]}类，${decidingWords(result)}）`);
  return `单次监测劣于目标的${over.length}次${many ? `，涉及${new Set(over.map(({ section }) => section.id)).size}个断面，最重的${NAMED_HOURS}次` : ''}：${named.join('；')}。`;
}

const timesOver = (result: PeriodResult): Exact => itemsOverTarget(result)[0]?.multiple ?? Exact.ZERO;

/** The worse class first, then what is more times over the target's limit, then in their own order. */
const worstFirst = (a: PeriodResult, b: PeriodResult): number => numberOf(b.class!) - numberOf(a.class!) || timesOver(b).compare(timesOver(a));

const decidingWords = (result: PeriodResult): string => {
  const { deciding, items } = result.judged();
  return list(items.filter(({ key }) => deciding.includes(key)).map(({ key, classed }) => `${INDICATORS[key].name}${valueWords(key, classed)}`));
};

/** An item against the mean of the days before. */
interface Trend {
  key: IndicatorKey;
  now: Exact;
  before: Exact;
  /** As a share of the mean. */
  change: Exact;
}

/** Items that moved by a fifth or more against the mean of the days before; pH, whose scale is logarithmic, is not asked. */
export function trendsOf(now: PeriodResult, before: readonly PeriodResult[]): Trend[] {
  return EVALUATED.filter((key) => key !== 'pH').flatMap((key) => {
    const measure = now.measures.get(key);
    const mean = new ItemMean(key);
    for (const own of before.flatMap(({ measures }) => measures.get(key) ?? [])) mean.add(own);
    const known = mean.get();
    if (!measure || !known || known.count < DAYS_NEEDED || known.value.isZero || (measure.belowDetection && known.belowDetection)) return [];
    const change = measure.value.minus(known.value).over(known.value);
    return magnitudeOf(change).compare(NAMED) < 0 ? [] : [{ key, now: measure.value, before: known.value, change }];
  });
}

function trendPart({ sheets, days, period }: ReportFacts, now: readonly (PeriodResult | null)[]): ReportPart {
  const first = addDays(period, -DAYS_BEFORE);
  const before = days.map((own) => own.filter((result) => result.period >= first && result.period < period && result.hasValues));
  const compared = sheets.filter((_, i) => now[i] && before[i].length >= DAYS_NEEDED);
  const short = sheets.flatMap(({ section }, i) => (now[i] && before[i].length < DAYS_NEEDED ? [`${section.name}（${before[i].length}天）`] : []));
  const rows = sheets.flatMap(({ section }, i) => (now[i] ? trendsOf(now[i], before[i]) : []).map(({ key, now: value, before: mean, change }) => [
    section.name, INDICATORS[key].name, valueWords(key, value), valueWords(key, mean), `${change.compare(Exact.ZERO) > 0 ? '升' : '降'}${percentText(magnitudeOf(change))}`, (change.compare(Exact.ZERO) > 0) === (INDICATORS[key].comparison === 'LOWER') ? '好转' : '变差',
  ]));
  return part('变化趋势', [
    short.length ? `前${DAYS_BEFORE}日有值不足${DAYS_NEEDED}天、不作比较的断面：${list(short)}。` : '',
    compared.length ? (rows.length ? `与前${DAYS_BEFORE}日均值相比，变化达到${percentText(NAMED)}%的指标有${rows.length}项，见下表。` : `与前${DAYS_BEFORE}日均值相比，各项指标变化均小于${percentText(NAMED)}%。`) : '',
  ], [{ title: `与前${DAYS_BEFORE}日均值相比变化较大的指标`, columns: [words('断面'), words('指标'), numbers('当日'), numbers(`前${DAYS_BEFORE}日均值`), numbers('变化（%）'), words('趋势')], rows }]);
}

/** The item that is nearest to its section's target, or furthest over it. */
function tightest(result: PeriodResult): { item: ItemResult; limit: Exact; room: Exact } | null {
  const { section } = result;
  let least: { item: ItemResult; limit: Exact; room: Exact } | null = null;
  for (const item of result.judged().items) {
    const limit = INDICATORS[item.key].evaluated && item.class ? limitOf(item.key, section.waterBody, section.target) : null;
    if (!limit) continue;
    const room = roomTo(item.key, item.classed, limit);
    if (!least || room.compare(least.room) < 0) least = { item, limit, room };
  }
  return least;
}

function roomPart({ sheets }: ReportFacts, now: readonly (PeriodResult | null)[]): ReportPart {
  const all = sheets.flatMap(({ section }, i) => {
    const least = now[i] && tightest(now[i]);
    return least ? [{ section, result: now[i]!, ...least }] : [];
  }).sort((a, b) => a.room.compare(b.room));
  const named = (choose: (room: Exact) => boolean): string => list(all.filter(({ room }) => choose(room)).map(({ section, item }) => `${section.name}（${INDICATORS[item.key].name}）`));
  const over = named((room) => room.compare(Exact.ZERO) < 0);
  const near = named((room) => room.compare(Exact.ZERO) >= 0 && room.compare(NEAR) < 0);
  const table: ReportTable = {
    title: '各断面余量最小的指标',
    columns: [words('断面'), words('目标'), words('指标'), numbers('当日'), numbers('目标限值'), numbers('余量（%）')],
    rows: all.map(({ section, item, limit, room }) => [section.name, classText(section.target), INDICATORS[item.key].name, measureText(item.key, { ...item, value: item.belowDetection ? item.value : item.classed }), limit.toText(), percentText(room)]),
  };
  if (!all.length) return part('距目标余量', ['没有可与目标限值比较的指标。']);
  return part('距目标余量', [
    '余量为数值与目标类别限值之差占限值的比例，负数为已超过；pH各类限值相同，不计。',
    over ? `已超过目标限值的断面（指标）：${over}。` : '没有断面超过目标限值。',
    near ? `余量不足${percentText(NEAR)}%的断面（指标）：${near}。` : `其余断面余量均不少于${percentText(NEAR)}%。`,
  ], [table]);
}

