import { useApolloClient } from '@apollo/client/react';
import { App } from 'antd';
import { useTranslation } from 'react-i18next';
import { Sheet } from '../../forms/Sheet';
import type { FundingEntryRowFragment, ProcedureKind, WorkForActionFragment } from '../../graphql.generated';
import { AnnualPlanForm } from './AnnualPlanForm';
import { ConfirmForm } from './ConfirmForm';
import { FundingForm } from './FundingForm';
import { PlanForm } from './PlanForm';
import { ProcedureForm } from './ProcedureForm';
import { ProgressForm } from './ProgressForm';
import { ReverseForm } from './ReverseForm';
import { StageForm } from './StageForm';
import { ResumeForm, SuspendForm } from './SuspensionForms';
import type { FormProps } from './useWorkSending';
import { WithdrawForm } from './WithdrawForm';
import type { ActionKind } from './available';

export type OpenAction =
  | { kind: Exclude<ActionKind, 'UPDATE_PROCEDURE'> }
  | { kind: 'UPDATE_PROCEDURE'; procedure?: ProcedureKind }
  | { kind: 'SET_ANNUAL_PLAN' }
  | { kind: 'REVERSE'; entry: FundingEntryRowFragment };

type Props = { action: OpenAction | null; work: WorkForActionFragment | null; today: string; onClose: () => void };

/** What follows a form that was accepted: it is said, with what may be worth a second look, and whatever is on screen is read again. */
export function useDone(onClose: () => void): FormProps['onDone'] {
  const { t } = useTranslation();
  const client = useApolloClient();
  const { message, notification } = App.useApp();
  return (said, warnings) => {
    void message.success(said);
    if (warnings.length > 0) {
      // At the left: the right is where forms open and where pages have what can be done.
      notification.warning({ placement: 'bottomLeft', title: t('state.warnings'), description: warnings.map((warning) => <p key={warning.message}>{warning.message}</p>), duration: 0 });
    }
    onClose();
    void client.refetchQueries({ include: 'active' });
  };
}

/** The form of the chosen action, for one work. */
export function ActionSheet({ action, work, today, onClose }: Props) {
  const { t } = useTranslation();
  const done = useDone(onClose);
  return (
    <Sheet open={action !== null && work !== null} onClose={onClose} title={action ? t(`action.${action.kind}`) : ''} subtitle={work ? `${work.number} ${work.name}` : ''}>
      {action && work && <Chosen action={action} work={work} today={today} onDone={done} onCancel={onClose} />}
    </Sheet>
  );
}

function Chosen({ action, ...props }: FormProps & { action: OpenAction }) {
  switch (action.kind) {
    case 'RECORD_STAGE':
      return <StageForm {...props} correction={false} />;
    case 'CORRECT':
      return <StageForm {...props} correction />;
    case 'RECORD_PROGRESS':
      return <ProgressForm {...props} />;
    case 'CONFIRM_STAGE':
      return <ConfirmForm {...props} />;
    case 'SUSPEND':
      return <SuspendForm {...props} />;
    case 'RESUME':
      return <ResumeForm {...props} />;
    case 'RECORD_FUNDING':
      return <FundingForm {...props} />;
    case 'SET_FUNDING_PLAN':
      return <PlanForm {...props} />;
    case 'SET_ANNUAL_PLAN':
      return <AnnualPlanForm {...props} />;
    case 'UPDATE_PROCEDURE':
      return <ProcedureForm {...props} procedure={action.procedure ?? null} />;
    case 'WITHDRAW':
      return <WithdrawForm {...props} />;
    case 'REVERSE':
      return <ReverseForm {...props} entry={action.entry} />;
  }
}
