import { Refusal, refuse } from '../../api/refusal';
import type { SentenceKey } from '../../api/sentences';
import type { Reference } from '../../portfolio/reference';
import { squeeze } from './read-text';
import type { RowCheck } from './row-check';
import type { ImportRow, WorkNames } from './rows';

/** A work as far as finding it needs. */
export interface Listed {
  id: number;
  code: string;
  number: number;
  name: string;
  leadRegionId: number;
}

const codeKey = (code: string): string => code.normalize('NFKC').trim();

/** Whether two names are one: brackets, blanks and letters are written wide and narrow. */
export const sameName = (a: string, b: string): boolean => a === b || squeeze(a) === squeeze(b);

/** Every work that there is, by its names. */
export class WorkIndex {
  private readonly byCode = new Map<string, Listed>();
  private readonly byNumber = new Map<number, Listed>();
  private readonly byName = new Map<string, Listed[]>();

  constructor(works: readonly Listed[]) {
    for (const work of works) {
      this.byCode.set(codeKey(work.code), work);
      this.byNumber.set(work.number, work);
      const name = squeeze(work.name);
      this.byName.set(name, [...(this.byName.get(name) ?? []), work]);
    }
  }

  coded = (code: string): Listed | null => this.byCode.get(codeKey(code)) ?? null;

  numbered = (number: number): Listed | null => this.byNumber.get(number) ?? null;

  named = (name: string): readonly Listed[] => this.byName.get(squeeze(name)) ?? [];

  /** Every work that a row may be about, whoever may open it. */
  candidates({ values: { code, number, name } }: ImportRow<WorkNames>): Listed[] {
    return [code ? this.coded(code.value) : null, number ? this.numbered(number.value) : null, ...(name ? this.named(name.value) : [])].filter((work) => work !== null);
  }
}

/** What is known of works that may be named. */
export interface Sight {
  index: WorkIndex;
  reference: Reference;
  /** Whether the importer may know of the work. */
  sees(work: Listed): boolean;
  /** The regions of a work. */
  regionIds(work: Listed): readonly number[];
}

/** A work that stands, one that is to be registered, or why neither. */
export type Match = { work: Listed } | { work: null } | Refused;
interface Refused {
  refusal: Refusal;
  /** Where in the row. */
  key: keyof WorkNames;
}

const no = (key: keyof WorkNames, sentence: SentenceKey, detail: Readonly<Record<string, string | number>> = {}): Refused => ({ refusal: refuse(sentence, detail), key });

/**
 * Which work a row is about: by its code, else by lead region and name, of several by its number. What the importer may
 * not open is as if it were not there.
 * @returns `work: null` when it names none that there is: a new one, where the kind of file may bring some.
 */
export function findWork(check: RowCheck<WorkNames>, sight: Sight): Match {
  const code = check.value('code');
  const name = check.value('name');
  if (code !== undefined) {
    const coded = sight.index.coded(code);
    if (coded) return sight.sees(coded) ? sameWork(coded, name, sight) : no('code', 'NOT_FOUND');
    const named = name === undefined ? [] : namedIn(check, sight, name);
    return named.length ? no('code', 'IMPORT_CODE_DIFFERS', { value: code, code: named[0].code }) : { work: null };
  }
  return name === undefined ? no('name', 'ROW_WITHOUT_NAME') : byName(check, sight, name);
}

/** A code beside the name of another work is a slip in one of the two: a column that moved, a row that was sorted alone. */
function sameWork(coded: Listed, name: string | undefined, { index, sees }: Sight): Match {
  if (name === undefined || sameName(name, coded.name)) return { work: coded };
  const other = index.named(name).find((work) => work.id !== coded.id && sees(work));
  return other ? no('name', 'IMPORT_NAME_OF_ANOTHER', { code: coded.code, own: coded.name, name, other: other.code }) : { work: coded };
}

function byName(check: RowCheck<WorkNames>, sight: Sight, name: string): Match {
  const number = check.value('number');
  const named = namedIn(check, sight, name);
  const chosen = named.length > 1 ? named.filter((work) => work.number === number) : named;
  if (chosen.length === 1) return { work: chosen[0] };
  if (named.length > 1) return no('name', 'IMPORT_NAME_AMBIGUOUS', { codes: named.map(({ code }) => code).join('、') });
  const numbered = number === undefined ? null : sight.index.numbered(number);
  // Counties count their own rows too. A number of the same county's is another matter: a name that was changed, or a slip.
  const region = leadOf(check, sight);
  if (numbered && sight.sees(numbered) && (region === null || region === numbered.leadRegionId)) return no('name', 'IMPORT_NUMBER_DIFFERS', { number: numbered.number, name: numbered.name });
  return { work: null };
}

const leadOf = (check: RowCheck<WorkNames>, { reference }: Sight): number | null => reference.regionByAdcode.get(check.value('regions')?.[0] ?? '')?.id ?? null;

/** The works of a name in the row's lead region, else those in just its regions, whichever leads; without regions any of the name. */
function namedIn(check: RowCheck<WorkNames>, sight: Sight, name: string): readonly Listed[] {
  const named = sight.index.named(name).filter(sight.sees);
  const adcodes = check.value('regions');
  if (!adcodes) return named;
  const lead = leadOf(check, sight);
  const led = named.filter(({ leadRegionId }) => leadRegionId === lead);
  if (led.length) return led;
  const wanted = new Set(adcodes.map((adcode) => sight.reference.regionByAdcode.get(adcode)?.id));
  return named.filter((work) => {
    const own = sight.regionIds(work);
    return own.length === wanted.size && own.every((id) => wanted.has(id));
  });
}
