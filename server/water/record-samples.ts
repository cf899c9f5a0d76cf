import { firstDayOf, type Period } from '../api/period';
import { grouped } from '../api/grouped';
import type { Warning } from '../api/node';
import { refuse, type Language } from '../api/refusal';
import { optionalText } from '../api/text';
import { warn } from '../api/warnings';
import type { UnitOfWork } from '../database/unit-of-work';
import { besideWords } from './coarser';
import { Exact } from './exact';
import { INDICATOR_KEYS, INDICATORS, isIndicatorKey, type IndicatorKey } from './indicators';
import type { SampleItem } from './items';
import { boundsOf, isImpossible, Usual, type FarAbove, type FarOff } from './plausible';
import type { IndicatorInput, RecordSamplesInput } from './sample.inputs';
import { writeSamples, type NewSample } from './samples';
import type { SectionSheet } from './sections';
import { unitFactor } from './units';

/** More than this come as a file. */
const MOST_SAMPLES = 500;

/** What recordSamples gives back; kept under its idempotency key. */
export interface RecordedSamples {
  samples: { sectionId: number; period: Period }[];
  warnings: Warning[];
}

/** Everything that entering by hand needs to know. */
export interface SampleDesk {
  sections: readonly SectionSheet[];
  /** Adcodes by the keys of regions. */
  adcodeOf(regionId: number): string;
  language: Language;
}

/**
 * Records samples that were entered by hand, all or none.
 * @throws Refusal BAD_USER_INPUT naming the field of the first value that cannot be.
 */
export async function recordSamples(unit: UnitOfWork, { sections, adcodeOf, language }: SampleDesk, input: RecordSamplesInput): Promise<RecordedSamples> {
  if (!input.samples.length) throw refuse('SAMPLE_EMPTY', { field: 'input.samples' });
  if (input.samples.length > MOST_SAMPLES) throw refuse('TOO_MANY_SAMPLES', { field: 'input.samples', limit: MOST_SAMPLES });
  const usual = new Map<SectionSheet, Usual>();
  const warnings: Warning[] = [];
  const samples = input.samples.map(({ section: code, period, indicators }, i): NewSample => {
    const field = `input.samples.${i}`;
    const sheet = sections.find(({ section }) => section.code === code);
    if (!sheet) throw refuse('UNKNOWN_SECTION', { field: `${field}.section`, value: code.slice(0, 60) });
    if (firstDayOf(period) > unit.today) throw refuse('PERIOD_IN_FUTURE', { field: `${field}.period`, value: period, today: unit.today });
    if (!indicators.length) throw refuse('SAMPLE_EMPTY', { field: `${field}.indicators` });
    const history = usual.get(sheet) ?? new Usual(sheet);
    usual.set(sheet, history);
    const items = new Map<IndicatorKey, SampleItem>();
    indicators.forEach((indicator, j) => {
      const place = `${field}.indicators.${j}`;
      const [key, item] = itemOf(indicator, place, language);
      if (items.has(key)) throw refuse('INDICATOR_TWICE', { field: `${place}.indicator`, value: key });
      items.set(key, item);
      const doubt = history.doubt(key, item.value);
      if (doubt) warnings.push(warnOf(doubt, sheet.section.name, key, item.value, `${place}.value`, language));
    });
    return { section: sheet.section, period, items };
  });
  warnings.push(...(await besideOf(unit, samples, language)));
  const adcodes = [...new Set(samples.map(({ section }) => adcodeOf(section.regionId)))];
  await writeSamples(unit, samples, { file: null, adcodes, sample: false });
  return { samples: samples.map(({ section, period }) => ({ sectionId: section.id, period })), warnings };
}

/** What stands beside the samples for the same time, in longer or shorter periods. */
async function besideOf({ manager }: UnitOfWork, samples: readonly NewSample[], language: Language): Promise<Warning[]> {
  const warnings: Warning[] = [];
  for (const own of grouped(samples, ({ section }) => section.id).values()) {
    const words = await besideWords(manager, { section: own[0].section, periods: own.map(({ period }) => period), keysOf: (period) => own.flatMap((one) => (one.period === period ? [...one.items.keys()] : [])) });
    for (const { first, warning } of words) warnings.push(warning(language, `input.samples.${samples.findIndex(({ section, period }) => section.id === own[0].section.id && period === first)}`));
  }
  return warnings;
}

/** An item's name, value and unit for a sentence. */
export const sayOf = (key: IndicatorKey, value: Exact, language: Language): { indicator: string; value: string; unit: string } => ({
  indicator: language === 'zh' ? INDICATORS[key].name : INDICATORS[key].nameEn,
  value: value.toText(),
  unit: key === 'pH' ? '' : INDICATORS[key].unit,
});

/** A word on a value that is to be looked at. */
export function warnOf(doubt: FarOff | FarAbove, section: string, key: IndicatorKey, value: Exact, field: string | null, language: Language): Warning {
  const said = { section, ...sayOf(key, value, language) };
  if ('limit' in doubt) return warn(language, 'VALUE_FAR_ABOVE', field, { ...said, limit: doubt.limit.toText() });
  return warn(language, 'VALUE_FAR_OFF', field, { ...said, usual: String(Number(doubt.usual.toPrecision(2))), factor: String(Math.round(doubt.factor)) });
}

function itemOf({ indicator, value, belowDetection, unit, text }: IndicatorInput, field: string, language: Language): [IndicatorKey, SampleItem] {
  if (!isIndicatorKey(indicator)) throw refuse('UNKNOWN_INDICATOR', { field: `${field}.indicator`, value: indicator.slice(0, 60), keys: INDICATOR_KEYS.join('、') });
  const factor = unitFactor(indicator, unit ?? INDICATORS[indicator].unit);
  if (!factor) throw refuse('UNKNOWN_UNIT', { field: `${field}.unit`, indicator: INDICATORS[indicator].name, value: unit!.slice(0, 60), unit: INDICATORS[indicator].unit });
  const read = Exact.parse(String(value));
  // What has hundreds of places is nobody's measurement.
  if (!read) throw refuse('VALUE_IMPOSSIBLE', { field: `${field}.value`, ...sayOf(indicator, Exact.ZERO, language), value: String(value), low: boundsOf(indicator).low.toText(), high: boundsOf(indicator).high.toText() });
  const given = read.times(factor);
  if (value < 0 && indicator !== 'T') throw refuse('VALUE_NEGATIVE', { field: `${field}.value`, ...sayOf(indicator, given, language) });
  const { comparison } = INDICATORS[indicator];
  if (belowDetection && (comparison === 'RANGE' || comparison === 'NONE')) throw refuse('NO_DETECTION_LIMIT', { field: `${field}.belowDetection`, indicator: language === 'zh' ? INDICATORS[indicator].name : INDICATORS[indicator].nameEn, value: String(value) });
  if (belowDetection && !(value > 0)) throw refuse('LIMIT_ZERO', { field: `${field}.value` });
  if (isImpossible(indicator, given)) {
    const { low, high } = boundsOf(indicator);
    throw refuse('VALUE_IMPOSSIBLE', { field: `${field}.value`, ...sayOf(indicator, given, language), low: low.toText(), high: high.toText() });
  }
  const foreign = unit && unit !== INDICATORS[indicator].unit ? unit.slice(0, 20) : null;
  return [indicator, { value: given, belowDetection: belowDetection ?? false, text: optionalText(text ?? null, `${field}.text`, 40), unit: foreign }];
}
