import { Alert, Button } from 'antd';
import { type DragEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { KindChoice } from '../KindChoice';
import { ACCEPTED, type OfferedKind } from '../wire';
import { SampleResult } from './SampleResult';
import { SampleSending } from './SampleSending';
import { sendSamples } from './send';
import { MOST_MEGABYTES, type SampleAnswer, type SampleOutcome, type SampleProgress } from './wire';

type Props = { kinds: readonly OfferedKind[]; onKind: (kind: OfferedKind) => void; onBusy: (busy: boolean) => void };

/** Where a station's file is. */
type Step =
  | { at: 'CHOOSE'; problem: string | null; lost: 'LOOK' | 'WRITE' | null }
  | { at: 'SENDING'; file: File; dryRun: boolean; sent: number; progress: SampleProgress | null; began: number }
  | { at: 'CHECKED' | 'DONE'; file: File; answer: SampleAnswer };

/** A station's file: look at what it brings, then take it in, batch by batch. */
export function SampleImport({ kinds, onKind, onBusy }: Props) {
  const { t, i18n } = useTranslation();
  const [step, setStep] = useState<Step>({ at: 'CHOOSE', problem: null, lost: null });
  const field = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const send = async (file: File, dryRun: boolean, leaveOut: boolean) => {
    onBusy(true);
    setStep({ at: 'SENDING', file, dryRun, sent: 0, progress: null, began: performance.now() });
    const outcome = await sendSamples({ file, dryRun, leaveOut, language: i18n.language }, {
      onSent: (sent) => setStep((now) => (now.at === 'SENDING' ? { ...now, sent } : now)),
      // A step's pace is told from its own beginning.
      onProgress: (progress) => setStep((now) => (now.at === 'SENDING' ? { ...now, sent: 1, progress, began: now.progress?.step === progress.step ? now.began : performance.now() } : now)),
    });
    onBusy(false);
    setStep(after(file, dryRun, outcome));
  };
  const take = (files: FileList | null) => {
    const file = files?.[0];
    if (!file) return;
    if (file.size === 0) setStep({ at: 'CHOOSE', problem: t('imports.empty'), lost: null });
    else if (file.size > MOST_MEGABYTES * 1024 * 1024) setStep({ at: 'CHOOSE', problem: t('samples.tooLarge', { size: (file.size / 1024 / 1024).toFixed(1), most: MOST_MEGABYTES }), lost: null });
    else void send(file, true, false);
  };
  const dragging = (event: DragEvent, inside: boolean) => {
    event.preventDefault();
    setOver(inside);
  };
  if (step.at === 'SENDING') return <SampleSending {...step} />;
  if (step.at !== 'CHOOSE') return <SampleResult key={step.at} file={step.file} answer={step.answer} done={step.at === 'DONE'} onConfirm={(leaveOut) => void send(step.file, false, leaveOut)} onBack={() => setStep({ at: 'CHOOSE', problem: null, lost: null })} />;
  return (
    <div className="choose-file">
      {step.problem && <Alert className="gap" type="error" role="alert" showIcon title={t('imports.notTaken')} description={step.problem} />}
      {step.lost && <Alert className="gap" type="warning" role="alert" showIcon title={t('imports.lost')} description={t(step.lost === 'WRITE' ? 'samples.lostWritten' : 'imports.lostLook')} />}
      <KindChoice kinds={kinds} kind="samples" onKind={onKind} />
      <p className="second">{t('samples.about')}</p>
      <div className={over ? 'drop over' : 'drop'} onDragEnter={(event) => dragging(event, true)} onDragOver={(event) => dragging(event, true)} onDragLeave={(event) => dragging(event, false)} onDrop={(event) => { dragging(event, false); take(event.dataTransfer.files); }}>
        <p className="drop-lead">{t('imports.drop')}</p>
        <Button type="primary" size="large" onClick={() => field.current?.click()}>{t('imports.choose')}</Button>
        <input ref={field} className="visually-hidden" type="file" accept={ACCEPTED} aria-label={t('imports.choose')} tabIndex={-1} onChange={(event) => { take(event.target.files); event.target.value = ''; }} />
        <p className="second small">{t('samples.limits', { most: MOST_MEGABYTES })}</p>
      </div>
      <p>
        <a href="/import/samples/template.xlsx" download>{t('samples.template')}</a>
      </p>
      <ul className="second small import-notes">
        {(['shape', 'times', 'cells', 'again'] as const).map((note) => <li key={note}>{t(`samples.notes.${note}`)}</li>)}
      </ul>
    </div>
  );
}

function after(file: File, dryRun: boolean, outcome: SampleOutcome): Step {
  if (outcome.kind === 'answered') return { at: dryRun || outcome.status !== 200 ? 'CHECKED' : 'DONE', file, answer: outcome.answer };
  return { at: 'CHOOSE', problem: outcome.kind === 'refused' ? outcome.message : null, lost: outcome.kind === 'lost' ? (dryRun ? 'LOOK' : 'WRITE') : null };
}
