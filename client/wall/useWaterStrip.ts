import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { nameIn } from '../layout/names';
import type { WaterState } from '../live';
import { byTarget, CLASSES } from '../maps/water';
import { daysBetween, shanghaiClock, shanghaiDay, shortDay } from '../theme/time';
import { fitNames, percent } from './figures';
import type { StripCell } from './Strip';
import type { Month } from './WaterSections';

/** The figures below the water map. */
export function useWaterStrip(state: WaterState, histories: ReadonlyMap<string, readonly Month[]>, day: string | null, targetDate: string | null): StripCell[] {
  const { t, i18n } = useTranslation();
  return useMemo(() => {
    const { summary } = state;
    const marks = [...state.marks.values()].sort(byTarget);
    const missed = fitNames(marks.filter((m) => m.meetsTarget === false).map((m) => nameIn(i18n.language, m)), 16);
    let better = 0;
    let worse = 0;
    for (const months of histories.values()) {
      const [before, last] = [...months].sort((a, b) => (a.period < b.period ? -1 : 1)).slice(-2);
      if (!before || !last) continue;
      const step = CLASSES.indexOf(last.class) - CLASSES.indexOf(before.class);
      if (step < 0) better += 1;
      if (step > 0) worse += 1;
    }
    const left = targetDate && day ? daysBetween(day, targetDate) : null;
    const updated = new Date(state.at);
    const cells: StripCell[] = [
      { key: 'sections', label: t('wall.strip.sections'), value: summary.sections },
      { key: 'good', label: t('wall.strip.goodShare'), value: summary.good, extra: percent(summary.goodShare), tone: 'done' },
      { key: 'inferior', label: t('wall.strip.inferior'), value: summary.inferiorV, tone: summary.inferiorV ? 'prep' : 'zero' },
      { key: 'missed', label: t('wall.strip.missed'), value: marks.filter((m) => m.meetsTarget === false).length, extra: missed.shown.join(' ') + (missed.more ? ' …' : ''), grow: true },
      { key: 'better', label: t('wall.strip.better'), value: histories.size ? better : '—' },
      { key: 'worse', label: t('wall.strip.worse'), value: histories.size ? worse : '—' },
      { key: 'target', label: left !== null && left < 0 ? t('wall.strip.afterTarget') : t('wall.strip.toTarget'), value: left === null ? '—' : Math.abs(left), extra: left === null ? undefined : t('wall.day') },
      { key: 'updated', label: t('wall.strip.updated'), value: shanghaiDay(updated) === shanghaiDay(new Date()) ? shanghaiClock(updated) : shortDay(shanghaiDay(updated), i18n.language) },
    ];
    return cells;
  }, [state, histories, day, targetDate, t, i18n.language]);
}
