import type { Day } from '../../api/day';
import { refuse } from '../../api/refusal';
import { isStorable, requiredText } from '../../api/text';
import { procedureNames } from '../../portfolio/procedure.service';
import { FundingSource, fundingSourceNames } from '../../funding/funding.entity';
import { ProcedureStatus, Stage } from '../../portfolio/facts.entity';
import { shownText, type Cell } from '../sheet/cell';
import { parseDay, readDay, type Edge } from './read-days';
import { readMoney, readNumber, readPercent, readWholeNumber } from './read-figures';
import type { Names } from './read-names';
import { saysNothing, squeeze } from './read-text';
import { edgeOf, MONEY, type AnyFields, type TitleKey } from './read-titles';
import { procedureStatusWords, procedureWords, sourceWords, stageWords, suspensionWords, truthWords } from './read-words';

/** What a reader may ask beside the cell. */
export interface Setting {
  readonly names: Names;
  /** The unit of money of the column, else of the sheet. */
  readonly unit: number | null;
  /** The column's title. */
  readonly title: string;
  readonly edge: Edge;
}

/** The value of a cell; undefined when it says nothing. @throws Refusal that says what would be right */
type Reader<T> = (cell: Cell, setting: Setting) => T | undefined;

const LINES = /\s*[\r\n]+\s*/g;
const BETWEEN_HAN = /(?<=[\u3000-\u9fff\uff00-\uffef])\s+(?=[\u3000-\u9fff\uff00-\uffef])/g;
const BRACKETS = /\([^()]*\)|\[[^\]]*\]/g;
/** Nobody is called "—". */
const DASHES = /^[-—–/\\]+$/;

const words = (limit: number, tidy: (text: string) => string = (text) => text.replace(/\r\n?/g, '\n')): Reader<string> => (cell, { title }) => {
  const text = tidy(shownText(cell).trim());
  if (text === '' || DASHES.test(squeeze(text))) return undefined;
  if (!isStorable(text)) throw refuse('BAD_TEXT');
  return requiredText(text, title, limit);
};

/** Codes are compared: full-width characters made narrow, no blanks. */
const codeOf = (text: string): string => text.normalize('NFKC').replace(/\s+/g, '');

/** A text by a list of words, without its asides if need be: "完工（待核）". */
function known<T>(meanings: ReadonlyMap<string, T>, text: string): T | null {
  const squeezed = squeeze(text);
  return meanings.get(squeezed) ?? meanings.get(squeezed.replace(BRACKETS, '')) ?? null;
}

/** A reader of words that a cell may also leave out. */
const meant = <T>(read: (text: string, setting: Setting) => T): Reader<T> => (cell, setting) => {
  const text = shownText(cell);
  return saysNothing(squeeze(text)) ? undefined : read(text, setting);
};

const listed = (names: Record<string, string>): string => Object.values(names).join('、');

function readStage(text: string): Stage {
  const stage = known(stageWords, text);
  if (stage) return stage;
  throw refuse(suspensionWords.has(squeeze(text)) ? 'CELL_STAGE_SUSPENDED' : 'CELL_STAGE', { value: text });
}

/** Marks of the sources in longer names ("中央水污染防治资金"), the surer ones first. */
const SOURCE_MARKS: readonly (readonly [RegExp, FundingSource])[] = [
  [/国债/, FundingSource.TREASURY_BOND], [/专项债/, FundingSource.SPECIAL_BOND], [/一般债/, FundingSource.GENERAL_BOND], [/黄河.*(?:奖补|补偿)/, FundingSource.YELLOW_RIVER_AWARD], [/^(?:中央|国家)/, FundingSource.CENTRAL_GRANT],
  [/^省(?:级|财|补|专项|资金|配套)/, FundingSource.PROVINCIAL_GRANT], [/^市(?:级|本级|财|补|专项|资金|配套)/, FundingSource.MUNICIPAL_BUDGET], [/^[县区](?:级|本级|财|补|专项|资金|配套)/, FundingSource.COUNTY_BUDGET], [/贷款/, FundingSource.BANK_LOAN],
];

/** The source that a longer name is of; null where it names several levels. */
function sourceLike(text: string): FundingSource | null {
  const squeezed = squeeze(text);
  if (squeezed.length > 30 || (squeezed.match(/中央|国家|省|市|县/g) ?? []).length > 1) return null;
  return SOURCE_MARKS.find(([mark]) => mark.test(squeezed))?.[1] ?? null;
}

/** A work that has not begun stands at nothing, one that is completed at all of it, whatever the words. */
function readProgress(cell: Cell): number | undefined {
  const stage = typeof cell === 'string' ? known(stageWords, cell) : null;
  if (stage === Stage.PREPARATION) return 0;
  return stage === Stage.COMPLETED ? 100 : readPercent(cell);
}

const day: Reader<Day> = (cell, { edge }) => readDay(cell, edge);
const money: Reader<number> = (cell, { unit, title }) => readMoney(cell, unit, title);
const degrees: Reader<number> = (cell) => readNumber(cell, /^[°度]?$/);

