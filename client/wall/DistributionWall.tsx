import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SectorCode } from '../graphql.generated';
import type { DistributionMark, DistributionState, LinkState } from '../live';
import { regionLabel, type MapBase } from '../maps/base';
import { DistributionMap } from '../maps/DistributionMap';
import { SectorMark } from '../maps/SectorMark';
import { SECTORS } from '../maps/sectors';
import { daysBetween, shanghaiClock, shanghaiDay, shortDay } from '../theme/time';
import { inYi, percent } from './figures';
import { Head } from './Head';
import type { WallSetting } from './setting';
import { Strip, type StripCell } from './Strip';

interface DistributionWallProps {
  base: MapBase;
  setting: WallSetting;
  state: DistributionState;
  marks: readonly DistributionMark[];
  link: LinkState;
  freshAt: number | null;
}

const ROWS = 24;
const PAGE = ROWS * 2;
const TURN = 12_000;

/** The distribution map on the wall: every work in the shape and colour of its sector, its number and name in the list beside it. */
export function DistributionWall({ base, setting, state, marks, link, freshAt }: DistributionWallProps) {
  const { t } = useTranslation();
  const cells = useCells(base, state, marks, setting.targetDate);
  return (
    <>
      <Head title={t('wall.title.distribution', setting.names)} day={state.day} demonstration={setting.demonstration} link={link} freshAt={freshAt} />
      <main className="wall-body">
        <div className="wall-map"><DistributionMap base={base} marks={marks} /></div>
        <Roll marks={marks} sample={setting.sample} />
      </main>
      <Strip cells={cells} />
    </>
  );
}

/** The list of numbers and names, a page at a time. */
function Roll({ marks, sample }: { marks: readonly DistributionMark[]; sample: boolean }) {
  const { t } = useTranslation();
  const sorted = useMemo(() => [...marks].sort((a, b) => SECTORS.indexOf(a.sector) - SECTORS.indexOf(b.sector) || a.number - b.number), [marks]);
  const pages = Math.max(1, Math.ceil(sorted.length / PAGE));
  const [turned, setTurned] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => setTurned((n) => n + 1), TURN);
    return () => clearInterval(timer);
  }, []);
  const page = turned % pages;
  return (
    <section className="wall-roll">
      <h2>{t('wall.list.title')}<span>{sample ? `${t('map.sample')}　` : ''}{t('wall.list.page', { page: page + 1, pages })}</span></h2>
      <ol>
        {sorted.slice(page * PAGE, (page + 1) * PAGE).map((mark) => (
          <li key={mark.projectId}>
            <svg viewBox="-20 -20 40 40" width="34" height="34" className="ymap" aria-hidden="true"><SectorMark sector={mark.sector} number={mark.number} /></svg>
            <span>{mark.name}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}

function useCells(base: MapBase, state: DistributionState, marks: readonly DistributionMark[], targetDate: string | null): StripCell[] {
  const { t, i18n } = useTranslation();
  return useMemo(() => {
    const by = new Map<SectorCode, number>();
    for (const mark of marks) by.set(mark.sector, (by.get(mark.sector) ?? 0) + 1);
    const regions = new Map<string, number>();
    for (const mark of marks) regions.set(mark.adcode, (regions.get(mark.adcode) ?? 0) + 1);
    const most = [...regions].sort((a, b) => b[1] - a[1])[0];
    const region = base.regions.find((r) => r.adcode === most?.[0]);
    const updated = new Date(state.at);
    const left = targetDate ? daysBetween(state.day, targetDate) : null;
    const { summary } = state;
    return [
      { key: 'works', label: t('wall.strip.works'), value: summary.total, extra: t('wall.unit') },
      ...SECTORS.map((sector): StripCell => ({ key: sector, label: t(`map.sectorShort.${sector}`), value: by.get(sector) ?? 0, tone: by.get(sector) ? undefined : 'zero' })),
      { key: 'investment', label: t('wall.investment'), value: inYi(summary.investment), extra: t('wall.yi') },
      { key: 'completed', label: t('map.stageShort.COMPLETED'), value: summary.completed, extra: percent(summary.completedShare), tone: 'done' as const },
      ...(left === null ? [] : [{ key: 'target', label: left < 0 ? t('wall.strip.afterTarget') : t('wall.strip.toTarget'), value: Math.abs(left), extra: t('wall.day') }]),
      ...(region && left === null ? [{ key: 'most', label: regionLabel(region, i18n.language), value: most![1] }] : []),
      { key: 'updated', label: t('wall.strip.updated'), value: shanghaiDay(updated) === shanghaiDay(new Date()) ? shanghaiClock(updated) : shortDay(shanghaiDay(updated), i18n.language) },
    ];
  }, [base, state, marks, targetDate, t, i18n.language]);
}
