import { Button, Input, Select } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DayField } from '../forms/DayField';
import type { OrderDirection, ProjectOrderField, ReferenceQuery } from '../graphql.generated';
import { useNames } from '../layout/names';
import { useNarrow, usePhone } from '../layout/usePhone';
import { MARKS, ORDER_FIELDS, type Question, STAGES } from './listQuestion';

type Props = { question: Question; reference: ReferenceQuery | undefined; today: string | null };

/** The ways to narrow the list. Every choice takes effect at once. */
export function ListFilters({ question, reference, today }: Props) {
  const { t } = useTranslation();
  const names = useNames();
  const phone = usePhone();
  const narrow = useNarrow('lg');
  const [typed, setTyped] = useState(question.search);
  useEffect(() => setTyped(question.search), [question.search]);

  const choice = (field: keyof Question['many'], label: string, options: { value: string; label: string }[]) => (
    <Select
      mode="multiple"
      className="choice"
      allowClear
      maxTagCount={1}
      value={question.many[field]}
      placeholder={label}
      aria-label={label}
      options={options}
      showSearch={{ optionFilterProp: 'label' }}
      popupMatchSelectWidth={false}
      onChange={(values: string[]) => question.set({ [field]: values })}
    />
  );
  const choices = (
    <>
      {choice('region', t('works.region'), (reference?.regions ?? []).map((one) => ({ value: one.adcode, label: names(one) })))}
      {choice('stage', t('works.stage'), STAGES.map((value) => ({ value, label: t(`stage.${value}`) })))}
      {choice('mark', t('works.marks'), MARKS.map((value) => ({ value, label: t(`works.mark.${value}`) })))}
      {choice('sector', t('works.sector'), (reference?.sectors ?? []).map((one) => ({ value: one.code, label: names(one) })))}
      {choice('category', t('works.category'), (reference?.categories ?? []).map((one) => ({ value: one.code, label: names(one) })))}
      {choice('list', t('works.list'), (reference?.lists ?? []).map((one) => ({ value: one.code, label: names(one) })))}
      <div className="choice">
        {phone && <span className="second small">{t('works.asOf')}</span>}
        <DayField value={question.asOf} max={today} label={t('works.asOf')} placeholder={t('works.asOf')} onChange={(asOf) => question.set({ asOf })} />
      </div>
      {narrow && (
        <Select
          className="choice"
          aria-label={t('works.sort')}
          value={`${question.order.field}-${question.order.direction}`}
          popupMatchSelectWidth={false}
          options={ORDER_FIELDS.flatMap((field) => (['ASC', 'DESC'] as const).map((direction) => ({ value: `${field}-${direction}`, label: `${t(`works.sorts.${field}`)} ${t(direction === 'ASC' ? 'works.ascending' : 'works.descending')}` })))}
          onChange={(value: string) => {
            const [field, direction] = value.split('-') as [ProjectOrderField, OrderDirection];
            question.set({ order: { field, direction } });
          }}
        />
      )}
    </>
  );
  return (
    <search className="filters no-print">
      <Input.Search
        className="find"
        allowClear
        value={typed}
        placeholder={t('works.search')}
        aria-label={t('works.search')}
        onChange={(event) => setTyped(event.target.value)}
        onSearch={(text) => question.set({ search: text })}
      />
      {phone ? <details className="fold"><summary>{t('works.filter')}</summary><div>{choices}</div></details> : choices}
      {(question.narrowed || question.asOf) && <Button type="link" onClick={question.clear}>{t('works.clear')}</Button>}
    </search>
  );
}
