import { Alert, Button, Skeleton } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { sentenceOf } from '../access/refusal';

/** While the first answer is on its way. */
export function Loading({ rows = 8 }: { rows?: number }) {
  const { t } = useTranslation();
  return (
    <div className="page" role="status" aria-label={t('state.loading')}>
      <Skeleton active paragraph={{ rows }} />
    </div>
  );
}

/** When an answer did not come or was refused: the server's own sentence, and the way on. */
export function Failure({ error, retry }: { error: unknown; retry?: () => unknown }) {
  const { t } = useTranslation();
  return (
    <Alert
      className="gap"
      type="error"
      role="alert"
      showIcon
      title={t('state.failed')}
      description={sentenceOf(error, t)}
      action={retry && <Button onClick={() => void retry()}>{t('state.retry')}</Button>}
    />
  );
}

/** When there is nothing to show, said in a sentence that fits the place. */
export function Nothing({ children }: { children: ReactNode }) {
  return <p className="nothing">{children}</p>;
}
