import { useQuery } from '@apollo/client/react';
import { Alert, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { concernsWork, useChanges } from '../../changes/live';
import { exactly } from '../../format/money';
import { entriesAddress } from '../../funding/view';
import { BookedByDocument, type FundingKind, type FundingSource, type WorkForActionFragment } from '../../graphql.generated';
import { type Addition, additionOf, bookedOf } from '../reckon';

type Asked = { work: WorkForActionFragment; kind: FundingKind; source: FundingSource | undefined; date: string | null };

/** What is booked by a day, and what a running total adds to it; null while it is not known. */
export function useAddition({ work, kind, source, date, total, asked }: Asked & { total: string | null; asked: boolean }): { booked: string | null; addition: Addition | null } {
  const { data, refetch } = useQuery(BookedByDocument, { variables: { id: work.id, date: date ?? '' }, skip: !asked || !source || !date, fetchPolicy: 'network-only' });
  useChanges((heard) => asked && concernsWork(heard, work), () => (source && date ? refetch() : undefined));
  const lines = data?.project?.booked.lines;
  const booked = asked && source && date && lines ? bookedOf(lines.find((line) => line.source === source), kind) : null;
  return { booked, addition: booked !== null && total !== null ? additionOf(total, booked) : null };
}

type Props = Asked & { booked: string | null; addition: Addition | null; onEntries?: ((source: FundingSource, kind: FundingKind) => void) | undefined };

/** What a running total will come to, before it is sent. A lower one leads to the entries, one of which must be wrong. */
export function RunningTotal({ work, kind, source, date, booked, addition, onEntries }: Props) {
  const { t, i18n } = useTranslation();
  if (!source) return <p className="last">{t('form.funding.chooseSource')}</p>;
  if (booked === null) return <p className="last">{t('state.loading')}</p>;
  const exact = (money: string) => exactly(money, i18n.language);
  const told = t('form.funding.booked', { day: date, booked: exact(booked) });
  if (addition?.kind !== 'lower') {
    return (
      <p className="last" role="status">
        {told} {addition?.kind === 'adds' && <b>{t('form.funding.adds', { difference: exact(addition.amount) })}</b>}
        {addition?.kind === 'same' && <b>{t('form.funding.same')}</b>}
      </p>
    );
  }
  const way = t('form.funding.toEntries', { what: `${t(`source.${source}`)}${t(`fundingKind.${kind}`)}` });
  return (
    <Alert
      className="told" type="warning" showIcon role="status" title={told} description={
        <>
          <p>{t('form.funding.lower', { by: exact(addition.by) })}</p>
          {onEntries ? <Button onClick={() => onEntries(source, kind)}>{way}</Button> : <Link to={entriesAddress(work.number, source, kind)}>{way}</Link>}
        </>
      }
    />
  );
}
