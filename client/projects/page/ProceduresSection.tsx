import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { ProcedureKind, ProcedureRowFragment } from '../../graphql.generated';
import { useViewer } from '../../access/session';
import { useNames } from '../../layout/names';
import { Nothing } from '../../layout/states';
import { usePhone } from '../../layout/usePhone';
import { SampleTag } from '../marks';
import { clockOf, inOrder, procedureOn } from '../procedures';
import { Section } from './Section';
import type { PageWork } from './work';

type Props = { work: PageWork; today: string; onUpdate: ((kind: ProcedureKind) => void) | null };

/** 手续: who holds each approval, since when, and how that compares with what was promised. */
export function ProceduresSection({ work, today, onUpdate }: Props) {
  const { t } = useTranslation();
  const phone = usePhone();
  const viewer = useViewer();
  // A department that may not do the rest to a work changes only what it holds itself.
  const holdsOnly = viewer.role === 'DEPARTMENT' && !work.viewerCan.includes('RECORD_STAGE');
  const mayUpdate = (row: ProcedureRowFragment) => !holdsOnly || (row.heldBy !== null && row.heldBy.code === viewer.department?.code);
  const rows = inOrder(work.procedures as ProcedureRowFragment[]).map((row) => procedureOn(row, today));
  const made = rows.length > 0 && rows.every((row) => row.sample);
  // On a phone what is settled folds away.
  const [open, done] = phone ? [rows.filter(({ status }) => status !== 'DONE'), rows.filter(({ status }) => status === 'DONE')] : [rows, []];
  const list = (some: ProcedureRowFragment[]) => (
    <ul className="procedures">
      {some.map((row) => <Row key={row.id} row={row} today={today} tag={row.sample && !made} onUpdate={mayUpdate(row) ? onUpdate : null} />)}
    </ul>
  );
  return (
    <Section title={t('work.procedures')} sample={made}>
      {rows.length === 0 ? (
        <Nothing>{t('work.noProcedures')}</Nothing>
      ) : (
        <>
          {open.length > 0 && list(open)}
          {done.length > 0 && (
            <details className="records">
              <summary>{t('work.tableOf', { what: t('work.done'), count: done.length })}</summary>
              {list(done)}
            </details>
          )}
        </>
      )}
    </Section>
  );
}

function Row({ row, today, tag, onUpdate }: { row: ProcedureRowFragment; today: string; tag: boolean; onUpdate: Props['onUpdate'] }) {
  const { t } = useTranslation();
  const names = useNames();
  const clock = clockOf(row, today);
  const what = t(`procedure.${row.kind}`);
  return (
    <li className={row.status}>
      <span className="what"><StatusIcon status={row.status} />{what} {row.greenChannel && <small className="green">{t('work.green')}</small>} <SampleTag when={tag} /></span>
      <span className="who second">{names(row.heldBy)}</span>
      <span className="when second">{row.status === 'DONE' ? row.doneOn : row.appliedOn && row.status === 'IN_PROGRESS' ? t('work.since', { day: row.appliedOn }) : ''}</span>
      <span className="how">
        {clock ? (
          <b className={clock.over > 0 ? 'over' : ''}>
            {t('work.held', { days: clock.held })}{clock.promised !== null && ` / ${t('work.promised', { days: clock.promised })}`}
            {clock.over > 0 && <small>{t('work.overPromise', { days: clock.over })}</small>}
          </b>
        ) : (
          t(`procedureStatus.${row.status}`)
        )}
        {row.documentNumber && <small className="second">{row.documentNumber}</small>}
      </span>
      {onUpdate && <Button type="text" size="small" className="edit" onClick={() => onUpdate(row.kind)} aria-label={t('work.updateOne', { what })}>✎</Button>}
    </li>
  );
}

function StatusIcon({ status }: { status: ProcedureRowFragment['status'] }) {
  const path = { DONE: 'M3 9.5l4 4L15 4', IN_PROGRESS: 'M9 1.5a7.5 7.5 0 1 0 .01 0M9 4.5V9h3.2', NOT_STARTED: 'M9 1.5a7.5 7.5 0 1 0 .01 0', NOT_NEEDED: 'M4 9h10' }[status];
  return <svg width="18" height="18" viewBox="0 0 18 18" aria-hidden="true"><path d={path} fill="none" stroke="currentColor" strokeWidth="1.8" strokeLinecap="round" strokeLinejoin="round" /></svg>;
}
