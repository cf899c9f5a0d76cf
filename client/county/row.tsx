import { Button, Dropdown } from 'antd';
import { useTranslation } from 'react-i18next';
import { useViewer } from '../access/session';
import type { CountyDeskQuery } from '../graphql.generated';
import { useNames } from '../layout/names';
import { type ActionKind, actionsFor } from '../projects/actions/available';
import type { OpenAction } from '../projects/actions/ActionSheet';
import { plannedPauses, plannedProgress, pointsBehind } from '../projects/schedule';
import { HealthMark, StageTag, SuspendedMark, UnverifiedMark } from '../projects/marks';
import { waitingFor } from './waiting';

export type DeskWork = NonNullable<CountyDeskQuery['projects']>['nodes'][number];
export type OnAct = (work: DeskWork, action: OpenAction) => void;

/** Where a straight-line schedule would be today, for the tick on the bar; none on a completed work. */
export function tickOf(work: DeskWork, today: string): number | null {
  return work.stage === 'COMPLETED' ? null : plannedProgress({ ...work, suspensions: plannedPauses(work.suspensions, today) }, today);
}

export function DeskMarks({ work, today }: { work: DeskWork; today: string }) {
  // Past its planned finish a work is late by days, not by points; what waits says by how many.
  const behind = work.stage === 'CONSTRUCTION' && !(work.plannedFinish && work.plannedFinish < today) ? pointsBehind({ ...work, suspensions: plannedPauses(work.suspensions, today) }, today, work.progress) : null;
  return (
    <span className="marks">
      <StageTag stage={work.stage} />
      {work.unverified && <UnverifiedMark />}
      {work.suspended && <SuspendedMark />}
      <HealthMark health={work.health} points={behind !== null && behind > 0 ? behind : null} />
    </span>
  );
}

export function WaitingList({ work, today }: { work: DeskWork; today: string }) {
  const { t } = useTranslation();
  const names = useNames();
  const waiting = waitingFor(work, today, t, (department) => names(department));
  if (waiting.length === 0) return null;
  return <ul className="waiting">{waiting.map(({ key, text, urgent }) => <li key={key} className={urgent ? 'urgent' : ''}>{text}</li>)}</ul>;
}

const FIRST: readonly ActionKind[] = ['CONFIRM_STAGE', 'RESUME', 'RECORD_STAGE', 'RECORD_PROGRESS'];
/** What is still done with a work that is finished: its money goes on. */
const FIRST_WHEN_DONE: readonly ActionKind[] = ['CONFIRM_STAGE', 'RECORD_FUNDING'];

/** The two or three things done every week, and the rest behind one button. */
export function RowActions({ work, onAct }: { work: DeskWork; onAct: OnAct }) {
  const { t } = useTranslation();
  const viewer = useViewer();
  const actions = actionsFor(work, viewer.role).filter((kind) => kind !== 'WITHDRAW');
  const often = work.stage === 'COMPLETED' && work.progress >= 100 ? FIRST_WHEN_DONE : FIRST;
  const first = actions.filter((kind) => often.includes(kind));
  const rest = actions.filter((kind) => !often.includes(kind));
  if (actions.length === 0) return null;
  return (
    <span className="row-actions" role="group" aria-label={t('county.act', { name: work.name })}>
      {first.map((kind) => <Button key={kind} onClick={() => onAct(work, { kind })}>{t(`action.${kind}`)}</Button>)}
      {rest.length > 0 && (
        <Dropdown trigger={['click']} menu={{ items: rest.map((kind) => ({ key: kind, label: t(`action.${kind}`), onClick: () => onAct(work, { kind }) })) }}>
          <Button>{t('county.more')} ▾</Button>
        </Dropdown>
      )}
    </span>
  );
}
