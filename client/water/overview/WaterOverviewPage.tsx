import { useQuery } from '@apollo/client/react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useSearchParams } from 'react-router';
import { WaterOverviewDocument, WaterTimelineDocument } from '../../graphql.generated';
import { Failure, Loading, Nothing } from '../../layout/states';
import { Section } from '../../projects/page/Section';
import { periodText } from '../periods';
import { Digits } from '../Digits';
import { useWaterNews } from '../useWaterNews';
import type { Overview } from './answer';
import { Figures } from './Figures';
import { MissedList } from './MissedList';
import { OverviewHead } from './OverviewHead';
import { RegionRanking, SectionRanking } from './Rankings';
import { Rivers } from './Rivers';
import { SectionTable } from './SectionTable';
import { overviewAddress, type OverviewView, readOverview } from './view';
import '../../maps/maps.css';
import '../../projects/page/page.css';
import '../water.css';
import './overview.css';

/** /water: the month or year at a glance, from the good share down to whose section missed its target. */
export function WaterOverviewPage() {
  const { t } = useTranslation();
  const [params] = useSearchParams();
  const navigate = useNavigate();
  const view = readOverview(params);
  const years = view.period?.length === 4;
  const timeline = useQuery(WaterTimelineDocument, { variables: { years } });
  const points = timeline.data?.waterTimeline as { period: string }[] | null | undefined;
  const period = view.period ?? points?.at(-1)?.period ?? null;
  useWaterNews(() => timeline.refetch().catch(() => undefined));
  useEffect(() => {
    document.title = `${t('water.title')} · ${t('shell.product')}`;
  }, [t]);
  const set = (change: Partial<OverviewView>) => void navigate(overviewAddress({ ...view, ...change }));
  if (!points) return timeline.error ? <div className="page"><Failure error={timeline.error} retry={() => timeline.refetch()} /></div> : <Loading />;
  return (
    <div className="page water-page">
      <OverviewHead view={view} period={period} first={points[0]?.period ?? null} last={points.at(-1)?.period ?? null} set={set} />
      {period ? <OfPeriod period={period} view={view} /> : <Nothing>{t('water.nothingMeasured')}</Nothing>}
    </div>
  );
}

function OfPeriod({ period, view }: { period: string; view: OverviewView }) {
  const { t, i18n } = useTranslation();
  const { data, previousData, error, refetch } = useQuery(WaterOverviewDocument, { variables: { period, level: view.level } });
  useWaterNews(() => refetch().catch(() => undefined));
  const shown = (data ?? previousData) as Overview | undefined;
  if (error && !shown) return <Failure error={error} retry={() => refetch()} />;
  if (!shown?.waterSummary || !shown.waterRanking) return <Loading />;
  const { waterSummary, waterRanking, missedTargets, riverResults } = shown;
  const base = periodText(waterRanking.base, i18n.language);
  return (
    <>
      {error && <Failure error={error} retry={() => refetch()} />}
      <Figures summary={waterSummary} missed={missedTargets?.length ?? 0} />
      {waterSummary.judged === 0 ? <Nothing>{t('water.notMeasuredThen')}</Nothing> : (
        <>
          <Section title={t('water.missedTitle')} note={t('water.missedNote')}><Digits><MissedList missed={missedTargets ?? []} /></Digits></Section>
          <Section title={t('water.sectionsTitle')} note={t('water.base', { base })} sample={waterRanking.sample}><SectionTable rows={waterRanking.sections} /></Section>
          <div className="ranking-halves">
            <Section title={t('water.byState')} note={t('water.byStateNote', { count: waterRanking.items.length })}><SectionRanking rows={waterRanking.sections} by="state" /></Section>
            <Section title={t('water.byChange')} note={t('water.byChangeNote', { base })}><SectionRanking rows={waterRanking.sections} by="change" /></Section>
          </div>
          <Section title={t('water.regionRanking')} note={t('water.regionNote')}><RegionRanking rows={waterRanking.regions} /></Section>
          <Section title={t('water.rivers')} note={t('water.riversNote')}><Rivers rivers={riverResults ?? []} /></Section>
        </>
      )}
    </>
  );
}
