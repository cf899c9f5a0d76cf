import { addDays, isDay, type Day } from '../../api/day';
import type { Cell } from './cell';

/** What a number format makes of a number; one in an object puts a word behind it. */
export type Format = 'NUMBER' | 'PERCENT' | 'MOMENT' | 'DAY' | 'MONTH' | 'YEAR' | { readonly label: string };

/** Formats that are known by number only (ECMA-376, 18.8.30; 27 to 36 and 50 to 58 as Chinese programs show them). */
const BUILT_IN = new Map<number, Format>([
  [9, 'PERCENT'], [10, 'PERCENT'], [22, 'MOMENT'],
  ...[14, 15, 16, 28, 29, 30, 31, 51, 53, 54, 58].map((id) => [id, 'DAY'] as const),
  ...[17, 27, 36, 50, 52, 57].map((id) => [id, 'MONTH'] as const),
]);

/** What a format's code makes of a positive number. */
export function formatOf(code: string): Format {
  // Texts in quotes, escaped characters, colours, locales and elapsed hours are no fields.
  const fields = code.replace(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]/g, '').split(';')[0].toLowerCase();
  if (fields.includes('%')) return 'PERCENT';
  if (/general|[0#?]/.test(fields)) {
    const label = /[0#?](?:"([^"]*)"|([\u4e00-\u9fff]+))/.exec(code.split(';')[0]);
    return label && (label[1] ?? label[2]).trim() !== '' ? { label: (label[1] ?? label[2]).trim() } : 'NUMBER';
  }
  if (fields.includes('d')) return fields.includes('h') ? 'MOMENT' : 'DAY';
  if (/[ye]/.test(fields)) return fields.includes('m') ? 'MONTH' : 'YEAR';
  return 'NUMBER';
}

/** What a format is, by its number or by its code, which a file may give to any number. */
export const formatById = (id: number, codes: ReadonlyMap<number, string>): Format => {
  const code = codes.get(id);
  return code === undefined ? (BUILT_IN.get(id) ?? 'NUMBER') : formatOf(code);
};

/** The day of a serial number, or null where it has none. The 1900 count knows a 29 February 1900. */
export function dayOfSerial(serial: number, since1904: boolean): Day | null {
  const days = Math.floor(serial);
  if (!(days >= 0 && days < 120_000)) return null;
  const day = since1904 ? addDays('1904-01-01', days) : addDays(days > 60 ? '1899-12-30' : '1899-12-31', days);
  return isDay(day) ? day : null;
}

const MINUTES = 24 * 60;

/** A stored number under its format. One that a date format cannot show stays a number. */
export function formatted(value: number, format: Format, since1904: boolean): Cell {
  if (format === 'NUMBER') return value;
  if (typeof format === 'object') return { kind: 'LABELLED', value, label: format.label };
  if (format === 'PERCENT') return { kind: 'PERCENT', share: value };
  // An hour is a binary fraction of a day: 08:00 may be stored a millionth before or after.
  const minutes = Math.round(value * MINUTES);
  const day = dayOfSerial(format === 'MOMENT' ? minutes / MINUTES : value, since1904);
  if (day === null) return value;
  return format === 'MOMENT' ? { kind: 'DAY', day, shows: 'DAY', minutes: minutes % MINUTES } : { kind: 'DAY', day, shows: format };
}
