import type { Day } from '../../api/day';
import type { FundingSource } from '../../funding/funding.entity';
import type { ProcedureKind } from '../../portfolio/facts.entity';
import { dayOrNull } from './read-days';
import { unitOf } from './read-figures';
import { squeeze } from './read-text';
import { bareTitles, FUNDS, meaningOf, MONEY, type Meaning } from './read-titles';
import { procedureWords, sourceWords } from './read-words';
import type { ImportKind } from './rows';

/** What a column is about. */
export interface Subject extends Meaning {
  /** The source or the procedure that its title names, where a file has columns for each. */
  readonly group: FundingSource | ProcedureKind | null;
  /** The unit of money, as a power of ten of a yuan. */
  readonly unit: number | null;
  /** The day that its figures hold for. */
  readonly asOf: Day | null;
}

const DATE = String.raw`\d{4}(?:年|[-./])(?:\d{1,2}(?:月|[-./])?(?:\d{1,2}日?)?)?(?:底|末|上旬|中旬|下旬)?`;
const AS_OF = new RegExp(String.raw`(?:数据)?(?:截至|截止|asof)(?:日期|时间)?(?:到|至)?[:]?(${DATE})(?:止)?|^至?(${DATE})(?=累计)`);
/** "Until now" without a day. */
const UNTIL = /(?:截至|截止)(?:到|至)?(?:目前|上月[底末]?|本月[底末]?|\d{1,2}月[底末]?)?/;

/** The day that a text says its figures hold for, or null; and the text without that. */
export function splitAsOf(text: string): { asOf: Day | null; rest: string } {
  const squeezed = squeeze(text);
  const found = AS_OF.exec(squeezed);
  if (!found) return { asOf: null, rest: squeezed.replace(UNTIL, '') };
  return { asOf: dayOrNull((found[1] ?? found[2]).replace(/[./-]$/, ''), 'LAST'), rest: squeezed.replace(AS_OF, '') };
}

const SUFFIX = /[/(]?((?:亿|千万|百万|万|千)元)\)?$|[/(](元)\)?$/;

/** The unit of money that a squeezed title carries, and the title without it. */
export function splitUnit(title: string): { unit: number | null; rest: string } {
  for (const [bracketed, content] of title.matchAll(/[([【]([^)\]】]*)[)\]】]/g)) {
    const named = content.replace(/^(?:金额)?(?:单位)?[:]?/, '');
    const unit = [named, ...named.split(/[,、/;]/)].map(unitOf).find((each) => each !== null);
    if (unit !== undefined && unit !== null) return { unit, rest: title.replace(bracketed, '') };
  }
  const suffix = SUFFIX.exec(title);
  return suffix ? { unit: unitOf(suffix[1] ?? suffix[2]), rest: title.slice(0, suffix.index) } : { unit: null, rest: title };
}

/** A figure of a period is not the cumulative one that we keep. */
const OF_A_PERIOD = /年度|[本当今上去明次]年|[本当上]月|本[期周季]|季度|\d{4}年/;
const TOTAL = /^(?:合计|小计|总计|总额|总数)$/;
/** Words that mean something by themselves only under a heading that adds nothing. */
const GENERIC = /^(?:名称|时间|日期|编号|编码|类别|类型|计划|计划数|计划额|来源|状态|县|区|规模|内容|进度|部门)$/;
const NEUTRAL = /^(?:项目|工程|基本|建设|资金|手续|办理|前期|主要|实施)*(?:情况|信息|概况|进展)?$/;

/** A title's words for a group, whole or with more behind or before: "中央资金", "中央资金到位", "环评批复时间". */
function splitGroup<T extends string>(words: ReadonlyMap<string, T>, kind: ImportKind, title: string): { group: T; rest: string } | null {
  const bare = bareTitles(title)[0];
  const whole = words.get(bare);
  if (whole) return { group: whole, rest: '' };
  const found = [...words].filter(([word]) => word.length > 1 && (bare.startsWith(word) || bare.endsWith(word))).sort(([a], [b]) => b.length - a.length);
  for (const [word, group] of found) {
    const rest = bare.startsWith(word) ? bare.slice(word.length) : bare.slice(0, -word.length);
    if (rest !== '' && inGroup(kind, [rest])) return { group, rest };
  }
  return null;
}

