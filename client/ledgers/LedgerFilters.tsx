import { Button, Input, type InputRef, Popover, Select } from 'antd';
import { memo, type ReactNode, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DayField } from '../forms/DayField';
import type { ReferenceQuery } from '../graphql.generated';
import { useNames } from '../layout/names';
import { usePhone } from '../layout/usePhone';
import { FUNDING_SOURCES } from '../projects/funding';
import { STAGES } from '../projects/listQuestion';
import { chosenMarks, markChoices, marksToView } from './marks';
import { conditionsSet, type DayCondition, knows, type LedgerInfo, type LedgerView, type ListCondition, withoutConditions } from './view';

type Props = { info: Pick<LedgerInfo, 'filters'>; view: LedgerView; set: (change: Partial<LedgerView>) => void; children?: ReactNode; reference: ReferenceQuery | undefined };

/** The ways to narrow a ledger: those that it knows. Every choice takes effect at once. On a phone they are folded, with what else is handed in. */
export const LedgerFilters = memo(function LedgerFilters({ info, view, set, reference, children }: Props) {
  const { t } = useTranslation();
  const names = useNames();
  const phone = usePhone();
  const options = (list: readonly { code: string; name: string; nameEn: string }[] | null | undefined) => (list ?? []).map((one) => ({ value: one.code, label: names(one) }));
  const many = (name: ListCondition, label: string, choices: { value: string; label: string }[]) => knows(info, name) && <Choice key={name} label={label} value={view[name]} options={choices} onChange={(values) => set({ [name]: values })} />;
  const regions = (reference?.regions ?? []).map((one) => ({ value: one.adcode, label: names(one) }));
  const marks = markChoices(info, view);
  const first: ReactNode[] = [
    many('regions', t('works.region'), regions),
    many('stages', t('works.stage'), STAGES.map((value) => ({ value, label: t(`stage.${value}`) }))),
    marks.length > 0 && <Choice key="marks" label={t('works.marks')} value={chosenMarks(view)} options={marks.map((mark) => ({ value: mark, label: t(MARK_TEXTS[mark]) }))} onChange={(chosen) => set(marksToView(chosen))} />,
    many('sectors', t('works.sector'), options(reference?.sectors)),
  ];
  const rest: ReactNode[] = [
    many('leadRegions', t('ledgers.leadRegion'), regions),
    many('sources', t('ledgers.source'), FUNDING_SOURCES.map((value) => ({ value, label: t(`source.${value}`) }))),
    many('categories', t('works.category'), options(reference?.categories)),
    many('lists', t('works.list'), options(reference?.lists)),
    ...(['plannedStart', 'plannedFinish'] as const).flatMap((what) => (['From', 'To'] as const).map((end) => {
      const name: DayCondition = `${what}${end}`;
      const label = t(end === 'From' ? 'ledgers.from' : 'ledgers.to', { what: t(`ledgers.${what}`) });
      return knows(info, name) && <label key={name} className="day-condition"><span className="second small">{label}</span><DayField label={label} value={view[name]} onChange={(day) => set({ [name]: day })} /></label>;
    })),
  ].filter(Boolean);
  const restSet = conditionsSet(view).filter((name) => ['leadRegions', 'sources', 'categories', 'lists'].includes(name) || name.startsWith('planned')).length;
  return (
    <search className="filters no-print">
      <Find value={view.search} onFind={(search) => set({ search })} />
      {phone ? (
        <details className="fold"><summary>{t(children ? 'ledgers.look' : 'ledgers.narrow')}</summary><div>{first}{rest}{children}</div></details>
      ) : (
        <>
          {first}
          {rest.length > 0 && (
            <Popover trigger="click" placement="bottom" content={<div className="more-conditions">{rest}</div>}>
              <Button>{restSet ? t('ledgers.moreCount', { count: restSet }) : t('ledgers.more')} ▾</Button>
            </Popover>
          )}
        </>
      )}
      {conditionsSet(view).length > 0 && <Button type="link" onClick={() => set(withoutConditions(view))}>{t('ledgers.clear')}</Button>}
    </search>
  );
});

const MARK_TEXTS = {
  LAGGING: 'works.mark.LAGGING', SERIOUS: 'works.mark.SERIOUS', ON_TRACK: 'health.ON_TRACK', suspended: 'works.mark.suspended', unverified: 'works.mark.unverified', fundsExceeded: 'ledgers.fundsExceeded', sample: 'works.mark.sample',
  'suspended-no': 'ledgers.notSuspended', 'unverified-no': 'ledgers.notUnverified', 'fundsExceeded-no': 'ledgers.notFundsExceeded', 'sample-no': 'ledgers.notSample',
} as const;

function Choice({ label, value, options, onChange }: { label: string; value: string[]; options: { value: string; label: string }[]; onChange: (values: string[]) => void }) {
  return (
    <Select
      mode="multiple" className="choice" allowClear maxTagCount={1} value={value} placeholder={label} aria-label={label} options={options}
      showSearch={{ optionFilterProp: 'label' }} popupMatchSelectWidth={false} onChange={onChange}
    />
  );
}

/** A rest after the last key before the words are looked for, ms. */
const REST = 400;

/** The search. The key / leads here from anywhere on the page. */
function Find({ value, onFind }: { value: string; onFind: (text: string) => void }) {
  const { t } = useTranslation();
  const phone = usePhone();
  const field = useRef<InputRef>(null);
  const [typed, setTyped] = useState(value);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => setTyped((now) => (now.trim() === value ? now : value)), [value]);
  useEffect(() => () => clearTimeout(timer.current), []);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || (event.target as HTMLElement).closest('input, textarea, [contenteditable]')) return;
      event.preventDefault();
      field.current?.focus({ cursor: 'all' });
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
  const find = (text: string) => {
    clearTimeout(timer.current);
    if (text.trim() !== value) onFind(text.trim());
  };
  return (
    <Input.Search
      ref={field} className="find" allowClear value={typed} placeholder={t(phone ? 'ledgers.searchShort' : 'ledgers.search')} aria-label={t('ledgers.searchShort')} onSearch={find}
      onChange={(event) => {
        const text = event.target.value;
        setTyped(text);
        clearTimeout(timer.current);
        timer.current = setTimeout(() => find(text), REST);
      }}
    />
  );
}
