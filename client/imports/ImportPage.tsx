import { Alert } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { useSession, useViewer } from '../access/session';
import { ChooseFile } from './ChooseFile';
import { SampleImport } from './samples/SampleImport';
import { GiveDay } from './GiveDay';
import { ImportResult } from './ImportResult';
import { Sending } from './Sending';
import { useImport } from './useImport';
import { useLeaveGuard } from './useLeaveGuard';
import { type ImportKind, KINDS, maySendSamples, type OfferedKind } from './wire';
import './imports.css';

/** Spreadsheets in: choose one, see what it would do, then do it, all or nothing. */
export function ImportPage() {
  const { t } = useTranslation();
  const { role, department } = useViewer();
  const { today } = useSession();
  const [params, setParams] = useSearchParams();
  const { step, choose, withDay, confirm, back } = useImport();
  // A department without a sector holds approvals and nothing else.
  const kinds: readonly ImportKind[] = role === 'DEPARTMENT' && !department?.sector ? ['procedures'] : KINDS;
  const offered: readonly OfferedKind[] = maySendSamples({ role, department }) ? [...kinds, 'samples'] : kinds;
  const chosenKind = offered.find((one) => one === params.get('kind')) ?? kinds[0]!;
  const kind: ImportKind = chosenKind === 'samples' ? kinds[0]! : chosenKind;
  const [busy, setBusy] = useState(false);
  const onKind = (chosen: OfferedKind) => setParams({ kind: chosen }, { replace: true });
  useEffect(() => {
    document.title = `${t('imports.title')} · ${t('shell.product')}`;
  }, [t]);
  useLeaveGuard(step.at === 'SENDING', t('imports.leave'));
  useLeaveGuard(busy, t('samples.leave'));
  const problem = step.at === 'CHOOSE' || step.at === 'CHECKED' ? step.problem : null;
  return (
    <div className="page import-page">
      <div className="page-head">
        <div>
          <h1>{t('imports.title')}</h1>
          <p className="second">{t(chosenKind === 'samples' ? 'samples.lead' : 'imports.lead')}</p>
        </div>
      </div>
      {problem && (
        <Alert
          className="gap" type={problem.kind === 'lost' ? 'warning' : 'error'} role="alert" showIcon title={problem.kind === 'lost' ? t('imports.lost') : t('imports.notTaken')}
          description={problem.kind === 'refused' ? problem.message : t(problem.written ? 'imports.lostWritten' : 'imports.lostLook')}
        />
      )}
      {chosenKind === 'samples' && <SampleImport kinds={offered} onKind={onKind} onBusy={setBusy} />}
      {chosenKind !== 'samples' && step.at === 'CHOOSE' && <ChooseFile kinds={offered} kind={kind} today={today} onKind={onKind} onFile={(file, asOf) => void choose(kind, file, asOf)} />}
      {step.at === 'DAY' && <GiveDay file={step.chosen.file} message={step.message} today={today} onDay={(asOf) => void withDay(step.chosen, asOf)} onBack={back} />}
      {step.at === 'SENDING' && <Sending file={step.chosen.file} dryRun={step.dryRun} sent={step.sent} progress={step.progress} />}
      {(step.at === 'CHECKED' || step.at === 'DONE') && (
        <ImportResult key={step.at} chosen={step.chosen} answer={step.answer} done={step.at === 'DONE'} onConfirm={() => void confirm(step.chosen, step.answer)} onBack={back} />
      )}
    </div>
  );
}
