import { Form, Input, Segmented } from 'antd';
import { useTranslation } from 'react-i18next';
import { ActionForm } from '../../forms/ActionForm';
import { DayField } from '../../forms/DayField';
import { atMost, chosen, required, textOf } from '../../forms/rules';
import { progressText } from '../../format/shares';
import { RecordStageDocument, type Stage } from '../../graphql.generated';
import { STAGES } from '../listQuestion';
import { useViewer } from '../../access/session';
import { lastEvent, nextStage } from './available';
import { type FormProps, useWorkSending } from './useWorkSending';
import './actions.css';

type Typed = { stage: Stage; effectiveDate: string; evidence?: string; reason?: string };

/** Turning the magnet: one step forward, or, as a correction by the task force, to any stage with a reason. */
export function StageForm({ work, today, correction, onDone, onCancel }: FormProps & { correction: boolean }) {
  const { t } = useTranslation();
  const viewer = useViewer();
  const [form] = Form.useForm<Typed>();
  const { send, busy, refusal, key, version, reload } = useWorkSending(RecordStageDocument, work);
  const next = nextStage(work.stage);
  const watched = Form.useWatch('stage', form);
  const stage: Stage = correction ? watched ?? work.stage : next ?? work.stage;
  const earliest = correction ? work.registeredOn : lastEvent(work.stageHistory)?.effectiveDate ?? work.registeredOn;
  const early = !correction && stage === 'COMPLETED' && work.progress < 100;

  const record = async (values: Typed) => {
    const input = {
      projectId: work.id, stage, effectiveDate: values.effectiveDate, evidence: textOf(values.evidence), correction, reason: textOf(values.reason), expectedVersion: version, idempotencyKey: key,
    };
    const answer = await send({ input });
    if (answer?.recordStage) onDone(t('form.stage.done', { name: work.name, stage: t(`stage.${stage}`) }), answer.recordStage.warnings);
  };
  return (
    <ActionForm
      form={form}
      initialValues={{ stage: correction ? work.stage : stage, effectiveDate: today }}
      busy={busy}
      refusal={refusal}
      submit={correction ? t('form.stage.correct') : t('form.stage.confirm', { stage: t(`stage.${stage}`) })}
      danger={correction}
      onSend={record}
      onCancel={onCancel}
      onReload={reload}
    >
      {correction ? (
        <Form.Item name="stage" label={t('form.stage.target')} rules={[chosen(t('form.choose'))]}>
          <Segmented block options={STAGES.map((value) => ({ value, label: t(`stage.${value}`) }))} />
        </Form.Item>
      ) : (
        <div className="turn" role="img" aria-label={`${t(`stage.${work.stage}`)} → ${t(`stage.${stage}`)}`}>
          <span className={`from ${work.stage}`}><i />{t(`stage.${work.stage}`)}</span>
          <svg width="28" height="18" viewBox="0 0 28 18" aria-hidden="true"><path d="M1 9h25M18 1l8 8-8 8" fill="none" stroke="currentColor" strokeWidth="2" /></svg>
          <span className={`to ${stage}`}><i />{t(`stage.${stage}`)}</span>
        </div>
      )}
      <Form.Item
        name="effectiveDate"
        label={t('form.stage.dateOf', { stage: t(`stage.${stage}`) })}
        extra={`${t('form.stage.notBefore', { day: earliest })}，${t('form.notFuture', { day: today })}`}
        rules={[chosen(t('form.need'))]}
      >
        <DayField min={earliest} max={today} />
      </Form.Item>
      {(correction || early || refusal?.kind === 'refused' && refusal.field === 'input.reason') && (
        <Form.Item name="reason" label={t('form.reason')} {...(early && { extra: t('form.stage.reasonLow', { progress: progressText(work.progress) }) })} rules={[required(t('form.need')), atMost(500, t)]}>
          <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} />
        </Form.Item>
      )}
      <Form.Item name="evidence" label={t('form.evidence')} rules={[atMost(500, t)]}>
        <Input placeholder={t('form.evidenceHint')} />
      </Form.Item>
      <p className="hint">{t(correction ? 'form.stage.correctMeans' : stage === 'COMPLETED' && viewer.role === 'COUNTY' ? 'form.stage.waits' : 'form.stage.counts')}</p>
    </ActionForm>
  );
}
