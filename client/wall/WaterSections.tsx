import { useQuery } from '@apollo/client/react';
import { useEffect, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { type WaterClass, WallWaterHistoryDocument, type WallWaterHistoryQuery } from '../graphql.generated';
import { useNames } from '../layout/names';
import type { WaterMark } from '../live';
import { regionLabel, riverLabel, type MapBase } from '../maps/base';
import { Diamond, VerdictMark } from '../maps/Diamond';
import { CLASSES, classVariable } from '../maps/water';
import { WINDOW, windowOf } from '../water/classHistory';
import { periodText } from '../water/periods';

export interface Month { period: string; class: WaterClass; sample: boolean }
const NO_HISTORY: ReadonlyMap<string, readonly Month[]> = new Map();

/** How far back a replay may look, months. */
const EVERY = 600;

/** Months of each section by its code, the last ones or, for a replay, every one. Read when results change, and now and then: a kiosk runs for months. */
export function useHistories(marks: ReadonlyMap<string, WaterMark>, all: boolean): ReadonlyMap<string, readonly Month[]> {
  const { data: now, previousData, refetch } = useQuery(WallWaterHistoryDocument, { variables: { months: all ? EVERY : WINDOW }, fetchPolicy: 'cache-and-network' });
  const data = (now ?? previousData) as WallWaterHistoryQuery | undefined;
  const missing = !data?.sections;
  useEffect(() => { refetch().catch(() => undefined); }, [marks, refetch]);
  useEffect(() => {
    const timer = setInterval(() => { refetch().catch(() => undefined); }, missing ? 15_000 : 3_600_000);
    return () => clearInterval(timer);
  }, [missing, refetch]);
  return useMemo(() => {
    if (!data?.sections) return NO_HISTORY;
    return new Map(data.sections.map((s) => [s?.code ?? '', ((s?.classHistory ?? []) as Month[]).filter((m) => m.period.length === 7)]));
  }, [data]);
}

interface SectionsProps { base: MapBase; marks: readonly WaterMark[]; histories: ReadonlyMap<string, readonly Month[]>; period: string | null }

/** Every section with its class, its target, and its last two years; the month that is shown stands out. */
export function WaterSections({ base, marks, histories, period }: SectionsProps) {
  const { t, i18n } = useTranslation();
  const names = useNames();
  const regions = useMemo(() => new Map(base.regions.map((r) => [r.adcode, regionLabel(r, i18n.language)])), [base, i18n.language]);
  const months = windowOf([...new Set([...histories.values()].flat().map((m) => m.period))].sort(), period);
  const sample = [...histories.values()].flat().some((m) => m.sample);
  const row = Math.min(68, 612 / Math.max(1, marks.length));
  return (
    <>
      <div className="wall-water-head">
        <span>{t('wall.water.table')}</span><span>{t('wall.water.target')}</span><span>{t(period ? 'water.replay.then' : 'wall.water.latest')}</span>
        <p><span>{periodText(months[0] ?? null, i18n.language)}</span><span>{t('wall.water.monthly')}</span><span>{periodText(months.at(-1) ?? null, i18n.language)}</span></p>
      </div>
      <ul className="wall-water-rows" style={{ gridAutoRows: `${row}px` }}>
        {marks.map((mark) => (
          <li key={mark.code} data-row={mark.code}>
            <svg viewBox="-26 -26 52 52" className="ymap" aria-hidden="true"><Diamond grade={mark.class} /></svg>
            <p><b>{names(mark)}</b><span>{riverLabel(base, mark.river, i18n.language)}　{regions.get(mark.adcode)}</span></p>
            <em>{t(`map.class.${mark.target}`)}</em>
            <Verdict met={mark.meetsTarget} />
            <Months months={months} history={histories.get(mark.code) ?? []} shown={period} />
          </li>
        ))}
      </ul>
      <p className="wall-water-foot"><span>{t(sample ? 'wall.water.sampleFoot' : 'wall.water.foot')}</span><span>{t('wall.water.footRight')}</span></p>
    </>
  );
}

function Verdict({ met }: { met: boolean | null }) {
  const { t } = useTranslation();
  if (met === null) return <strong className="zero">{t('map.unjudged')}</strong>;
  return (
    <strong className={met ? 't-work' : 't-prep'}>
      <svg viewBox="-9 -9 18 18" width="18" height="18" className="ymap" aria-hidden="true"><VerdictMark met={met} /></svg>
      {t(met ? 'map.met' : 'map.missed')}
    </strong>
  );
}

/** One bar a month: the taller, the worse. A month without a result stays empty. */
function Months({ months, history, shown }: { months: readonly string[]; history: readonly Month[]; shown: string | null }) {
  const by = new Map(history.map((m) => [m.period, m.class]));
  return (
    <div className="months" aria-hidden="true">
      {months.map((period) => {
        const grade = by.get(period);
        return <i key={period} className={period === shown ? 'shown' : undefined} style={grade ? { height: `${14 + CLASSES.indexOf(grade) * 17.2}%`, background: classVariable(grade) } : undefined} />;
      })}
    </div>
  );
}
