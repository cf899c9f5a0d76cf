import { isDay } from '../../api/day';
import { refuse } from '../../api/refusal';
import type { Cell, SheetRow } from './cell';
import { formatted } from './formats';
import { checkColumn, type Budget } from './limits';
import { coverMerged, parseRange, type Range } from './merges';
import { cellName, LAST_ROW, parseCellName } from './places';
import { unescapeText, type Workbook } from './workbook';
import { readXml } from './xml';
import type { Zip } from './zip';

const damaged = () => refuse('FILE_DAMAGED', { field: 'file' });

/** A cell while it is being read. */
interface Draft {
  row: number;
  column: number;
  type: string;
  style: number;
  hasFormula: boolean;
  hasValue: boolean;
  text: string;
}

/** The value of a cell as stored; undefined when it is empty. */
function cellOf(draft: Draft, { strings, formats, since1904 }: Workbook): Cell | undefined {
  const { type, text } = draft;
  if (type === 's') {
    if (text === '') return undefined;
    const shared = strings[Number(text)];
    if (shared === undefined) throw damaged();
    return shared || undefined;
  }
  if (type === 'str' || type === 'inlineStr') return unescapeText(text) || undefined;
  if (type === 'e') return { kind: 'FAULT', text };
  if (text === '') return undefined;
  if (type === 'b') return { kind: 'TRUTH', truth: text === '1' || text === 'true' };
  if (type === 'd') return isDay(text.slice(0, 10)) ? { kind: 'DAY', day: text.slice(0, 10), shows: 'DAY' } : text;
  const value = Number(text);
  return Number.isFinite(value) ? formatted(value, formats[draft.style] ?? 'NUMBER', since1904) : text;
}

/** A formula is worth what the program that saved it reckoned; an empty text is a result too. */
const isUnreckoned = ({ hasFormula, hasValue, type, text }: Draft): boolean => hasFormula && (type === 'str' ? !hasValue : text === '');

/**
 * Reads the rows of a worksheet that hold something, in order, parts of merged cells marked.
 * @throws Refusal when it is damaged or too large, or when a formula has no stored value.
 */
export async function readWorksheet(zip: Zip, { name, part }: { name: string; part: string }, workbook: Workbook, budget: Budget): Promise<SheetRow[]> {
  const rows: SheetRow[] = [];
  const merges: Range[] = [];
  let row = 0;
  let cells: (Cell | undefined)[] = [];
  let draft: Draft | null = null;
  let nextColumn = 0;
  let inText = false;
  let phonetic = false;

  const openCell = (attributes: Readonly<Record<string, string>>): void => {
    let column = nextColumn;
    if (attributes.r !== undefined) {
      const place = parseCellName(attributes.r);
      if (place?.row !== row) throw damaged();
      column = place.column;
    }
    nextColumn = column + 1;
    draft = { row, column, type: attributes.t ?? 'n', style: Number(attributes.s ?? 0), hasFormula: false, hasValue: false, text: '' };
  };
  const closeCell = (done: Draft): void => {
    if (isUnreckoned(done)) throw refuse('FILE_FORMULA_WITHOUT_VALUE', { field: 'file', sheet: name, cell: cellName(done.row, done.column) });
    const cell = cellOf(done, workbook);
    if (cell === undefined) return;
    checkColumn(name, done.row, done.column);
    budget.spend('cells', 1);
    if (typeof cell === 'string' && done.type !== 's') budget.spend('characters', cell.length);
    cells[done.column] = cell;
  };

  await readXml(zip.contents(part), {
    open: (tag, attributes) => {
      if (tag === 'row') {
        const number = attributes.r === undefined ? row + 1 : Number(attributes.r);
        if (!(Number.isInteger(number) && number > row && number <= LAST_ROW)) throw damaged();
        row = number;
        cells = [];
        nextColumn = 0;
      } else if (tag === 'c') openCell(attributes);
      else if (tag === 'mergeCell') {
        budget.spend('merges', 1);
        const range = parseRange(attributes.ref ?? '');
        if (range) merges.push(range);
      } else if (draft) {
        if (tag === 'f') draft.hasFormula = true;
        else if (tag === 'rPh') phonetic = true;
        else if (tag === 'v' || tag === 't') {
          inText = !phonetic;
          draft.hasValue = true;
        }
      }
    },
    close: (tag) => {
      if (tag === 'v' || tag === 't') inText = false;
      else if (tag === 'rPh') phonetic = false;
      else if (tag === 'c' && draft) {
        closeCell(draft);
        draft = null;
      } else if (tag === 'row' && cells.length > 0) {
        budget.spendRow();
        rows.push({ number: row, cells });
        cells = [];
      }
    },
    text: (piece) => {
      if (draft && inText) draft.text += piece;
    },
  });
  coverMerged(rows, merges, budget);
  return rows;
}
