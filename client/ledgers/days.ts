import { addDays, dayNumber } from '../format/days';

export type QuickDay = 'lastFriday' | 'lastMonthEnd' | 'lastYearEnd';

/** The days that the office asks for most: the Friday of the week before (weeks begin on Monday), the ends of the last month and year. */
export function quickDays(today: string): Record<QuickDay, string> {
  const sinceMonday = (((dayNumber(today) + 3) % 7) + 7) % 7;
  return {
    lastFriday: addDays(today, -sinceMonday - 3),
    lastMonthEnd: addDays(`${today.slice(0, 7)}-01`, -1),
    lastYearEnd: addDays(`${today.slice(0, 4)}-01-01`, -1),
  };
}
