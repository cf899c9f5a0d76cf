import { useTranslation } from 'react-i18next';
import type { FlowState } from './flows';

/** Met, missed or not measured: a sign of its own beside the word, so that colour is never the only one. */
export function FlowMark({ state }: { state: FlowState }) {
  const { t } = useTranslation();
  return (
    <span className={`flow-mark ${state}`}>
      <svg width="15" height="15" viewBox="0 0 15 15" aria-hidden="true">
        {state === 'met' && <path d="M2 8l4 4 7-9" />}
        {state === 'missed' && <path className="full" d="M1 3h13L7.5 14z" />}
        {state === 'missing' && <path d="M3 3l9 9M12 3l-9 9" />}
        {state === 'running' && <path d="M2 7.5h11" />}
      </svg>
      {t(`flow.state.${state}`)}
    </span>
  );
}
