import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { conditionsSet, type LedgerView, readView, withoutConditions } from './view';

type Props = { view: LedgerView; set: (change: Partial<LedgerView>) => void; day: string };

/** When no row is there: which conditions could be dropped, each by a click. */
export function LedgerEmpty({ view, set, day }: Props) {
  const { t } = useTranslation();
  const names = [...conditionsSet(view), ...(['year', 'asOf'] as const).filter((name) => view[name] !== null)];
  if (names.length === 0) return <p className="nothing">{t('ledgers.emptyNever', { day })}</p>;
  const blank = readView(new URLSearchParams());
  return (
    <div className="nothing">
      <p>{t('ledgers.emptyFiltered')}</p>
      <p className="relax">
        {t('ledgers.relax')}
        {names.map((name) => {
          const condition = t(`ledgers.conditions.${name}`, { value: String(view[name]) });
          return <Button key={name} size="small" aria-label={t('ledgers.remove', { condition })} onClick={() => set({ [name]: blank[name] })}>{condition} ✕</Button>;
        })}
        {names.length > 1 && <Button size="small" type="link" onClick={() => set({ ...withoutConditions(view), asOf: null })}>{t('ledgers.clear')}</Button>}
      </p>
    </div>
  );
}
