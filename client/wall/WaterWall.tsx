import { useQuery } from '@apollo/client/react';
import { useEffect, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { type WaterClass, WallWaterHistoryDocument } from '../graphql.generated';
import type { LinkState, WaterMark, WaterState } from '../live';
import { regionLabel, type MapBase } from '../maps/base';
import { Diamond, VerdictMark } from '../maps/Diamond';
import { byTarget, CLASSES, classVariable } from '../maps/water';
import { WaterMap } from '../maps/WaterMap';
import { daysBetween, shanghaiClock, shanghaiDay, shortDay } from '../theme/time';
import { fitNames, percent } from './figures';
import { Head } from './Head';
import type { WallSetting } from './setting';
import { Strip, type StripCell } from './Strip';

interface WaterWallProps { base: MapBase; setting: WallSetting; state: WaterState; day: string | null; link: LinkState; freshAt: number | null }
interface Month { period: string; class: WaterClass; sample: boolean }
const NO_HISTORY: ReadonlyMap<string, readonly Month[]> = new Map();

/** The water map on the wall: sections on their rivers, and each one's last two years beside them. */
export function WaterWall({ base, setting, state, day, link, freshAt }: WaterWallProps) {
  const { t } = useTranslation();
  const marks = useMemo(() => [...state.marks.values()].sort(byTarget), [state.marks]);
  const histories = useHistories(state.marks);
  const cells = useCells(state, marks, histories, day, setting.targetDate);
  return (
    <>
      <Head title={t('wall.title.water', setting.names)} day={day} demonstration={setting.demonstration} link={link} freshAt={freshAt} />
      <main className="wall-body">
        <div className="wall-map"><WaterMap base={base} marks={marks} /></div>
        <section className="wall-water">
          <Figures state={state} marks={marks} />
          <Sections base={base} marks={marks} histories={histories} />
        </section>
      </main>
      <Strip cells={cells} />
    </>
  );
}

/** Months of each section by its code. Read when results change, and now and then: a kiosk runs for months. */
function useHistories(marks: ReadonlyMap<string, WaterMark>): ReadonlyMap<string, readonly Month[]> {
  const { data, refetch } = useQuery(WallWaterHistoryDocument, { fetchPolicy: 'cache-and-network' });
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

function Figures({ state, marks }: { state: WaterState; marks: readonly WaterMark[] }) {
  const { t, i18n } = useTranslation();
  const { summary } = state;
  const judged = marks.filter((m) => m.meetsTarget !== null);
  return (
    <div className="wall-water-sum">
      <div><span>{t('wall.water.goodTitle')}　{periodText(state.day, i18n.language)}</span><p><b className="wall-headline">{summary.good}</b><i>/{summary.judged}</i></p></div>
      <div><p><b className="t-done">{percent(summary.goodShare)}</b></p><span>{t('wall.water.share')}</span></div>
      <div className="right"><p><b>{judged.filter((m) => m.meetsTarget).length}</b><i>/{judged.length}</i></p><span>{t('wall.water.meets')}</span></div>
    </div>
  );
}

/** A change that is a share, in percent: "−15.9%". */
const signed = (change: number) => `${change > 0 ? '+' : change < 0 ? '−' : ''}${Math.abs(100 * change).toFixed(1)}%`;

/** "2024年", "2024年3月" / "2024", "Mar 2024"; other periods as they are. */
export function periodText(period: string | null, language: string): string {
  const parts = /^(\d{4})(?:-(\d{2}))?$/.exec(period ?? '');
  if (!parts) return period ?? '';
  if (!language.startsWith('zh')) return parts[2] ? new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', year: 'numeric', month: 'short' }).format(new Date(`${period}-01T00:00:00Z`)) : parts[1]!;
  return parts[2] ? `${parts[1]}年${Number(parts[2])}月` : `${parts[1]}年`;
}

function Sections({ base, marks, histories }: { base: MapBase; marks: readonly WaterMark[]; histories: ReadonlyMap<string, readonly Month[]> }) {
  const { t, i18n } = useTranslation();
  const regions = useMemo(() => new Map(base.regions.map((r) => [r.adcode, regionLabel(r, i18n.language)])), [base, i18n.language]);
  const months = [...new Set([...histories.values()].flat().map((m) => m.period))].sort().slice(-24);
  const sample = [...histories.values()].flat().some((m) => m.sample);
  const row = Math.min(68, 612 / Math.max(1, marks.length));
  return (
    <>
      <div className="wall-water-head">
        <span>{t('wall.water.table')}</span><span>{t('wall.water.target')}</span><span>{t('wall.water.latest')}</span>
        <p><span>{periodText(months[0] ?? null, i18n.language)}</span><span>{t('wall.water.monthly')}</span><span>{periodText(months.at(-1) ?? null, i18n.language)}</span></p>
      </div>
      <ul className="wall-water-rows" style={{ gridAutoRows: `${row}px` }}>
        {marks.map((mark) => (
          <li key={mark.code} data-row={mark.code}>
            <svg viewBox="-26 -26 52 52" className="ymap" aria-hidden="true"><Diamond grade={mark.class} /></svg>
            <p><b>{mark.name}</b><span>{mark.river}　{regions.get(mark.adcode)}</span></p>
            <em>{t(`map.class.${mark.target}`)}</em>
            <Verdict met={mark.meetsTarget} />
            <Months months={months} history={histories.get(mark.code) ?? []} />
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
function Months({ months, history }: { months: readonly string[]; history: readonly Month[] }) {
  const by = new Map(history.map((m) => [m.period, m.class]));
  return (
    <div className="months" aria-hidden="true">
      {months.map((period) => {
        const grade = by.get(period);
        return <i key={period} style={grade ? { height: `${14 + CLASSES.indexOf(grade) * 17.2}%`, background: classVariable(grade) } : undefined} />;
      })}
    </div>
  );
}

function useCells(state: WaterState, marks: readonly WaterMark[], histories: ReadonlyMap<string, readonly Month[]>, day: string | null, targetDate: string | null): StripCell[] {
  const { t, i18n } = useTranslation();
  return useMemo(() => {
    const { summary } = state;
    const missed = fitNames(marks.filter((m) => m.meetsTarget === false).map((m) => m.name), 16);
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
      ...(summary.index === null ? [] : [{ key: 'index', label: t('wall.strip.index'), value: summary.index.toFixed(2), extra: summary.change === null ? undefined : t('wall.water.change', { text: signed(summary.change) }) }]),
      { key: 'target', label: left !== null && left < 0 ? t('wall.strip.afterTarget') : t('wall.strip.toTarget'), value: left === null ? '—' : Math.abs(left), extra: left === null ? undefined : t('wall.day') },
      { key: 'updated', label: t('wall.strip.updated'), value: shanghaiDay(updated) === shanghaiDay(new Date()) ? shanghaiClock(updated) : shortDay(shanghaiDay(updated), i18n.language) },
    ];
    return cells;
  }, [state, marks, histories, day, targetDate, t, i18n.language]);
}