/** How the cells of every field are read; `status` is read by `readStatus`. */
const readers: { readonly [K in Exclude<keyof AnyFields, 'status'>]: Reader<AnyFields[K]> } = {
  code: words(60, codeOf),
  number: (cell) => readWholeNumber(cell, /^(?:号)?$/),
  name: words(200, (text) => text.replace(LINES, '').replace(BETWEEN_HAN, '').replace(/\s+/g, ' ')),
  nationalCode: words(40, codeOf),
  regions: meant((text, { names }) => names.readRegions(text)),
  sector: meant((text, { names }) => names.readSector(text)),
  category: meant((text, { names }) => names.readCategory(text)),
  lists: meant((text, { names }) => names.readLists(text)),
  ownerUnit: words(200, (text) => text.replace(LINES, '')),
  scale: words(1000),
  content: words(5000),
  waterBody: words(200, (text) => text.replace(LINES, '')),
  lon: degrees,
  lat: degrees,
  plannedStart: day,
  plannedFinish: day,
  actualStart: day,
  actualFinish: day,
  investment: money,
  investmentDone: money,
  planned: money,
  allocated: money,
  arrived: money,
  paid: money,
  progress: readProgress,
  stage: meant(readStage),
  source: meant((text) => {
    const source = known(sourceWords, text) ?? sourceLike(text);
    if (!source) throw refuse('CELL_SOURCE', { value: text, choices: listed(fundingSourceNames) });
    return source;
  }),
  kind: meant((text) => {
    const kind = known(procedureWords, text);
    if (!kind) throw refuse('CELL_PROCEDURE', { value: text, choices: listed(procedureNames) });
    return kind;
  }),
  heldBy: meant((text, { names }) => names.readDepartment(text)),
  appliedOn: day,
  due: day,
  doneOn: day,
  promisedDays: (cell) => readWholeNumber(cell, /^(?:个)?(?:工作|自然)?[天日]?$/),
  greenChannel: (cell) => {
    if (typeof cell === 'object' && cell.kind === 'TRUTH') return cell.truth;
    const text = shownText(cell);
    if (squeeze(text) === '' || DASHES.test(squeeze(text))) return undefined;
    const truth = known(truthWords, text);
    if (truth === null) throw refuse('CELL_YES_NO', { value: text });
    return truth;
  },
  documentNumber: words(100, (text) => text.replace(LINES, '')),
};

const LONGEST_STATUS = 100;
const WRITTEN_DAY = /\d{4}\s*(?:年|[-./])\s*\d{1,2}(?:\s*(?:月|[-./])\s*\d{1,2})?\s*[月日号]?|(?<!\d)20\d{6}(?!\d)/;
const WRITTEN_DOCUMENT = /[^\s,，;；。、()（）]*[〔[(（【]\s*\d{4}\s*[〕\])）】]\s*(?:第)?\d+\s*号/;

/**
 * What a cell says of an approval: how far it is, and perhaps since when and under which number ("已批复 X审〔2024〕7号 2024.3.5").
 * @param alone whether the column is about one approval: a stroke then says that it is not needed
 */
export function readStatus(cell: Cell, alone: boolean): Partial<Pick<AnyFields, 'status' | 'doneOn' | 'appliedOn' | 'due' | 'documentNumber'>> {
  const { DONE, NOT_STARTED, IN_PROGRESS } = ProcedureStatus;
  if (typeof cell === 'object' && cell.kind === 'TRUTH') return { status: cell.truth ? DONE : NOT_STARTED };
  const text = shownText(cell);
  if (alone && DASHES.test(squeeze(text))) return { status: ProcedureStatus.NOT_NEEDED };
  if (saysNothing(squeeze(text))) return {};
  const plain = procedureStatusWords.get(squeeze(text));
  if (plain) return { status: plain };
  if (text.length > LONGEST_STATUS) throw refuse('CELL_PROCEDURE_STATUS', { value: text });
  const documentNumber = WRITTEN_DOCUMENT.exec(text)?.[0].replace(/\s+/g, '');
  const rest = text.replace(WRITTEN_DOCUMENT, ' ');
  const written = (typeof cell === 'object' && cell.kind === 'DAY' ? text : WRITTEN_DAY.exec(rest)?.[0]) ?? null;
  const on = written === null ? undefined : parseDay(written, 'LAST');
  const word = squeeze((written === null ? rest : rest.replace(written, ' '))).replace(/[()[\],，。.;；:：、√✓✔☑日]/g, '');
  if (/^(?:预计|计划|拟|力争)?(?:于)?(?:底|末)?前?(?:办结|完成|取得|批复)?$/.test(word) && /^(?:预计|计划|拟|力争)/.test(word) && on) return { due: on };
  const status = word === '' ? DONE : known(procedureStatusWords, word.replace(/^于/, ''));
  if (!status || (word === '' && !on && !documentNumber)) throw refuse('CELL_PROCEDURE_STATUS', { value: text });
  return {
    status,
    ...(on === undefined ? {} : status === IN_PROGRESS ? { appliedOn: on } : status === DONE ? { doneOn: on } : {}),
    ...(documentNumber === undefined ? {} : { documentNumber }),
  };
}

/**
 * Reads a cell of a field.
 * @returns undefined when it says nothing
 * @throws Refusal that says what would be right
 */
export function readField<K extends keyof typeof readers>(key: K, cell: Cell, setting: Omit<Setting, 'edge'>): AnyFields[K] | undefined {
  if (typeof cell === 'object' && cell.kind === 'FAULT') throw refuse('CELL_FAULT', { value: cell.text });
  // A word that a format shows behind a number is the unit of an amount, and no part of anything else.
  const bare = typeof cell === 'object' && cell.kind === 'LABELLED' && !MONEY.has(key) ? cell.value : cell;
  return readers[key](bare, { names: setting.names, unit: setting.unit, title: setting.title, edge: edgeOf[key as TitleKey] ?? 'LAST' });
}
