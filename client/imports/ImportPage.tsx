import { Alert } from 'antd';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { useSession, useViewer } from '../access/session';
import { ChooseFile } from './ChooseFile';
import { GiveDay } from './GiveDay';
import { ImportResult } from './ImportResult';
import { Sending } from './Sending';
import { useImport } from './useImport';
import { useLeaveGuard } from './useLeaveGuard';
import { type ImportKind, KINDS } from './wire';
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
  const kind = kinds.find((one) => one === params.get('kind')) ?? kinds[0]!;
  useEffect(() => {
    document.title = `${t('imports.title')} · ${t('shell.product')}`;
  }, [t]);
  useLeaveGuard(step.at === 'SENDING', t('imports.leave'));
  const problem = step.at === 'CHOOSE' || step.at === 'CHECKED' ? step.problem : null;
  return (
    <div className="page import-page">
      <div className="page-head">
        <div>
          <h1>{t('imports.title')}</h1>
          <p className="second">{t('imports.lead')}</p>
        </div>
      </div>
      {problem && (
        <Alert
          className="gap" type={problem.kind === 'lost' ? 'warning' : 'error'} role="alert" showIcon title={problem.kind === 'lost' ? t('imports.lost') : t('imports.notTaken')}
          description={problem.kind === 'refused' ? problem.message : t(problem.written ? 'imports.lostWritten' : 'imports.lostLook')}
        />
      )}
      {step.at === 'CHOOSE' && <ChooseFile kinds={kinds} kind={kind} today={today} onKind={(chosen) => setParams({ kind: chosen }, { replace: true })} onFile={(file, asOf) => void choose(kind, file, asOf)} />}
      {step.at === 'DAY' && <GiveDay file={step.chosen.file} message={step.message} today={today} onDay={(asOf) => void withDay(step.chosen, asOf)} onBack={back} />}
      {step.at === 'SENDING' && <Sending file={step.chosen.file} dryRun={step.dryRun} sent={step.sent} progress={step.progress} />}
      {(step.at === 'CHECKED' || step.at === 'DONE') && (
        <ImportResult key={step.at} chosen={step.chosen} answer={step.answer} done={step.at === 'DONE'} onConfirm={() => void confirm(step.chosen, step.answer)} onBack={back} />
      )}
    </div>
  );
}
