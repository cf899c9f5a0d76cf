import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { MapSummary, ProgressMark, WaterState } from '../live';
import { regionLabel, type MapBase } from '../maps/base';
import { daysBetween, shanghaiClock, shanghaiDay, shortDay } from '../theme/time';
import { completedThisWeek, fitNames, lateCount, lateRegions, percent } from './figures';
import type { StripCell } from './Strip';

interface Inputs {
  base: MapBase;
  summary: MapSummary;
  marks: readonly ProgressMark[];
  day: string;
  at: string;
  water: WaterState | null;
  targetDate: string | null;
}

/** 95项｜前期｜开工｜完工｜待核｜本周新完工｜滞后（县名）｜到位率｜优良断面｜距目标日｜最近更新. Figures are the server's. */
export function useProgressStrip({ base, summary, marks, day, at, water, targetDate }: Inputs): StripCell[] {
  const { t, i18n } = useTranslation();
  const language = i18n.language;
  return useMemo(() => {
    const regions = [...base.regions].sort((a, b) => a.sort - b.sort);
    const labels = new Map(regions.map((r) => [r.adcode, regionLabel(r, language)]));
    const late = fitNames(lateRegions(marks, regions).map((code) => labels.get(code)!), language.startsWith('zh') ? 15.5 : 13);
    const lateText = [...late.shown, ...(late.more ? [t('wall.strip.others', { n: late.shown.length + late.more, more: late.more })] : [])].join(' ');
    const left = targetDate ? daysBetween(day, targetDate) : null;
    const tone = (n: number, name: 'prep' | 'work' | 'done') => (n ? name : 'zero');
    const updated = new Date(at);
    const cells: StripCell[] = [
      { key: 'works', label: t('wall.strip.works'), value: summary.total, extra: t('wall.unit') },
      { key: 'preparation', label: t('map.stageShort.PREPARATION'), value: summary.preparation, tone: tone(summary.preparation, 'prep') },
      { key: 'construction', label: t('map.stageShort.CONSTRUCTION'), value: summary.construction, tone: tone(summary.construction, 'work') },
      { key: 'completed', label: t('map.stageShort.COMPLETED'), value: summary.completed, extra: percent(summary.completedShare), tone: tone(summary.completed, 'done') },
      { key: 'unverified', label: t('wall.strip.waiting'), value: summary.unverified },
      { key: 'week', label: t('wall.strip.weekDone'), value: completedThisWeek(marks, day) },
      { key: 'late', label: t('wall.strip.late'), value: lateCount(summary), extra: lateText, grow: true },
      { key: 'arrival', label: t('wall.strip.arrival'), value: percent(summary.arrivalRate) },
      { key: 'good', label: t('wall.strip.good'), value: water ? `${water.summary.good}/${water.summary.judged}` : '—' },
      { key: 'target', label: left !== null && left < 0 ? t('wall.strip.afterTarget') : t('wall.strip.toTarget'), value: left === null ? '—' : Math.abs(left), extra: left === null ? undefined : t('wall.day') },
      { key: 'updated', label: t('wall.strip.updated'), value: shanghaiDay(updated) === shanghaiDay(new Date()) ? shanghaiClock(updated) : shortDay(shanghaiDay(updated), language) },
    ];
    return cells;
  }, [base, summary, marks, day, at, water, targetDate, language, t]);
}
