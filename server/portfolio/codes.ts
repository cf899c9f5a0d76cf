/** How a programme codes its works: a prefix and the number on the wall, "W-007". */
export interface CodeForm {
  prefix: string;
  /** At least so many digits. */
  digits: number;
}

const USUAL: CodeForm = { prefix: 'W-', digits: 3 };

/** The form of the codes that end in their works' numbers, by the work with the highest; the usual one where there is none. */
export function codeFormOf(works: readonly { number: number; code: string }[]): CodeForm {
  let last: { number: number; form: CodeForm } | null = null;
  for (const { number, code } of works) {
    const digits = /\d+$/.exec(code)?.[0] ?? '';
    if (digits !== '' && Number(digits) === number && number > (last?.number ?? 0)) last = { number, form: { prefix: code.slice(0, -digits.length), digits: digits.length } };
  }
  return last?.form ?? USUAL;
}

/** The code of a work by its number. */
export const codeOf = ({ prefix, digits }: CodeForm, number: number): string => `${prefix}${String(number).padStart(digits, '0')}`;

/** The highest number that any code of a form ends in, whatever its work's number; 0 where there is none. */
export const highestOf = ({ prefix }: CodeForm, works: readonly { code: string }[]): number =>
  works.reduce((highest, { code }) => {
    const digits = code.startsWith(prefix) ? code.slice(prefix.length) : '';
    return /^\d{1,9}$/.test(digits) ? Math.max(highest, Number(digits)) : highest;
  }, 0);
