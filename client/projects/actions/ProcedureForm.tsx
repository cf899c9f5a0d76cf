import { useQuery } from '@apollo/client/react';
import { Form, Input, Select, Switch } from 'antd';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { ActionForm } from '../../forms/ActionForm';
import { DayField } from '../../forms/DayField';
import { atMost, chosen, textOf } from '../../forms/rules';
import { type ProcedureKind, type ProcedureRowFragment, type ProcedureStatus, ReferenceDocument, UpdateProcedureDocument } from '../../graphql.generated';
import { useNames } from '../../layout/names';
import { PROCEDURE_KINDS } from '../procedures';
import { type FormProps, useWorkSending } from './useWorkSending';
import './actions.css';

type Typed = {
  kind: ProcedureKind; status: ProcedureStatus; heldBy: string | null; appliedOn: string | null; promisedDays: string; greenChannel: boolean; due: string | null; doneOn: string | null; documentNumber: string;
};

const STATUSES: readonly ProcedureStatus[] = ['NOT_STARTED', 'IN_PROGRESS', 'DONE', 'NOT_NEEDED'];

function typedFrom(known: ProcedureRowFragment | undefined, kind: ProcedureKind | null): Partial<Typed> {
  return {
    ...(kind && { kind }),
    status: known?.status ?? 'IN_PROGRESS', heldBy: known?.heldBy?.code ?? null, appliedOn: known?.appliedOn ?? null, promisedDays: known?.promisedDays?.toString() ?? '',
    greenChannel: known?.greenChannel ?? false, due: known?.due ?? null, doneOn: known?.doneOn ?? null, documentNumber: known?.documentNumber ?? '',
  };
}

/** Where an approval stands: who holds it, since when, by when it was promised. */
export function ProcedureForm({ work, today, procedure, onDone, onCancel }: FormProps & { procedure: ProcedureKind | null }) {
  const { t } = useTranslation();
  const names = useNames();
  const [form] = Form.useForm<Typed>();
  const { send, busy, refusal, key, reload } = useWorkSending(UpdateProcedureDocument, work);
  const { data } = useQuery(ReferenceDocument);
  const kind = Form.useWatch('kind', form) ?? procedure;
  const status = Form.useWatch('status', form);
  const known = work.procedures.find((one) => one.kind === kind);

  // Choosing another procedure brings up what is known of that one.
  useEffect(() => {
    if (kind) form.setFieldsValue(typedFrom(work.procedures.find((one) => one.kind === kind), kind));
    // eslint-disable-next-line react-hooks/exhaustive-deps -- a live update of the work must not overwrite what is being typed
  }, [kind, form]);

  const running = status === 'IN_PROGRESS' || status === 'DONE';
  const save = async (values: Typed) => {
    const input = {
      projectId: work.id, kind: values.kind, status: values.status, heldBy: values.heldBy ?? null,
      appliedOn: running ? values.appliedOn ?? null : null, promisedDays: running && values.promisedDays ? Number(values.promisedDays) : null, greenChannel: Boolean(values.greenChannel),
      due: running ? values.due ?? null : null, doneOn: values.status === 'DONE' ? values.doneOn ?? null : null, documentNumber: textOf(values.documentNumber), idempotencyKey: key,
    };
    const answer = await send({ input });
    if (answer?.updateProcedure) onDone(t('form.procedure.done'), answer.updateProcedure.warnings);
  };
  return (
    <ActionForm form={form} initialValues={typedFrom(known, procedure)} busy={busy} refusal={refusal} submit={t('form.procedure.submit')} onSend={save} onCancel={onCancel} onReload={reload}>
      <Form.Item name="kind" label={t('form.procedure.kind')} rules={[chosen(t('form.choose'))]}>
        <Select options={PROCEDURE_KINDS.map((value) => ({ value, label: t(`procedure.${value}`) }))} />
      </Form.Item>
      <Form.Item name="status" label={t('form.procedure.status')} required>
        <Select options={STATUSES.map((value) => ({ value, label: t(`procedureStatus.${value}`) }))} />
      </Form.Item>
      <Form.Item name="heldBy" label={t('form.procedure.heldBy')}>
        <Select allowClear showSearch={{ optionFilterProp: 'label' }} options={(data?.departments ?? []).map((one) => ({ value: one.code, label: names(one) }))} />
      </Form.Item>
      {running && (
        <div className="pair">
          <Form.Item name="appliedOn" label={t('form.procedure.appliedOn')}><DayField max={today} /></Form.Item>
          <Form.Item name="promisedDays" label={t('form.procedure.promisedDays')} rules={[{ pattern: /^([1-9]\d{0,2}|1000)$/, message: t('form.procedure.whole') }]}>
            <Input inputMode="numeric" suffix={t('unit.days')} />
          </Form.Item>
          <Form.Item name="due" label={t('form.procedure.due')}><DayField /></Form.Item>
          {status === 'DONE' && <Form.Item name="doneOn" label={t('form.procedure.doneOn')} rules={[chosen(t('form.need'))]}><DayField max={today} /></Form.Item>}
        </div>
      )}
      <Form.Item name="documentNumber" label={t('form.procedure.documentNumber')} rules={[atMost(100, t)]}><Input /></Form.Item>
      <Form.Item name="greenChannel" label={t('form.procedure.greenChannel')} valuePropName="checked"><Switch /></Form.Item>
    </ActionForm>
  );
}
