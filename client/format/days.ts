/**
 * Days are Asia/Shanghai calendar days, "2024-06-30", as the API sends them. They are counted as whole days, never through
 * the browser's own time zone.
 */
const DAY = 86_400_000;

/** Days since 1970-01-01. */
export function dayNumber(day: string): number {
  return Math.round(Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8, 10))) / DAY);
}

export function dayOf(number: number): string {
  return new Date(number * DAY).toISOString().slice(0, 10);
}

export function daysBetween(from: string, to: string): number {
  return dayNumber(to) - dayNumber(from);
}

export function addDays(day: string, days: number): string {
  return dayOf(dayNumber(day) + days);
}

export function earlier(a: string, b: string): string {
  return a < b ? a : b;
}

export function later(a: string, b: string): string {
  return a > b ? a : b;
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const WEEKDAYS_ZH = ['日', '一', '二', '三', '四', '五', '六'];
const WEEKDAYS_EN = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];

/** 2025年2月20日, or 20 Feb 2025. */
export function longDay(day: string, language: string): string {
  const [year, month, date] = [Number(day.slice(0, 4)), Number(day.slice(5, 7)), Number(day.slice(8, 10))];
  return language.startsWith('zh') ? `${year}年${month}月${date}日` : `${date} ${MONTHS[month - 1]} ${year}`;
}

/** 25年2月, or Feb 25: the ticks of a small chart. */
export function shortMonth(day: string, language: string): string {
  const month = Number(day.slice(5, 7));
  return language.startsWith('zh') ? `${day.slice(2, 4)}年${month}月` : `${MONTHS[month - 1]} ${day.slice(2, 4)}`;
}

export function weekday(day: string, language: string): string {
  const index = (((dayNumber(day) + 4) % 7) + 7) % 7;
  return language.startsWith('zh') ? `星期${WEEKDAYS_ZH[index]}` : WEEKDAYS_EN[index]!;
}

const INSTANT = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Shanghai', year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit',
});

/** An instant as the office's clock shows it: 2025-02-20 15:38. */
export function instant(at: string): string {
  return INSTANT.format(new Date(at));
}