/** What a column means within a group: of a source's money, or of an approval. */
function inGroup(kind: ImportKind, rest: readonly string[]): Meaning | null {
  const meaning = meaningOf(kind, rest.join('')) ?? (rest.length > 0 ? meaningOf(kind, rest.at(-1)!) : null);
  if (kind === 'funding') {
    if (meaning && ([...FUNDS, 'documentNumber'] as string[]).includes(meaning.key)) return meaning;
    // What a work is made up of, by source, is what is planned.
    return rest.some((text) => /来源|构成|组成|筹措|总投资|计划/.test(text)) ? { key: 'planned', rank: 9 } : null;
  }
  const ofProcedure = ['status', 'heldBy', 'appliedOn', 'promisedDays', 'greenChannel', 'due', 'doneOn', 'documentNumber'];
  if (meaning && ofProcedure.includes(meaning.key)) return meaning;
  return rest.every((text) => /手续|要素|审批|前期|办理|批复|保障|进展|情况/.test(text)) ? { key: 'status', rank: 9 } : null;
}

function ungrouped(kind: ImportKind, texts: readonly string[]): Meaning | null {
  const leaf = texts.at(-1) ?? '';
  const parents = texts.slice(0, -1);
  for (const joined of [texts.join(''), texts.slice(-2).join(''), [...texts.slice(-2)].reverse().join('')]) {
    const meaning = texts.length > 1 ? meaningOf(kind, joined) : null;
    if (meaning) return meaning;
  }
  const meaning = meaningOf(kind, leaf);
  if (!meaning || !GENERIC.test(bareTitles(leaf)[0])) return meaning;
  if (!parents.every((parent) => NEUTRAL.test(bareTitles(parent)[0]))) return null;
  return meaning.key === 'planned' && kind !== 'funding' && !parents.some((parent) => parent.includes('资金')) ? null : meaning;
}

/**
 * What a column is about, by its titles from top to bottom.
 * @returns null when they say nothing to us
 */
export function subjectOf(kind: ImportKind, titles: readonly string[]): Subject | null {
  const parts = titles.map((title) => {
    const { asOf, rest } = splitAsOf(title);
    return { asOf, ...splitUnit(rest) };
  });
  const unit = parts.findLast((part) => part.unit !== null)?.unit ?? null;
  const asOf = parts.findLast((part) => part.asOf !== null)?.asOf ?? null;
  const texts = parts.map(({ rest }) => rest).filter((text) => bareTitles(text).some(Boolean));
  if (texts.length === 0) return null;
  const words: ReadonlyMap<string, FundingSource | ProcedureKind> | null = kind === 'procedures' ? procedureWords : sourceWords;
  // A file of works has one figure for all sources; what is by source belongs into a file of funds.
  const grouped = texts.map((text, place) => ({ place, found: splitGroup(words, kind === 'works' ? 'funding' : kind, text) })).find(({ found }) => found !== null);
  const sums = texts.some((text) => TOTAL.test(bareTitles(text)[0]));
  let meaning: Meaning | null;
  let group: Subject['group'] = null;
  if (grouped?.found) {
    if (kind === 'works') return null;
    const { place, found } = grouped;
    const rest = [...texts.slice(0, place), found.rest, ...texts.slice(place + 1)].filter(Boolean);
    group = found.group;
    meaning = rest.length === 0 ? (kind === 'procedures' ? { key: 'status', rank: 9 } : null) : inGroup(kind, rest);
  } else meaning = ungrouped(kind, sums ? texts.filter((text) => !TOTAL.test(bareTitles(text)[0])) : texts);
  if (!meaning) return null;
  if ((MONEY.has(meaning.key) || meaning.key === 'progress') && texts.some((text) => OF_A_PERIOD.test(text))) return null;
  return { ...meaning, group, unit, asOf };
}
