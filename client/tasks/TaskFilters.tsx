import { Button, Input, Select } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DayField } from '../forms/DayField';
import type { ReferenceQuery, TasksQuery, TaskStatus } from '../graphql.generated';
import { useNames } from '../layout/names';
import { usePhone } from '../layout/usePhone';
import { STATUSES, type TaskQuestion } from './taskQuestion';

export type TaskDocument = NonNullable<TasksQuery['taskDocuments']>[number];

const countOf = { OPEN: 'open', DONE: 'done', OVERDUE: 'overdue', DROPPED: 'dropped' } as const satisfies Record<TaskStatus, keyof TaskDocument>;

/** The documents to choose from, each with how its tasks stand. */
export function DocumentChoice({ documents, chosen, onChoose }: { documents: readonly TaskDocument[]; chosen: string | null; onChoose: (document: string) => void }) {
  const { t, i18n } = useTranslation();
  return (
    <div className="task-documents" role="group" aria-label={t('tasks.document')}>
      {documents.map((one) => (
        <button key={one.document} type="button" aria-pressed={one.document === chosen} onClick={() => onChoose(one.document)}>
          <b>{i18n.language.startsWith('en') ? one.titleEn : one.title}</b>
          <span className="second small">{one.document}</span>
          <span className="small">
            {t('tasks.total', { count: one.total })} · {t('tasks.doneCount', { count: one.done })}
            {one.overdue > 0 && <> · <span className="task-late">{t('tasks.overdueCount', { count: one.overdue })}</span></>}
          </span>
        </button>
      ))}
    </div>
  );
}

type Props = { question: TaskQuestion; document: TaskDocument | undefined; departments: NonNullable<ReferenceQuery['departments']>; today: string | null };

/** The ways to narrow the list. Every choice takes effect at once. */
export function TaskFilters({ question, document, departments, today }: Props) {
  const { t } = useTranslation();
  const names = useNames();
  const phone = usePhone();
  const [typed, setTyped] = useState(question.search);
  useEffect(() => setTyped(question.search), [question.search]);
  return (
    <search className="filters task-filters no-print">
      <Input.Search
        className="find" allowClear value={typed} placeholder={t('tasks.search')} aria-label={t('tasks.search')}
        onChange={(event) => setTyped(event.target.value)} onSearch={(search) => question.set({ search })}
      />
      <Select<TaskStatus>
        className="choice" allowClear value={question.status} placeholder={t('tasks.column.status')} aria-label={t('tasks.column.status')} popupMatchSelectWidth={false}
        options={STATUSES.map((value) => ({ value, label: `${t(`tasks.status.${value}`)}${document ? ` ${document[countOf[value]]}` : ''}` }))}
        onChange={(status: TaskStatus | undefined) => question.set({ status: status ?? null })}
      />
      <Select<string>
        className="choice" allowClear value={question.lead} placeholder={t('tasks.column.lead')} aria-label={t('tasks.column.lead')} popupMatchSelectWidth={false} showSearch={{ optionFilterProp: 'label' }}
        options={departments.map((one) => ({ value: one.code, label: names(one) }))}
        onChange={(lead: string | undefined) => question.set({ lead: lead ?? null })}
      />
      <div className="choice">
        {phone && <span className="second small">{t('tasks.asOf')}</span>}
        <DayField value={question.asOf} max={today} label={t('tasks.asOf')} placeholder={t('tasks.asOf')} onChange={(asOf) => question.set({ asOf })} />
      </div>
      {(question.narrowed || question.asOf) && <Button type="link" onClick={question.clear}>{t('tasks.clear')}</Button>}
    </search>
  );
}
