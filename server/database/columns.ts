import { Column, type ColumnOptions, type ValueTransformer } from 'typeorm';

/** Passes whole numbers that a double holds exactly, and throws on any other rather than round it. */
const safeInteger: ValueTransformer = {
  to: (value: number | null | undefined) => {
    if (value !== null && value !== undefined && !Number.isSafeInteger(value)) throw new RangeError(`not a safe integer: ${value}`);
    return value;
  },
  from: (value: number | string | null) => {
    if (value === null || value === undefined) return value;
    const number = Number(value);
    if (!Number.isSafeInteger(number)) throw new RangeError(`not a safe integer: ${value}`);
    return number;
  },
};

/** Both engines keep booleans as 0 and 1, and an insert gives them back so. */
const toBoolean = (value: unknown) => (value === null || value === undefined ? value : Boolean(value));
const bool: ValueTransformer = { to: toBoolean, from: toBoolean };

// The types below give the same values and no schema drift on SQLite and on MariaDB.

/** Whole fen. */
export const MoneyColumn = (options: ColumnOptions = {}) => Column({ type: 'bigint', transformer: safeInteger, ...options });
/** A sequence number. */
export const SequenceColumn = (options: ColumnOptions = {}) => Column({ type: 'bigint', transformer: safeInteger, ...options });
export const IntColumn = (options: ColumnOptions = {}) => Column({ type: 'int', ...options });
export const BoolColumn = (options: ColumnOptions = {}) => Column({ type: 'boolean', default: false, transformer: bool, ...options });
/** A calendar day, "2024-06-30". */
export const DayColumn = (options: ColumnOptions = {}) => Column({ type: 'date', ...options });
/** An instant with milliseconds, set by the application. */
export const InstantColumn = (options: ColumnOptions = {}) => Column({ type: 'datetime', precision: 3, ...options });
/** Text up to `length` characters; SQLite does not hold to the length, so the service does. */
export const TextColumn = (length: number, options: ColumnOptions = {}) => Column({ type: 'varchar', length, ...options });
/** Text up to 64 KiB of UTF-8. */
export const LongTextColumn = (options: ColumnOptions = {}) => Column({ type: 'text', ...options });

/** A decimal number kept as a whole number of `1/scale`, so that both engines give back the same. */
export const ScaledColumn = (scale: number, options: ColumnOptions = {}) =>
  Column({
    type: 'int',
    transformer: {
      to: (value: number | null | undefined) => (value === null || value === undefined ? value : Math.round(value * scale)),
      from: (value: number | null) => (value === null || value === undefined ? value : value / scale),
    },
    ...options,
  });
