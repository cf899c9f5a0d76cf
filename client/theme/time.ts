/** Days and hours are those of the office, whatever the screen's own time zone. */
const ZONE = 'Asia/Shanghai';

const clock = new Intl.DateTimeFormat('en-GB', { timeZone: ZONE, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
const hour = new Intl.DateTimeFormat('en-GB', { timeZone: ZONE, hour: '2-digit', hourCycle: 'h23' });
const day = new Intl.DateTimeFormat('en-CA', { timeZone: ZONE, year: 'numeric', month: '2-digit', day: '2-digit' });

/** "15:42" in Shanghai. */
export const shanghaiClock = (at: Date): string => clock.format(at);
/** 0–23 in Shanghai. */
export const shanghaiHour = (at: Date): number => Number(hour.format(at));
/** "2025-02-20" in Shanghai. */
export const shanghaiDay = (at: Date): string => day.format(at);

const DAY_MS = 86_400_000;
const utc = (date: string) => Date.parse(`${date}T00:00:00Z`);

/** Whole days from one calendar day to another; negative when the second is earlier. */
export const daysBetween = (from: string, to: string): number => Math.round((utc(to) - utc(from)) / DAY_MS);
/** The calendar day `days` after `date`. */
export const addDays = (date: string, days: number): string => new Date(utc(date) + days * DAY_MS).toISOString().slice(0, 10);

/** A calendar day for people: 2025年2月20日 / 20 February 2025. */
export function longDay(date: string, language: string): string {
  const zh = language.startsWith('zh');
  return new Intl.DateTimeFormat(zh ? 'zh-CN' : 'en-GB', {
    timeZone: 'UTC', year: 'numeric', month: 'long', day: 'numeric',
  }).format(new Date(utc(date)));
}

/** 2月20日 / 20 Feb. */
export function shortDay(date: string, language: string): string {
  const zh = language.startsWith('zh');
  return new Intl.DateTimeFormat(zh ? 'zh-CN' : 'en-GB', {
    timeZone: 'UTC', month: zh ? 'long' : 'short', day: 'numeric',
  }).format(new Date(utc(date)));
}

/** 星期四 / Thursday. */
export function weekday(date: string, language: string): string {
  return new Intl.DateTimeFormat(language.startsWith('zh') ? 'zh-CN' : 'en-GB', { timeZone: 'UTC', weekday: 'long' }).format(new Date(utc(date)));
}
