import { Progress } from 'antd';
import { useTranslation } from 'react-i18next';
import type { ImportProgress } from './wire';

type Props = { file: File; dryRun: boolean; sent: number; progress: ImportProgress | null };

/** How far a file is on its way, and then how far the server is with it. */
export function Sending({ file, dryRun, sent, progress }: Props) {
  const { t } = useTranslation();
  const share = progress ? (progress.total ? progress.done / progress.total : null) : sent;
  const what = progress ? t(`imports.step.${progress.step}`) : t('imports.sending');
  return (
    <section className="sending" aria-live="polite">
      <h2>{t(dryRun ? 'imports.checking' : 'imports.writing')}</h2>
      <p className="second">{file.name}</p>
      <Progress percent={share === null ? 100 : Math.floor(share * 100)} status={share === null ? 'active' : 'normal'} showInfo={share !== null} aria-label={what} />
      <p>
        {what}
        {progress && progress.done > 0 && <span className="second"> {progress.total === null ? t('imports.rowsDone', { done: progress.done }) : t('imports.rowsOf', { done: progress.done, total: progress.total })}</span>}
      </p>
      {!dryRun && <p className="second small">{t('imports.stay')}</p>}
    </section>
  );
}
