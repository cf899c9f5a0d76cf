import { useQuery } from '@apollo/client/react';
import { Button, Segmented, Select } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useViewer } from '../access/session';
import { useChanges } from '../changes/live';
import { Sheet } from '../forms/Sheet';
import { IndicatorsDocument, type IndicatorsQuery, RankingDocument, type RankingPartsFragment, type RankingQuery } from '../graphql.generated';
import { useNames } from '../layout/names';
import { Failure, Loading, Nothing } from '../layout/states';
import { useDone } from '../projects/actions/ActionSheet';
import { FiguresForm } from './FiguresForm';
import { IndicatorForm } from './IndicatorForm';
import { ORDERS, spanOf, spanText, useRankingQuestion, type Order } from './rankingQuestion';
import { RankingNotes } from './RankingNotes';
import { RankingTable } from './RankingTable';
import '../projects/list.css';
import './rankings.css';

type Indicator = NonNullable<IndicatorsQuery['indicators']>[number];

/** Where the regions stand by an indicator over some days; with the forms to enter figures. */
export function RankingsPage() {
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery(IndicatorsDocument);
  const indicators = (data as IndicatorsQuery | undefined)?.indicators;
  useChanges(({ subjectType }) => subjectType === 'Indicator' || subjectType === 'Pack', () => void refetch().catch(() => undefined));
  useEffect(() => {
    document.title = `${t('rankings.title')} · ${t('shell.product')}`;
  }, [t]);
  if (!indicators) return error ? <div className="page"><Failure error={error} retry={() => refetch()} /></div> : <Loading />;
  return <Rankings indicators={indicators} />;
}

function Rankings({ indicators }: { indicators: readonly Indicator[] }) {
  const { t, i18n } = useTranslation();
  const names = useNames();
  const viewer = useViewer();
  const question = useRankingQuestion();
  const [open, setOpen] = useState<'figures' | 'indicator' | null>(null);
  const done = useDone(() => setOpen(null));
  const chosen = indicators.find(({ code }) => code === question.indicator) ?? indicators[0];
  const span = question.span ?? chosen?.spans[0] ?? null;
  const { data, previousData, error, loading, refetch } = useQuery(RankingDocument, {
    variables: { indicator: chosen?.code ?? '', span: span && { from: span.from, to: span.to }, base: question.base }, skip: !chosen,
  });
  useChanges(({ subjectType }) => subjectType === 'Indicator' || subjectType === 'Pack', () => void refetch().catch(() => undefined));
  const shown = (data ?? (error ? undefined : previousData)) as RankingQuery | undefined;
  const ranking = shown?.indicatorRanking as RankingPartsFragment | null | undefined;
  const spans = chosen?.spans.map((one) => ({ value: spanText(one), label: names(one) })) ?? [];
  const csv = chosen && span && `/export/ledger/rankings.csv?${new URLSearchParams({ search: chosen.code, lang: i18n.language.startsWith('en') ? 'en' : 'zh' })}`;
  return (
    <div className="page rankings">
      <div className="page-head">
        <div>
          <h1>{t('rankings.title')}</h1>
          <p className="second">{ranking && !loading ? `${names(ranking.indicator)} · ${names(ranking.span)}` : t('rankings.about')}</p>
        </div>
        <div className="head-actions no-print">
          <Link to="/water/compensation">{t('rankings.compensation')}</Link>
          {csv && <a href={csv} download>{t('rankings.download')}</a>}
          <Button onClick={() => window.print()}>{t('rankings.print')}</Button>
          {viewer.role === 'TASK_FORCE' && <Button onClick={() => setOpen('indicator')}>{t('rankings.newIndicator')}</Button>}
          {viewer.role === 'TASK_FORCE' && chosen && <Button type="primary" onClick={() => setOpen('figures')}>{t('rankings.record')}</Button>}
        </div>
      </div>
      {!chosen ? <Nothing>{t('rankings.none')}</Nothing> : (
        <>
          <search className="filters no-print">
            <Select className="pick" aria-label={t('rankings.indicator')} value={chosen.code} popupMatchSelectWidth={false} options={indicators.map((one) => ({ value: one.code, label: names(one) }))} onChange={(indicator: string) => question.set({ indicator })} />
            {span && <Select className="pick wide" aria-label={t('rankings.span')} value={spanText(span)} popupMatchSelectWidth={false} options={spans} onChange={(text: string) => question.set({ span: spanOf(text) })} />}
            {span && (
              <Select
                className="pick" aria-label={t('rankings.base')} allowClear placeholder={t('rankings.baseUsual')} prefix={t('rankings.base')} value={question.base ? spanText(question.base) : null} popupMatchSelectWidth={false}
                options={spans.filter(({ value }) => value !== spanText(span))} onChange={(text: string | undefined) => question.set({ base: spanOf(text ?? null) })}
              />
            )}
            <Segmented<Order> aria-label={t('rankings.orderLabel')} value={question.order} options={ORDERS.map((value) => ({ value, label: t(`rankings.order.${value}`) }))} onChange={(order) => question.set({ order })} />
          </search>
          {error && <Failure error={error} retry={() => refetch()} />}
          {ranking === undefined ? !error && <Loading /> : ranking === null ? <Nothing>{t('rankings.noFigures')}</Nothing> : (
            <div className={loading ? 'list busy' : 'list'} aria-busy={loading}>
              <RankingTable ranking={ranking} order={question.order} />
              <RankingNotes ranking={ranking} />
            </div>
          )}
        </>
      )}
      <Sheet wide open={open === 'figures'} onClose={() => setOpen(null)} title={chosen ? t('rankings.recordTitle', { name: names(chosen) }) : ''}>
        {open === 'figures' && chosen && (
          <FiguresForm
            indicator={chosen} span={span} onCancel={() => setOpen(null)}
            onDone={(said, warnings, days) => {
              done(said, warnings);
              question.set({ indicator: chosen.code, span: days, base: null });
            }}
          />
        )}
      </Sheet>
      <Sheet open={open === 'indicator'} onClose={() => setOpen(null)} title={t('rankings.newIndicator')}>
        {open === 'indicator' && (
          <IndicatorForm
            onCancel={() => setOpen(null)}
            onDone={(said, warnings, indicator) => {
              done(said, warnings);
              question.set({ indicator });
            }}
          />
        )}
      </Sheet>
    </div>
  );
}
