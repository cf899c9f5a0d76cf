import { useQuery } from '@apollo/client/react';
import { Segmented } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Sheet } from '../forms/Sheet';
import { WorkAgainDocument, type WorkForActionFragment } from '../graphql.generated';
import { Failure, Loading } from '../layout/states';
import { useDone } from '../projects/actions/ActionSheet';
import { AnnualPlanForm } from '../projects/actions/AnnualPlanForm';
import { FundingForm } from '../projects/actions/FundingForm';
import { PlanForm } from '../projects/actions/PlanForm';
import type { EntryChoice } from '../projects/entries';
import { ChooseWork } from './ChooseWork';

/** What is entered at the desk. */
export type BookKind = 'RECORD_FUNDING' | 'SET_FUNDING_PLAN' | 'SET_ANNUAL_PLAN';
export const PLANS = ['SET_FUNDING_PLAN', 'SET_ANNUAL_PLAN'] as const;
const KINDS: readonly BookKind[] = ['RECORD_FUNDING', ...PLANS];

type Chosen = { id: string; number: number; name: string };
type Props = {
  kind: BookKind | null;
  onKind: (kind: BookKind | null) => void;
  today: string;
  /** The work that it is about; to be chosen here where it is not given. */
  work?: Chosen;
  /** Leads to the entries of a work, where one that is wrong can be taken back. */
  onEntries: (work: number, entries: EntryChoice) => void;
};

/** Where money and plans are entered: for which work, which of the three, and its form. */
export function BookSheet({ kind, onKind, today, work, onEntries }: Props) {
  const { t } = useTranslation();
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const close = () => onKind(null);
  const about = work ?? chosen;
  // Another opening is about another work.
  useEffect(() => {
    if (kind === null) setChosen(null);
  }, [kind]);
  return (
    <Sheet open={kind !== null} onClose={close} title={t(kind === null || kind === 'RECORD_FUNDING' ? 'funding.book' : `funding.plans.${kind}`)} {...(work && { subtitle: `${work.number} ${work.name}` })}>
      {kind !== null && (
        <div className="book-sheet">
          <Segmented<BookKind> block aria-label={t('funding.doing')} value={kind} options={KINDS.map((value) => ({ value, label: t(`action.${value}`) }))} onChange={onKind} />
          {!work && <ChooseWork value={chosen} onChange={setChosen} />}
          {about && <Form key={`${about.id}${kind}`} kind={kind} id={about.id} today={today} onClose={close} onEntries={(entries) => { close(); onEntries(about.number, entries); }} />}
        </div>
      )}
    </Sheet>
  );
}

function Form({ kind, id, today, onClose, onEntries }: { kind: BookKind; id: string; today: string; onClose: () => void; onEntries: (entries: EntryChoice) => void }) {
  const { data, error, refetch } = useQuery(WorkAgainDocument, { variables: { id }, fetchPolicy: 'cache-and-network' });
  const onDone = useDone(onClose);
  const work = data?.project as WorkForActionFragment | null | undefined;
  if (!work) return error ? <Failure error={error} retry={() => refetch()} /> : <Loading rows={6} />;
  const shared = { work, today, onDone, onCancel: onClose };
  if (kind === 'SET_FUNDING_PLAN') return <PlanForm {...shared} />;
  if (kind === 'SET_ANNUAL_PLAN') return <AnnualPlanForm {...shared} />;
  // Who comes to the desk holds the figure of a report, which is a running total.
  return <FundingForm {...shared} mode="CUMULATIVE" onEntries={(source, entryKind) => onEntries({ source, kind: entryKind })} />;
}
