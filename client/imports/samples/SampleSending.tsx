import { Progress } from 'antd';
import { useTranslation } from 'react-i18next';
import { paceOf, type SampleProgress } from './wire';

type Props = { file: File; dryRun: boolean; sent: number; progress: SampleProgress | null; began: number };

/** How far a station's file is, how fast, and how long it will take. */
export function SampleSending({ file, dryRun, sent, progress, began }: Props) {
  const { t, i18n } = useTranslation();
  const share = progress ? progress.share : sent;
  const what = t(progress ? `samples.step.${progress.step}` : 'imports.sending');
  const pace = progress && paceOf(progress, (performance.now() - began) / 1000);
  const number = (value: number) => value.toLocaleString(i18n.language);
  return (
    <section className="sending" aria-live="polite">
      <h2>{t(dryRun ? 'imports.checking' : 'imports.writing')}</h2>
      <p className="second">{file.name}</p>
      <Progress percent={Math.floor(share * 100)} aria-label={what} />
      <p>
        {what}
        {progress && progress.values > 0 && <span className="second"> {t('samples.values', { count: progress.values, shown: number(progress.values) })}</span>}
      </p>
      {pace && <p className="second" data-testid="pace">{t('samples.pace', { rate: number(pace.rate), left: pace.left < 90 ? t('samples.seconds', { count: pace.left }) : t('samples.minutes', { count: Math.ceil(pace.left / 60) }) })}</p>}
      {!dryRun && <p className="second small">{t('samples.stay')}</p>}
    </section>
  );
}
