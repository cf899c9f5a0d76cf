import { addDays, dayNumber, dayOf, daysBetween, instant, longDay, shortMonth, weekday } from '../../../client/format/days';
import { percent, progressText } from '../../../client/format/shares';

describe('days', () => {
  it('counts calendar days whatever the time zone', () => {
    expect(daysBetween('2025-02-20', '2025-06-30')).toBe(130);
    expect(daysBetween('2024-02-28', '2024-03-01')).toBe(2);
    expect(addDays('2024-12-31', 1)).toBe('2025-01-01');
    expect(dayOf(dayNumber('2023-11-09'))).toBe('2023-11-09');
  });

  it('speaks both languages', () => {
    expect(longDay('2025-02-20', 'zh')).toBe('2025年2月20日');
    expect(longDay('2025-02-20', 'en')).toBe('20 Feb 2025');
    expect(weekday('2025-02-20', 'zh')).toBe('星期四');
    expect(shortMonth('2023-11-09', 'zh')).toBe('23年11月');
  });

  it("shows an instant on the office's clock", () => {
    expect(instant('2025-02-20T07:38:00Z')).toBe('2025-02-20 15:38');
  });
});

describe('shares', () => {
  it('shows one decimal, and a dash where there is nothing to divide by', () => {
    expect(percent(0.6526)).toBe('65.3%');
    expect(percent(null)).toBe('—');
    expect(progressText(64)).toBe('64%');
    expect(progressText(33.25)).toBe('33.3%');
  });
});
