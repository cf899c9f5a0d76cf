import { monthEnd, type Day } from '../api/day';
import type { Language } from '../api/refusal';

/** Days of one span, both included. */
export interface Days {
  from: Day;
  to: Day;
}

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];
const parts = (day: Day): [year: number, month: number, day: number] => day.split('-').map(Number) as [number, number, number];

const chinese = (day: Day, since?: Day): string => {
  const [y, m, d] = parts(day);
  return `${since?.startsWith(`${y}-`) ? '' : `${y}年`}${m}月${d}日`;
};
const english = (day: Day): string => {
  const [y, m, d] = parts(day);
  return `${d} ${MONTHS[m - 1].slice(0, 3)} ${y}`;
};

/** What a span is called that was not named: "2025年1月", "2025年", else its days. */
export function spanName(from: Day, to: Day, language: Language): string {
  const [year, month, day] = parts(from);
  const zh = language === 'zh';
  if (day === 1 && to === monthEnd(from)) return zh ? `${year}年${month}月` : `${MONTHS[month - 1]} ${year}`;
  if (from.endsWith('-01-01') && to === `${year}-12-31`) return zh ? `${year}年` : String(year);
  if (from === to) return zh ? chinese(from) : english(from);
  return zh ? `${chinese(from)}—${chinese(to, from)}` : `${english(from)} – ${english(to)}`;
}

/** The same day a year before. The last day of February is followed to the last day of February, so that a whole month stays one. */
function yearBefore(day: Day): Day {
  const before = `${Number(day.slice(0, 4)) - 1}${day.slice(4)}`;
  return day.slice(5, 7) === '02' && day === monthEnd(day) ? monthEnd(`${before.slice(0, 8)}01`) : before;
}

/** The same span a year before. */
export const spanBefore = ({ from, to }: Days): Days => ({ from: yearBefore(from), to: yearBefore(to) });
