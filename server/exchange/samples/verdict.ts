import { refuse, type Language, type Refusal } from '../../api/refusal';
import { Exact } from '../../water/exact';
import { INDICATORS, type IndicatorKey } from '../../water/indicators';
import type { SampleItem } from '../../water/items';
import { boundsOf, isImpossible } from '../../water/plausible';
import { plainText, readCell } from '../../water/reading';
import { sayOf } from '../../water/record-samples';
import { factorOf, type NamedItem } from './item-names';

/** What a cell brings: a value; NOTHING, it is blank or says that nothing was measured; NO_LIMIT, not detected, the limit unknown. */
export type Verdict =
  | { kind: 'VALUE'; item: SampleItem; /** Equal for equal values, never 0. */ hash: number }
  | { kind: 'NOTHING' }
  | { kind: 'NO_LIMIT' }
  | { kind: 'REFUSED'; refusal: Refusal };

const NOTHING: Verdict = { kind: 'NOTHING' };
const NO_LIMIT: Verdict = { kind: 'NO_LIMIT' };
/** Texts that are remembered: stations repeat their few digits millions of times. */
const MOST_KNOWN = 20_000;

/** Judges the cells of one item in one unit by what they say alone. */
export class ItemJudge {
  private readonly known = new Map<string, Verdict>();
  private readonly factor: Exact | null;
  /** The unit that is kept beside a value: one that is another than GB 3838-2002's. */
  private readonly foreign: string | null;

  constructor(readonly key: IndicatorKey, private readonly unit: string | null, private readonly language: Language) {
    const own = INDICATORS[key].unit;
    this.factor = factorOf(key, unit ?? own);
    const same = unit === null || squeezed(unit) === squeezed(own) || squeezed(unit) === 'ph';
    this.foreign = same ? null : unit.slice(0, 20);
  }

  static of({ key, unit }: NamedItem, language: Language): ItemJudge {
    return new ItemJudge(key, unit, language);
  }

  judge(text: string): Verdict {
    let verdict = this.known.get(text);
    if (!verdict) {
      if (this.known.size >= MOST_KNOWN) this.known.clear();
      this.known.set(text, (verdict = this.read(text)));
    }
    return verdict;
  }

  private read(text: string): Verdict {
    const { key, factor, language } = this;
    const reading = readCell(text);
    if (reading.kind === 'NOT_MEASURED') return NOTHING;
    const { comparison, name, nameEn } = INDICATORS[key];
    // pH and temperature are read off an instrument; nothing of them is "not detected".
    if ((reading.kind === 'NOT_DETECTED' || reading.kind === 'BELOW') && (comparison === 'RANGE' || comparison === 'NONE')) return refused('NO_DETECTION_LIMIT', { indicator: language === 'zh' ? name : nameEn, value: text.slice(0, 60) });
    if (reading.kind === 'NOT_DETECTED') return NO_LIMIT;
    if (!factor) return refused('UNKNOWN_UNIT', { indicator: language === 'zh' ? INDICATORS[key].name : INDICATORS[key].nameEn, value: this.unit!.slice(0, 60), unit: INDICATORS[key].unit });
    if (reading.kind === 'REFUSED' && reading.reason === 'NO_NUMBER') return refused('CELL_VALUE', { value: text.slice(0, 100) });
    const read = reading.kind === 'FOUND' ? reading.value : reading.kind === 'BELOW' ? reading.limit : Exact.parse(plainText(text));
    if (!read) return refused('CELL_VALUE', { value: text.slice(0, 100) });
    const value = read.times(factor);
    // Water in the open is colder than zero at times.
    if (reading.kind === 'REFUSED' && key !== 'T') return refused('VALUE_NEGATIVE', sayOf(key, value, language));
    if (isImpossible(key, value)) {
      const { low, high } = boundsOf(key);
      return refused('VALUE_IMPOSSIBLE', { ...sayOf(key, value, language), low: low.toText(), high: high.toText() });
    }
    const belowDetection = reading.kind === 'BELOW';
    return { kind: 'VALUE', item: { value, belowDetection, text, unit: this.foreign }, hash: hashOf((belowDetection ? '<' : '') + value.toText()) };
  }
}

const squeezed = (unit: string): string => unit.normalize('NFKC').replaceAll(/\s/g, '').toLowerCase();

const refused = (...refusal: Parameters<typeof refuse>): Verdict => ({ kind: 'REFUSED', refusal: refuse(...refusal) });

/** FNV-1a, 32 bits. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0 || 1;
}
