import { useQuery } from '@apollo/client/react';
import { Select } from 'antd';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, Navigate, useNavigate } from 'react-router';
import { LedgersDocument, ReferenceDocument, type ReferenceQuery } from '../graphql.generated';
import { Failure, Loading, Nothing } from '../layout/states';
import { useNarrow, usePhone } from '../layout/usePhone';
import { LedgerFilters } from './LedgerFilters';
import { LedgerTable } from './LedgerTable';
import { LedgerDay, LedgerLook, LedgerOut } from './LedgerTools';
import type { LedgerColumn } from './pages';
import { useLedger } from './useLedger';
import { useView } from './useView';
import { addressOf, carriedTo, type LedgerInfo, type LedgerView, questionOf } from './view';
import '../projects/list.css';
import './ledgers.css';

/** The ledgers: one of them at a time, as the address asks for it. */
export function LedgersPage() {
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery(LedgersDocument, { fetchPolicy: 'cache-first' });
  const reference = useQuery(ReferenceDocument, { fetchPolicy: 'cache-first' }).data as ReferenceQuery | undefined;
  const { id, view, set } = useView();
  const infos = (data?.ledgers ?? []) as LedgerInfo[];
  if (!data) return error ? <div className="page"><Failure error={error} retry={() => refetch()} /></div> : <Loading />;
  const first = infos[0];
  if (!first) return <div className="page"><Nothing>{t('ledgers.none')}</Nothing></div>;
  if (!id) return <Navigate replace to={addressOf(first.id, view)} />;
  const info = infos.find((one) => one.id === id);
  if (!info) return <div className="page"><Nothing>{t('ledgers.unknown')} <Link to={addressOf(first.id, view)}>{t('ledgers.toFirst')}</Link></Nothing></div>;
  return <OneLedger key={info.id} info={info} infos={infos} view={view} set={set} reference={reference} />;
}

const NO_COLUMNS: readonly LedgerColumn[] = [];

type Props = { info: LedgerInfo; infos: LedgerInfo[]; view: LedgerView; set: (change: Partial<LedgerView>) => void; reference: ReferenceQuery | undefined };

function OneLedger({ info, infos, view, set, reference }: Props) {
  const { t, i18n } = useTranslation();
  const english = i18n.language.startsWith('en');
  const narrow = useNarrow('xl');
  const phone = usePhone();
  const navigate = useNavigate();
  const read = useLedger(questionOf(info.id, view));
  const nameOf = (one: LedgerInfo) => (english ? one.nameEn : one.name);
  useEffect(() => {
    document.title = `${english ? info.nameEn : info.name} · ${t('shell.product')}`;
  }, [info, english, t]);
  const look = <LedgerLook info={info} name={nameOf(info)} view={view} set={set} columns={read.pages.meta?.columns ?? NO_COLUMNS} />;
  return (
    <div className="page ledger-page">
      {!narrow && (
        <nav className="ledger-index no-print" aria-label={t('ledgers.index')}>
          {infos.map((one) => <Link key={one.id} to={addressOf(one.id, carriedTo(one, view))} title={english ? one.descriptionEn : one.description} aria-current={one.id === info.id ? 'page' : undefined}>{nameOf(one)}</Link>)}
        </nav>
      )}
      <div className="ledger-main">
        <header className="ledger-head">
          <div className="ledger-name">
            {narrow && (
              <Select
                className="ledger-choice no-print" aria-label={t('ledgers.choose')} value={info.id} popupMatchSelectWidth={false} listHeight={420}
                options={infos.map((one) => ({ value: one.id, label: nameOf(one) }))}
                onChange={(chosen: string) => {
                  const other = infos.find(({ id }) => id === chosen);
                  if (other) void navigate(addressOf(other.id, carriedTo(other, view)));
                }}
              />
            )}
            <h1 className={narrow ? 'visually-hidden' : undefined}>{nameOf(info)}</h1>
            {!phone && <p className="second small">{english ? info.descriptionEn : info.description}</p>}
          </div>
          <div className="ledger-tools no-print"><LedgerDay view={view} set={set} />{!phone && look}<LedgerOut info={info} view={view} /></div>
        </header>
        <LedgerFilters info={info} view={view} set={set} reference={reference}>{phone && look}</LedgerFilters>
        <LedgerTable name={nameOf(info)} read={read} view={view} set={set} reference={reference} />
      </div>
    </div>
  );
}
