import { Button, Checkbox, Popover } from 'antd';
import { type DragEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { keysShown, moved } from './columns';
import type { LedgerColumn } from './pages';

type Props = { columns: readonly LedgerColumn[]; chosen: string[] | null; onChange: (chosen: string[] | null) => void };

/** Which columns are shown, and in which order: by a tick, by dragging, or by the arrows beside each. */
export function ColumnChooser(props: Props) {
  const { t } = useTranslation();
  return (
    <Popover trigger="click" placement="bottomRight" destroyOnHidden title={t('ledgers.columnsTitle')} content={<Choices {...props} />}>
      <Button disabled={props.columns.length === 0}>{t('ledgers.columns')} ▾</Button>
    </Popover>
  );
}

function Choices({ columns, chosen, onChange }: Props) {
  const { t, i18n } = useTranslation();
  const [dragged, setDragged] = useState<string | null>(null);
  const own = columns.map(({ key }) => key);
  const shown = keysShown(columns, chosen);
  const hidden = own.filter((key) => !shown.includes(key));
  const nameOf = (key: string) => {
    const column = columns.find((one) => one.key === key)!;
    return i18n.language.startsWith('en') ? column.titleEn : column.title;
  };
  const change = (keys: string[]) => onChange(keys.join() === own.join() ? null : keys);
  const dropOn = (event: DragEvent, target: string) => {
    event.preventDefault();
    if (dragged !== null && dragged !== target) change(moved(shown, dragged, shown.indexOf(target) - shown.indexOf(dragged)));
    setDragged(null);
  };
  return (
    <>
      <ul className="column-choices">
        {[...shown, ...hidden].map((key, i) => {
          const isShown = i < shown.length;
          return (
            <li
              key={key} className={dragged === key ? 'dragged' : undefined} draggable={isShown} onDragStart={() => setDragged(key)} onDragEnd={() => setDragged(null)}
              {...(isShown && { onDragOver: (event: DragEvent) => event.preventDefault(), onDrop: (event: DragEvent) => dropOn(event, key) })}
            >
              <Checkbox checked={isShown} disabled={isShown && shown.length === 1} onChange={() => change(isShown ? shown.filter((one) => one !== key) : [...shown, key])}>{nameOf(key)}</Checkbox>
              {isShown && <Button type="text" size="small" disabled={i === 0} aria-label={t('ledgers.up', { title: nameOf(key) })} onClick={() => change(moved(shown, key, -1))}>↑</Button>}
              {isShown && <Button type="text" size="small" disabled={i === shown.length - 1} aria-label={t('ledgers.down', { title: nameOf(key) })} onClick={() => change(moved(shown, key, 1))}>↓</Button>}
            </li>
          );
        })}
      </ul>
      <Button size="small" type="link" disabled={chosen === null} onClick={() => onChange(null)}>{t('ledgers.columnsReset')}</Button>
    </>
  );
}
