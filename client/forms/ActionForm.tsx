import { Alert, Button, Form, type FormInstance } from 'antd';
import { type KeyboardEvent, type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formField, type Refusal } from '../access/refusal';
import './forms.css';

type Props<TValues extends object> = {
  form: FormInstance<TValues>;
  initialValues?: Partial<TValues>;
  busy: boolean;
  refusal: Refusal | null;
  submit: string;
  danger?: boolean;
  /** Called with checked values; called again with the same ones when a lost connection is tried again. */
  onSend: (values: TValues) => unknown;
  onCancel?: (() => void) | undefined;
  /** After a conflict: fetches the newer state. What was typed stays. */
  onReload?: (() => unknown) | undefined;
  onValuesChange?: (values: TValues) => void;
  children: ReactNode;
};

/**
 * The frame around every form: a refusal appears at the field the server names, or on top where it names none; a conflict
 * offers to reload; a lost connection offers to send again.
 */
export function ActionForm<TValues extends object>(props: Props<TValues>) {
  const { form, initialValues, busy, refusal, submit, danger = false, onSend, onCancel, onReload, onValuesChange, children } = props;
  const { t } = useTranslation();
  const slow = useSlow(busy);
  const field = refusal?.kind === 'refused' ? formField(refusal.field) : null;
  const atField = field !== null && field in form.getFieldsValue();

  useEffect(() => {
    if (!atField || field === null || refusal === null) return;
    form.setFields([{ name: field as never, errors: [refusal.message] }]);
    form.scrollToField(field as never, { behavior: 'smooth', block: 'center', focus: true });
  }, [form, refusal, field, atField]);

  return (
    <Form
      form={form}
      layout="vertical"
      noValidate
      className="action-form"
      requiredMark={(label, { required }) => (required ? label : <>{label}<span className="optional">{t('form.optional')}</span></>)}
      scrollToFirstError={{ focus: true, block: 'center' }}
      disabled={busy}
      onFinish={(values: TValues) => void onSend(values)}
      onKeyDown={keepDatesFromSending}
      {...(initialValues && { initialValues })}
      {...(onValuesChange && { onValuesChange: (_: unknown, all: TValues) => onValuesChange(all) })}
    >
      {refusal && !atField && <Told refusal={refusal} onReload={onReload} onRetry={() => form.submit()} />}
      {children}
      <div className="action-foot">
        <p role="status" className="second small slow">{slow && t('state.busy')}</p>
        {onCancel && <Button onClick={onCancel}>{t('state.cancel')}</Button>}
        <Button type="primary" htmlType="submit" loading={busy} danger={danger} className="submit">{submit}</Button>
      </div>
    </Form>
  );
}

/** Enter ends the typing of a date; it does not send a form that only the task force could take back. */
function keepDatesFromSending(event: KeyboardEvent<HTMLFormElement>): void {
  if (event.key === 'Enter' && event.target instanceof HTMLElement && event.target.closest('.ant-picker')) event.preventDefault();
}

function Told({ refusal, onReload, onRetry }: { refusal: Refusal; onReload: (() => unknown) | undefined; onRetry: () => void }) {
  const { t } = useTranslation();
  if (refusal.kind === 'conflict') {
    return (
      <Alert
        className="told" type="warning" role="alert" showIcon title={t('form.conflict')} description={<>{refusal.message}<br />{onReload && t('form.conflictKeeps')}</>}
        action={onReload && <Button disabled={false} onClick={() => void onReload()}>{t('state.reload')}</Button>}
      />
    );
  }
  if (refusal.kind === 'lost') {
    return (
      <Alert
        className="told" type="warning" role="alert" showIcon title={refusal.message} description={t('form.lostMeans')}
        action={<Button disabled={false} onClick={onRetry}>{t('state.retry')}</Button>}
      />
    );
  }
  return <Alert className="told" type="error" role="alert" showIcon title={refusal.message} />;
}

/** True once something has been going on for a second. */
function useSlow(busy: boolean): boolean {
  const [slow, setSlow] = useState(false);
  useEffect(() => {
    if (!busy) return setSlow(false);
    const timer = setTimeout(() => setSlow(true), 1000);
    return () => clearTimeout(timer);
  }, [busy]);
  return slow;
}
