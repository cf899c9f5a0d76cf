import { useQuery } from '@apollo/client/react';
import { Select } from 'antd';
import { useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { WorksToBookDocument, type WorksToBookQuery } from '../graphql.generated';
import { useNames } from '../layout/names';

type Chosen = { id: string; number: number; name: string };
type Props = { value: Chosen | null; onChange: (work: Chosen) => void };

/** A rest after the last key before the words are looked for, ms. */
const REST = 250;

/** A work that this viewer may book for, found by its name or number. */
export function ChooseWork({ value, onChange }: Props) {
  const { t } = useTranslation();
  const names = useNames();
  const id = useId();
  const [typed, setTyped] = useState('');
  const [search, setSearch] = useState('');
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const { data } = useQuery(WorksToBookDocument, { variables: { search }, fetchPolicy: 'cache-and-network' });
  // Nothing is offered for words that are still being looked for: a list that moves under the hand is chosen from wrongly.
  const found = typed === search ? (data as WorksToBookQuery | undefined)?.projects : undefined;
  const works = (found?.nodes ?? []).filter(({ viewerCan }) => viewerCan.includes('RECORD_FUNDING'));
  const options = works.map((work) => ({ value: work.id, label: `${work.number} ${work.name}`, where: names(work.leadRegion, true) }));
  // The one that was chosen keeps its name while others are looked for.
  const shown = value && !options.some((one) => one.value === value.id) ? [{ value: value.id, label: `${value.number} ${value.name}`, where: '' }, ...options] : options;
  return (
    <div className="choose-work">
      <label htmlFor={id}>{t('funding.chooseWork')}</label>
      <Select
        id={id} value={value?.id ?? null} options={shown} loading={!found} placeholder={t('funding.chooseWorkHint')} notFoundContent={!found ? t('state.loading') : t('funding.noWorks')}
        showSearch={{
          filterOption: false,
          onSearch: (text) => {
            clearTimeout(timer.current);
            setTyped(text.trim());
            timer.current = setTimeout(() => setSearch(text.trim()), REST);
          },
        }}
        optionRender={({ data: option }) => <span className="work-option"><span>{option.label}</span><span className="second small">{option.where}</span></span>}
        onChange={(chosen: string) => {
          const work = works.find((one) => one.id === chosen);
          if (work) onChange(work);
        }}
      />
      {found && found.totalCount > found.nodes.length && <p className="second small">{t('funding.moreWorks', { count: found.nodes.length })}</p>}
    </div>
  );
}
