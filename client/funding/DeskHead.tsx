import { Button, DatePicker, Dropdown, Segmented } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useViewer } from '../access/session';
import { longDay } from '../format/days';
import type { FundingGroupBy, ReferenceQuery } from '../graphql.generated';
import { mayBook } from '../layout/nav';
import { usePhone } from '../layout/usePhone';
import { AsOfField } from '../ledgers/AsOfField';
import { LedgerFilters } from '../ledgers/LedgerFilters';
import { addressOf } from '../ledgers/view';
import { BookSheet, type BookKind, PLANS } from './BookSheet';
import { askedOfRow, type DeskProps, type DeskUnit, GROUPS, unitOf } from './view';

/** What the works here can be narrowed by; the rest of the ledgers' conditions would say nothing about money. */
const KNOWN = { filters: ['search', 'regions', 'stages', 'sectors', 'lists', 'categories'] };

/** The head of the desk: its name, what can be entered here, and how it is looked at. */
export function DeskHead({ view, set, today, year, reference }: DeskProps & { year: number; reference: ReferenceQuery | undefined }) {
  const { t, i18n } = useTranslation();
  const viewer = useViewer();
  const phone = usePhone();
  const zh = i18n.language.startsWith('zh');
  const [doing, setDoing] = useState<BookKind | null>(null);
  const { asked } = view;
  return (
    <>
      <div className="page-head">
        <div>
          <h1>{t('funding.title')}</h1>
          <p className="second">{!phone && t('funding.lead')}{asked.asOf && <b className="past"> {t('funding.past', { day: longDay(asked.asOf, i18n.language) })}</b>}</p>
        </div>
        <div className="head-actions no-print">
          <Link to={addressOf('funding', askedOfRow(view))}>{t('funding.ledger')}</Link>
          {mayBook(viewer) && (
            <>
              <Dropdown trigger={['click']} menu={{ items: PLANS.map((kind) => ({ key: kind, label: t(`funding.plans.${kind}`), onClick: () => setDoing(kind) })) }}><Button>{t('funding.more')} ▾</Button></Dropdown>
              <Button type="primary" onClick={() => setDoing('RECORD_FUNDING')}>{t('funding.book')}</Button>
            </>
          )}
        </div>
      </div>
      <div className="ledger-tools funding-tools no-print">
        <Segmented<FundingGroupBy> aria-label={t('funding.by')} value={view.by} options={GROUPS.map((value) => ({ value, label: t(`funding.groups.${value}`) }))} onChange={(by) => set({ by, row: null })} />
        <AsOfField asOf={asked.asOf} today={today} onChange={(asOf) => set({ asked: { ...asked, asOf } })} />
        <DatePicker picker="year" className="year" aria-label={t('ledgers.year')} value={dayjs(`${year}-01-01`)} allowClear={asked.year !== null} onChange={(day) => set({ asked: { ...asked, year: day?.year() ?? null } })} />
        {zh && <Segmented<DeskUnit> aria-label={t('funding.unit')} value={unitOf(view)} options={(['YI', 'WAN'] as const).map((value) => ({ value, label: t(`funding.units.${value}`) }))} onChange={(unit) => set({ unit })} />}
      </div>
      <LedgerFilters info={KNOWN} view={asked} set={(change) => set({ asked: { ...asked, ...change } })} reference={reference} />
      <BookSheet kind={doing} onKind={setDoing} today={today} onEntries={(work, entries) => set({ work, entries })} />
    </>
  );
}
