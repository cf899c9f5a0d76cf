import { grainOf, type Grain, type Period } from '../../api/period';
import { INDICATOR_KEYS, type IndicatorKey } from '../../water/indicators';
import type { SampleOutcome } from '../../water/samples';
import type { MonitoringSection } from '../../water/section.entity';
import type { SectionSpan } from './answer';

/** Where a period stands among those that share its stretch: four-hourly ones of a month, days of a month, months of a year, years. */
function placeOf(period: Period): { stretch: string; place: number; length: number } {
  switch (grainOf(period)) {
    case 'HOURS': return { stretch: period.slice(0, 7) + 'T', place: (Number(period.slice(8, 10)) - 1) * 6 + Number(period.slice(11)) / 4, length: 186 };
    case 'DAY': return { stretch: period.slice(0, 7), place: Number(period.slice(8)) - 1, length: 31 };
    case 'MONTH': return { stretch: period.slice(0, 4), place: Number(period.slice(5)) - 1, length: 12 };
    case 'YEAR': return { stretch: '', place: Number(period) - 1900, length: 300 };
  }
}

const two = (value: number): string => String(value).padStart(2, '0');

/** The period at a place of a stretch. */
function periodAt(stretch: string, place: number): Period {
  if (stretch === '') return String(place + 1900);
  if (stretch.endsWith('T')) return `${stretch.slice(0, 7)}-${two(Math.floor(place / 6) + 1)}T${two((place % 6) * 4)}`;
  return `${stretch}-${two(place + 1)}`;
}

const ITEM = Object.fromEntries(INDICATOR_KEYS.map((key, i) => [key, i])) as Record<IndicatorKey, number>;
const OUTCOMES = ['CREATED', 'CHANGED', 'UNCHANGED'] as const;

interface Stretch {
  length: number;
  /** Of each item what its values hash to, 0 where none came. */
  hashes: (Uint32Array | undefined)[];
  /** What became of each sample, 1 on; 0 where none came. */
  outcomes: Uint8Array;
}

/**
 * What of a file has come by: which values, and what became of which sample. A few bytes a value, since a file has
 * millions of them.
 */
export class Seen {
  private readonly sections = new Map<number, Map<string, Stretch>>();
  private readonly spans = new Map<string, SectionSpan>();
  readonly counts = { created: 0, changed: 0, unchanged: 0 };

  /** Takes a value down. @returns AGAIN where the same has come before, OTHER where another one has */
  value(sectionId: number, period: Period, key: IndicatorKey, hash: number): 'NEW' | 'AGAIN' | 'OTHER' {
    const { stretch, place } = this.at(sectionId, period);
    const hashes = (stretch.hashes[ITEM[key]] ??= new Uint32Array(stretch.length));
    const before = hashes[place];
    if (before === 0) hashes[place] = hash;
    return before === 0 ? 'NEW' : before === hash ? 'AGAIN' : 'OTHER';
  }

  /** Takes down what became of a sample, which may come in several parts: what is new stays so, what is changed too. */
  outcome(section: MonitoringSection, { period, outcome }: Pick<SampleOutcome, 'period' | 'outcome'>): void {
    const { stretch, place } = this.at(section.id, period);
    const [before, now] = [stretch.outcomes[place], OUTCOMES.indexOf(outcome) + 1];
    if (before && before <= now) return;
    if (before) this.counts[nameOf(before)] -= 1;
    else this.span(section, period);
    stretch.outcomes[place] = now;
    this.counts[nameOf(now)] += 1;
  }

  /** What the file has, section by section, in the order in which they came. */
  get sectionSpans(): SectionSpan[] {
    return [...this.spans.values()];
  }

  /** The periods of a section that have samples, those of each length in their order. */
  sent(sectionId: number): Period[] {
    const periods: Period[] = [];
    for (const [name, { outcomes }] of this.sections.get(sectionId) ?? []) for (const [place, outcome] of outcomes.entries()) if (outcome) periods.push(periodAt(name, place));
    return periods.sort();
  }

  /** The items that came of a sample. */
  itemsOf(sectionId: number, period: Period): IndicatorKey[] {
    const { stretch, place } = this.at(sectionId, period);
    return INDICATOR_KEYS.filter((key) => stretch.hashes[ITEM[key]]?.[place]);
  }

  private span({ code, name }: MonitoringSection, period: Period): void {
    const grain: Grain = grainOf(period);
    const known = this.spans.get(`${code} ${grain}`);
    if (!known) this.spans.set(`${code} ${grain}`, { code, name, grain, from: period, to: period, samples: 1 });
    else Object.assign(known, { from: period < known.from ? period : known.from, to: period > known.to ? period : known.to, samples: known.samples + 1 });
  }

  private at(sectionId: number, period: Period): { stretch: Stretch; place: number } {
    const { stretch: name, place, length } = placeOf(period);
    let section = this.sections.get(sectionId);
    if (!section) this.sections.set(sectionId, (section = new Map()));
    let stretch = section.get(name);
    if (!stretch) section.set(name, (stretch = { length, hashes: [], outcomes: new Uint8Array(length) }));
    return { stretch, place };
  }
}

const nameOf = (outcome: number): 'created' | 'changed' | 'unchanged' => OUTCOMES[outcome - 1].toLowerCase() as 'created' | 'changed' | 'unchanged';
