import { useQuery } from '@apollo/client/react';
import { App, Form, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Refusal } from '../../access/refusal';
import { ActionForm } from '../../forms/ActionForm';
import { useOnceKey } from '../../forms/onceKey';
import { useSending } from '../../forms/useSending';
import { FlowsOfMonthDocument, type FlowsOfMonthQuery, RecordFlowsDocument, type RecordFlowsInput } from '../../graphql.generated';
import { useNames } from '../../layout/names';
import { Failure, Loading } from '../../layout/states';
import { useRiverName } from '../../maps/useRiverName';
import { changedFlows, cityVolume, fieldOf, fieldText, type Standing, typedDecimal, type TypedFlows, VOLUME } from './entry';
import { flowText, monthName, nameOf, type FlowRow } from './flows';
import { MonthChoice } from './MonthChoice';

type Done = (said: string, warnings: readonly { message: string }[]) => void;
type Props = { month: string; last: string; onDone: Done; onCancel: () => void };

/** Where the flows and the replenishment of a month are entered, all rivers at once. */
export function FlowForm({ month: first, last, onDone, onCancel }: Props) {
  const { t } = useTranslation();
  const [month, setMonth] = useState(first);
  const { data, error, refetch } = useQuery(FlowsOfMonthDocument, { variables: { month, year: Number(month.slice(0, 4)) }, fetchPolicy: 'no-cache' });
  const found = data as FlowsOfMonthQuery | undefined;
  return (
    <>
      <div className="flow-form-month"><span>{t('recordFlows.month')}</span><MonthChoice value={month} max={last} onChange={setMonth} /></div>
      {error && <Failure error={error} retry={() => refetch()} />}
      {!found?.flowTable ? !error && <Loading rows={6} /> : <Entry key={month} month={month} rows={found.flowTable.rows as FlowRow[]} volume={cityVolume(found, month)} onDone={onDone} onCancel={onCancel} />}
    </>
  );
}

type EntryProps = { month: string; rows: readonly FlowRow[]; volume: Standing; onDone: Done; onCancel: () => void };

function Entry({ month, rows, volume, onDone, onCancel }: EntryProps) {
  const { t, i18n } = useTranslation();
  const names = useNames();
  const riverName = useRiverName();
  const { message } = App.useApp();
  const [form] = Form.useForm<TypedFlows>();
  const { send, busy, refusal, clear } = useSending(RecordFlowsDocument);
  const [key, renew] = useOnceKey();
  const [sent, setSent] = useState<RecordFlowsInput>({});
  const stands: TypedFlows = Object.fromEntries([...rows.map((row) => [fieldOf(row), fieldText({ value: row.month.flow, sample: row.month.sample })]), [VOLUME, fieldText(volume)]]);
  const save = async (typed: TypedFlows) => {
    const input = changedFlows(typed, stands, rows, month);
    if (!input.flows.length && !input.replenishment.length) {
      clear();
      return void message.info(t('recordFlows.nothing'));
    }
    setSent(input);
    const answer = await send({ input: { ...input, idempotencyKey: key } });
    if (!answer?.recordFlows) return renew();
    onDone(t('recordFlows.saved', { month: monthName(month, i18n.language) }), answer.recordFlows.warnings);
  };
  const decimal = (places: number, said: string) => ({ validator: (_: unknown, text: string | undefined) => (!text?.trim() || typedDecimal(text, places) !== null ? Promise.resolve() : Promise.reject(new Error(said))) });
  return (
    <ActionForm form={form} initialValues={stands} busy={busy} refusal={placed(refusal, sent, rows)} submit={t('recordFlows.submit')} onSend={save} onCancel={onCancel}>
      <p className="second small">{t('recordFlows.stands')}</p>
      <fieldset className="flow-fields">
        <legend>{t('recordFlows.flows')}</legend>
        {rows.map((row) => (
          <Form.Item key={nameOf(row)} name={fieldOf(row)} rules={[decimal(3, t('recordFlows.badFlow'))]} label={<span>{riverName(row.river)} · {names(row.region)} <small className="second">{t('recordFlows.target', { target: flowText(row.target) })}</small></span>}>
            <Input inputMode="decimal" autoComplete="off" suffix="m³/s" {...behind(row.month.sample ? row.month.flow : null)} />
          </Form.Item>
        ))}
      </fieldset>
      <Form.Item name={VOLUME} label={`${t('recordFlows.volume')} · ${t('recordFlows.city')}`} rules={[decimal(4, t('recordFlows.badVolume'))]}>
        <Input inputMode="decimal" autoComplete="off" {...behind(volume.sample ? volume.value : null)} />
      </Form.Item>
    </ActionForm>
  );
}

/** What is seen in a field while nothing is typed. */
const behind = (value: number | null): { placeholder?: string } => (value === null ? {} : { placeholder: String(value) });

/** A refusal of what was sent, at the field that it was typed in. */
function placed(refusal: Refusal | null, sent: RecordFlowsInput, rows: readonly FlowRow[]): Refusal | null {
  if (refusal?.kind !== 'refused' || refusal.field === null) return refusal;
  if (refusal.field.startsWith('input.replenishment.')) return { ...refusal, field: `input.${VOLUME}` };
  const flow = sent.flows?.[Number(/^input\.flows\.(\d+)/.exec(refusal.field)?.[1] ?? -1)];
  const row = flow && rows.find(({ river, region }) => river === flow.river && region.adcode === flow.region);
  return row ? { ...refusal, field: `input.${fieldOf(row)}` } : refusal;
}
