import { useQuery } from '@apollo/client/react';
import { Form, Input } from 'antd';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../access/session';
import { ActionForm } from '../forms/ActionForm';
import { DayField } from '../forms/DayField';
import { useOnceKey } from '../forms/onceKey';
import { atMost, chosen, textOf } from '../forms/rules';
import { useSending } from '../forms/useSending';
import { type IndicatorsQuery, RecordFiguresDocument, ReferenceDocument, type ReferenceQuery } from '../graphql.generated';
import { useNames } from '../layout/names';
import { type Pasted, readPaste } from './paste';
import type { Span } from './rankingQuestion';

type Typed = { from: string | null; to: string | null; spanName?: string; source?: string; figures: string };
type Indicator = NonNullable<IndicatorsQuery['indicators']>[number];
type Props = { indicator: Indicator; span: Span | null; onDone: (said: string, warnings: readonly { message: string }[], span: Span) => void; onCancel: () => void };

/** What was read out of the pasted table, line by line, before anything is sent. */
function Reading({ pasted: { rows, problems }, unit }: { pasted: Pasted; unit: string }) {
  const { t } = useTranslation();
  const names = useNames();
  return (
    <div className="paste-reading" aria-live="polite">
      {problems.length > 0 && <ul className="paste-problems">{problems.map(({ line, kind, text }) => <li key={line}>{t('rankings.line', { line })}：{t(`rankings.problem.${kind}`, { text })}</li>)}</ul>}
      {rows.length > 0 && (
        <>
          <p className="second">{t('rankings.readRows', { count: rows.length })}</p>
          <ul className="paste-rows">{rows.map(({ region, value, change }) => <li key={region.adcode}>{names(region, true)} <b>{value}</b>{unit && ` ${unit}`}{change !== null && <span className="second"> {change}</span>}</li>)}</ul>
        </>
      )}
    </div>
  );
}

/** Figures of an indicator, pasted out of a spreadsheet and checked before they are sent. */
export function FiguresForm({ indicator, span, onDone, onCancel }: Props) {
  const { t } = useTranslation();
  const { today } = useSession();
  const [form] = Form.useForm<Typed>();
  const { send, busy, refusal } = useSending(RecordFiguresDocument);
  const [key] = useOnceKey();
  const regions = (useQuery(ReferenceDocument, { fetchPolicy: 'cache-first' }).data as ReferenceQuery | undefined)?.regions;
  const text = Form.useWatch('figures', form) ?? '';
  const pasted = useMemo(() => readPaste(text, regions ?? []), [text, regions]);
  const save = async ({ from, to, spanName, source }: Typed) => {
    const figures = pasted.rows.map(({ region, value, change }) => ({ region: region.adcode, value, change }));
    const answer = await send({ input: { indicator: indicator.code, from: from!, to: to!, spanName: textOf(spanName), source: textOf(source), figures, idempotencyKey: key } });
    if (answer?.recordFigures) onDone(t('rankings.saved'), answer.recordFigures.warnings, { from: from!, to: to! });
  };
  const isReadable = () => (pasted.problems.length ? Promise.reject(new Error(t('rankings.mend', { count: pasted.problems.length }))) : pasted.rows.length ? Promise.resolve() : Promise.reject(new Error(t('rankings.nothingRead'))));
  return (
    <ActionForm form={form} initialValues={{ from: span?.from ?? null, to: span?.to ?? null, figures: '' }} busy={busy} refusal={refusal} submit={t('rankings.submit')} onSend={save} onCancel={onCancel}>
      <div className="two-fields">
        <Form.Item name="from" label={t('rankings.from')} rules={[chosen(t('rankings.needed'))]}><DayField max={today} /></Form.Item>
        <Form.Item name="to" label={t('rankings.to')} rules={[chosen(t('rankings.needed'))]}><DayField max={today} /></Form.Item>
      </div>
      <Form.Item name="spanName" label={t('rankings.spanName')} extra={t('rankings.spanNameHint')} rules={[atMost(60, t)]}><Input /></Form.Item>
      <Form.Item name="source" label={t('rankings.sourceLabel')} rules={[atMost(200, t)]}><Input /></Form.Item>
      <Form.Item name="figures" label={t('rankings.paste')} extra={t('rankings.pasteHint')} required validateTrigger={[]} rules={[{ validator: isReadable }]}>
        <Input.TextArea rows={8} className="paste-area" spellCheck={false} />
      </Form.Item>
      <Reading pasted={pasted} unit={indicator.unit} />
    </ActionForm>
  );
}
