import { Form, Input, Segmented, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { ActionForm } from '../../forms/ActionForm';
import { DayField } from '../../forms/DayField';
import { Doubts } from '../../forms/Doubts';
import { EMPTY_SUM, MoneyField, type TypedSum } from '../../forms/MoneyField';
import { atMost, chosen, moneyRule, sumOf, textOf } from '../../forms/rules';
import { exactly, fen, inWan } from '../../format/money';
import { BookFundingDocument, type FundingKind, type FundingSource, RecordFundingDocument } from '../../graphql.generated';
import { FUNDING_SOURCES } from '../funding';
import { type Doubt, doubtsOf } from '../reckon';
import { RunningTotal, useAddition } from './RunningTotal';
import { type FormProps, useWorkSending } from './useWorkSending';

/** This amount, or the running total that it leads to. */
export type FundingMode = 'AMOUNT' | 'CUMULATIVE';
type Typed = { kind: FundingKind; source?: FundingSource; mode: FundingMode; date: string; amount: TypedSum; cumulative: TypedSum; documentNumber?: string; note?: string };
type Props = FormProps & { mode?: FundingMode; onEntries?: (source: FundingSource, kind: FundingKind) => void };

const KINDS: readonly FundingKind[] = ['ALLOCATED', 'ARRIVED', 'PAID'];
const MODES: readonly FundingMode[] = ['CUMULATIVE', 'AMOUNT'];

/**
 * One entry of the funds ledger: what was allocated, arrived or was paid, from which source, on which day. Who knows the
 * running total enters that, and the difference is booked.
 */
export function FundingForm({ work, today, onDone, onCancel, mode: opened = 'AMOUNT', onEntries }: Props) {
  const { t, i18n } = useTranslation();
  const [form] = Form.useForm<Typed>();
  const record = useWorkSending(RecordFundingDocument, work);
  const book = useWorkSending(BookFundingDocument, work);
  const typed: Partial<Typed> = Form.useWatch([], form) ?? {};
  const { kind = 'ARRIVED', source, mode = opened, date = today } = typed;
  const { busy, refusal, reload } = mode === 'AMOUNT' ? record : book;
  const line = work.funding.lines.find((one) => one.source === source);
  const { booked, addition } = useAddition({ work, kind, source, date, total: sumOf(typed.cumulative), asked: mode === 'CUMULATIVE' });
  const amount = mode === 'AMOUNT' ? sumOf(typed.amount) : addition?.kind === 'adds' ? addition.amount : null;
  const planned = new Set(work.funding.lines.map((one) => one.source));
  const sources = [...FUNDING_SOURCES].sort((a, b) => Number(planned.has(b)) - Number(planned.has(a)));
  const wan = (money: string) => inWan(money, i18n.language);
  const exact = (money: string) => exactly(money, i18n.language);
  const said = (doubt: Doubt) => {
    const what = t(`fundingKind.${kind}`);
    if (doubt.kind === 'NO_DOCUMENT') return t('form.doubt.NO_DOCUMENT');
    if (doubt.kind === 'LATER') return t('form.doubt.LATER', { day: date, later: exact(doubt.later), total: exact(doubt.total) });
    return doubt.kind === 'ABOVE_PLAN' ? t('form.doubt.ABOVE_PLAN', { what, sum: exact(doubt.sum), planned: exact(doubt.planned) }) : t('form.doubt.PAID_ABOVE', { sum: exact(doubt.sum), arrived: exact(doubt.arrived) });
  };
  const doubts = source && amount && fen(amount) > 0n ? doubtsOf(kind, line, amount, textOf(typed.documentNumber), booked).map(said) : [];

  const send = async (values: Typed) => {
    const entry = { projectId: work.id, source: values.source!, kind: values.kind, date: values.date, documentNumber: textOf(values.documentNumber), note: textOf(values.note) };
    const answer = values.mode === 'AMOUNT'
      ? (await record.send({ input: { ...entry, amount: sumOf(values.amount)!, idempotencyKey: record.key } }))?.recordFunding
      : (await book.send({ input: { ...entry, cumulative: sumOf(values.cumulative)!, idempotencyKey: book.key } }))?.bookFunding;
    if (answer) onDone(t('form.funding.done', { what: t(`fundingKind.${values.kind}`), sum: exact(answer.entry.amount) }), answer.warnings);
  };
  return (
    <ActionForm
      form={form} initialValues={{ kind: 'ARRIVED', mode: opened, date: today, amount: EMPTY_SUM, cumulative: EMPTY_SUM }} busy={busy} refusal={refusal}
      submit={t('form.funding.submit')} onSend={send} onCancel={onCancel} onReload={reload}
    >
      <Form.Item name="kind" label={t('form.funding.kind')} required>
        <Segmented block options={KINDS.map((value) => ({ value, label: t(`fundingKind.${value}`) }))} />
      </Form.Item>
      <Form.Item name="source" label={t('form.funding.source')} rules={[chosen(t('form.choose'))]} {...(line && { extra: t('form.funding.position', { planned: wan(line.planned), allocated: wan(line.allocated), arrived: wan(line.arrived), paid: wan(line.paid) }) })}>
        <Select options={sources.map((value) => ({ value, label: t(`source.${value}`) }))} />
      </Form.Item>
      <Form.Item name="date" label={t('form.funding.date')} extra={t('form.notFuture', { day: today })} rules={[chosen(t('form.need'))]}>
        <DayField max={today} />
      </Form.Item>
      <Form.Item name="mode" label={t('form.funding.mode')} required>
        <Segmented block options={MODES.map((value) => ({ value, label: t(`form.funding.modes.${value}`) }))} />
      </Form.Item>
      {mode === 'AMOUNT' ? (
        <Form.Item key="amount" name="amount" label={t('form.funding.amount')} rules={[moneyRule(t, true)]}>
          <MoneyField />
        </Form.Item>
      ) : (
        <>
          <Form.Item key="cumulative" name="cumulative" label={t('form.funding.cumulative', { day: date })} rules={[moneyRule(t, true)]}>
            <MoneyField />
          </Form.Item>
          <RunningTotal work={work} kind={kind} source={source} date={date} booked={booked} addition={addition} onEntries={onEntries} />
        </>
      )}
      <Form.Item name="documentNumber" label={t('form.funding.documentNumber')} rules={[atMost(100, t)]}>
        <Input placeholder={t('form.funding.documentHint')} />
      </Form.Item>
      <Form.Item name="note" label={t('form.funding.note')} rules={[atMost(500, t)]}>
        <Input />
      </Form.Item>
      <Doubts says={doubts} />
      <p className="hint">{t('form.funding.means')}</p>
    </ActionForm>
  );
}
