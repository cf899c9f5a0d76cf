import { isPeriod } from '../../api/period';
import { type IndicatorKey } from '../../water/indicators';
import { boundsOf, isImpossible } from '../../water/plausible';
import { readCell } from '../../water/reading';
import type { Day, Fen, PackValue } from './types';

/** Turns one cell into a value, or throws a BadCell that says what would be right. A file without a column that `mayLack` is read as if its cells were empty. */
export type Column<T> = { (cell: string): T; readonly mayLack?: boolean };

/** What is wrong with one cell. */
export class BadCell extends Error {}

const MAX_TEXT = 2000;

function checkText(cell: string): string {
  if (cell.length > MAX_TEXT) throw new BadCell(`longer than ${MAX_TEXT} characters`);
  if (cell !== cell.trim()) throw new BadCell('begins or ends with a space');
  // Control characters would break the printed papers. Lone surrogates cannot come out of strict UTF-8.
  if (/[\u0000-\u0008\u000b-\u001f\u007f]/.test(cell)) throw new BadCell('holds a character that is not text');
  return cell;
}

/** Any text but none at all. */
export const text: Column<string> = (cell) => {
  if (cell === '') throw new BadCell('must not be empty');
  return checkText(cell);
};

/** A code: letters, digits, "-", "_" and ".", at most 40. */
export const code: Column<string> = (cell) => {
  if (!/^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$/.test(cell)) throw new BadCell(`"${cell}" is not a code (letters, digits, - _ .)`);
  return cell;
};

/** A region's code: six digits or capital letters. */
export const adcode: Column<string> = (cell) => {
  if (!/^[0-9A-Z]{6}$/.test(cell)) throw new BadCell(`"${cell}" is not a region code of six digits or capital letters`);
  return cell;
};

/** A project code in the form of GB/T 40058-2021. */
export const nationalCode: Column<string> = (cell) => {
  if (!/^\d{4}-\d{6}-\d{2}-\d{2}-\d{6}$/.test(cell)) throw new BadCell(`"${cell}" is not a project code like 2301-990001-76-01-123456`);
  return cell;
};

/** True where the text names a day of the calendar. */
export function isDay(value: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
  const parsed = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(value);
}

/** A calendar day. */
export const day: Column<Day> = (cell) => {
  if (!isDay(cell)) throw new BadCell(`"${cell}" is not a date like 2024-06-30`);
  return cell;
};

/** A month or a year. */
export const period: Column<string> = (cell) => {
  if (!/^\d{4}(-(0[1-9]|1[0-2]))?$/.test(cell)) throw new BadCell(`"${cell}" is neither a month like 2024-06 nor a year like 2024`);
  return cell;
};

/** A month. */
export const month: Column<string> = (cell) => {
  if (!/^\d{4}-(0[1-9]|1[0-2])$/.test(cell)) throw new BadCell(`"${cell}" is not a month like 2024-06`);
  return cell;
};

/** Cubic metres per second with at most three decimals, as whole litres. Not read through a float: 1.001 × 1000 is not 1001. */
export const flow: Column<number> = (cell) => {
  const parts = /^(0|[1-9]\d{0,4})(?:\.(\d{1,3}))?$/.exec(cell);
  if (!parts) throw new BadCell(`"${cell}" is not a flow in m³/s like 0.56, with at most three decimals`);
  return Number(parts[1]) * 1000 + Number((parts[2] ?? '').padEnd(3, '0'));
};

/** A period of a sample. */
export const samplePeriod: Column<string> = (cell) => {
  if (!isPeriod(cell)) throw new BadCell(`"${cell}" is not a period like 2024, 2024-06, 2024-06-30 or 2024-06-30T08`);
  return cell;
};

/** A measured value such as 0.03, below the detection limit 0.004L; an empty cell was not measured. The column may be left out. */
export function measured(key: IndicatorKey): Column<PackValue | null> {
  const column = (cell: string): PackValue | null => {
    if (cell === '') return null;
    const reading = readCell(cell);
    if (reading.kind !== 'FOUND' && reading.kind !== 'BELOW') throw new BadCell(`"${cell}" is not a measured value like 0.03 or 0.004L`);
    const exact = reading.kind === 'BELOW' ? reading.limit : reading.value;
    if (isImpossible(key, exact)) throw new BadCell(`"${cell}" cannot be: ${key} lies from ${boundsOf(key).low.toText()} to ${boundsOf(key).high.toText()}`);
    return { value: exact.toText(), belowDetection: reading.kind === 'BELOW' };
  };
  return Object.assign(column, { mayLack: true });
}

/** Yuan with two decimals, zero or more, as whole fen. Not read through a float: 0.29 × 100 is not 29. */
export const money: Column<Fen> = (cell) => {
  const parts = /^(0|[1-9]\d{0,12})\.(\d{2})$/.exec(cell);
  if (!parts) throw new BadCell(`"${cell}" is not an amount in yuan like 1250000.00`);
  return Number(parts[1]) * 100 + Number(parts[2]);
};

/** An amount above zero. */
export const positiveMoney: Column<Fen> = (cell) => {
  const fen = money(cell);
  if (fen === 0) throw new BadCell('must be more than 0.00');
  return fen;
};

/** A whole number from `min` to `max`. */
export function integer(min: number, max: number): Column<number> {
  return (cell) => {
    const value = /^-?(0|[1-9]\d{0,8})$/.test(cell) ? Number(cell) : NaN;
    if (!(value >= min && value <= max)) throw new BadCell(`"${cell}" is not a whole number from ${min} to ${max}`);
    return value;
  };
}

/** A decimal number from `min` to `max` with at most `digits` decimals. */
export function decimal(min: number, max: number, digits: number): Column<number> {
  const form = new RegExp(`^-?(0|[1-9]\\d{0,8})(\\.\\d{1,${digits}})?$`);
  return (cell) => {
    const value = form.test(cell) ? Number(cell) : NaN;
    if (!(value >= min && value <= max)) {
      throw new BadCell(`"${cell}" is not a number from ${min} to ${max} with at most ${digits} decimal${digits === 1 ? '' : 's'}`);
    }
    return value;
  };
}

/** A decimal number as it is written, with at most 12 digits before the point and 6 after it. */
export const exact: Column<string> = (cell) => {
  if (!/^-?(0|[1-9]\d{0,11})(\.\d{1,6})?$/.test(cell)) throw new BadCell(`"${cell}" is not a decimal number`);
  return cell;
};

/** yes or no. */
export const flag: Column<boolean> = (cell) => {
  if (cell !== 'yes' && cell !== 'no') throw new BadCell(`"${cell}" is neither yes nor no`);
  return cell === 'yes';
};

/** One of a fixed set of words. */
export function oneOf<T extends string>(words: readonly T[]): Column<T> {
  return (cell) => {
    const found = words.find((word) => word === cell);
    if (found === undefined) throw new BadCell(`"${cell}" is none of ${words.join(', ')}`);
    return found;
  };
}

/** The same, or null where the cell is empty. */
export function optional<T>(column: Column<T>): Column<T | null> {
  return (cell) => (cell === '' ? null : column(cell));
}

/** Several values with ";" between them; an empty cell is an empty list. */
export function listOf<T>(column: Column<T>): Column<readonly T[]> {
  return (cell) => {
    if (cell === '') return [];
    const values = cell.split(';').map((part) => column(part));
    if (new Set(values).size !== values.length) throw new BadCell('names something twice');
    return values;
  };
}
