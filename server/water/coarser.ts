import { Between, type EntityManager } from 'typeorm';
import { grouped } from '../api/grouped';
import type { Warning } from '../api/node';
import { grainOf, GRAINS, LENGTH_OF, type Grain, type Period } from '../api/period';
import type { Language } from '../api/refusal';
import { warn } from '../api/warnings';
import type { IndicatorKey } from './indicators';
import { readItems, readMeasures } from './items';
import { WaterMean, WaterSample } from './sample.entity';
import type { MonitoringSection } from './section.entity';

/** Samples of a section that come in, and those that stand beside them. */
export interface SentSamples {
  section: MonitoringSection;
  periods: readonly Period[];
  keysOf(period: Period): readonly IndicatorKey[];
}

/** A word on samples of two lengths for one time: which of those that come it is about first, and the word. */
export interface BesideWord {
  first: Period;
  warning: (language: Language, field?: string) => Warning;
}

const NAMES: Readonly<Record<Grain, Record<Language, string>>> = {
  YEAR: { zh: '年值', en: 'value of the year' }, MONTH: { zh: '月值', en: 'value of the month' }, DAY: { zh: '日值', en: 'value of the day' }, HOURS: { zh: '四小时值', en: 'four-hourly value' },
};

/** Days are told by the month, so that a file of a year makes twelve lines and not 365. */
const lineOf = (period: Period): Period => period.slice(0, 7);

/**
 * What is to be said of samples of several lengths for one time, a line a section and month: that a measured sample of the
 * longer period wins over the shorter ones that come, and that one that comes has fewer items than the mean it wins over.
 */
export async function besideWords(manager: EntityManager, sent: SentSamples): Promise<BesideWord[]> {
  const words: BesideWord[] = [];
  for (const coarse of GRAINS.slice(0, -1)) words.push(...(await leftAside(manager, sent, coarse)), ...(await fewerItems(manager, sent, coarse)));
  return words;
}

async function standing(manager: EntityManager, section: MonitoringSection, grain: Grain, periods: readonly Period[]): Promise<WaterSample[]> {
  const ordered = [...periods].sort();
  return manager.find(WaterSample, { where: { sectionId: section.id, grain, sample: false, period: Between(ordered[0], ordered.at(-1)!) }, order: { period: 'ASC' } });
}

/** What comes and takes no part, since a longer sample stands or comes with it. */
async function leftAside(manager: EntityManager, { section, periods }: SentSamples, coarse: Grain): Promise<BesideWord[]> {
  const firsts = new Map<Period, Period>();
  for (const period of periods) {
    const over = period.slice(0, LENGTH_OF[coarse]);
    if (period.length > LENGTH_OF[coarse] && !firsts.has(over)) firsts.set(over, period);
  }
  if (!firsts.size) return [];
  const winning = new Set([...(await standing(manager, section, coarse, [...firsts.keys()])).map(({ period }) => period), ...periods.filter((period) => grainOf(period) === coarse)]);
  const lines = grouped([...winning].filter((period) => firsts.has(period)).sort(), lineOf);
  return [...lines].map(([line, over]) => {
    const first = firsts.get(over[0])!;
    return {
      first,
      warning: (language, field) => warn(language, coarse === 'DAY' ? 'DAYS_STAND_BESIDE' : 'COARSER_STANDS_BESIDE', field ?? null, {
        section: section.name, period: line, days: String(over.length), coarse: NAMES[coarse][language], fine: NAMES[grainOf(first)][language], span: language === 'zh' ? (coarse === 'YEAR' ? '本年' : '本月') : coarse === 'YEAR' ? 'the year' : 'the month',
      }),
    };
  });
}

/** What comes with fewer items than the mean that it takes the place of. */
async function fewerItems(manager: EntityManager, { section, periods, keysOf }: SentSamples, coarse: Grain): Promise<BesideWord[]> {
  const own = new Set(periods.filter((period) => grainOf(period) === coarse));
  if (!own.size) return [];
  const ordered = [...own].sort();
  const means = (await manager.find(WaterMean, { where: { sectionId: section.id, grain: coarse, sample: false, period: Between(ordered[0], ordered.at(-1)!) }, order: { period: 'ASC' } })).filter(({ period }) => own.has(period));
  if (!means.length) return [];
  const before = new Map((await standing(manager, section, coarse, ordered)).map((sample) => [sample.period, readItems(sample.items)]));
  const fewer = means.flatMap(({ period, items }) => {
    const [has, more] = [new Set([...keysOf(period), ...(before.get(period)?.keys() ?? [])]).size, readMeasures(items).size];
    return has < more ? [{ period, has, more }] : [];
  });
  return [...grouped(fewer, ({ period }) => lineOf(period)).values()].map(([{ period, has, more }, ...others]) => ({
    first: period,
    warning: (language, field) => warn(language, 'COARSER_FEWER_ITEMS', field ?? null, {
      section: section.name, period: others.length ? (language === 'zh' ? `${period} 等 ${others.length + 1} 天` : `${period} and ${others.length} more days`) : period,
      coarse: NAMES[coarse][language], items: String(has), more: String(more),
    }),
  }));
}
