import { Button } from 'antd';
import { type DragEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DayField } from '../forms/DayField';
import { usePhone } from '../layout/usePhone';
import { KindChoice } from './KindChoice';
import { ACCEPTED, type ImportKind, MOST_MEGABYTES, type OfferedKind, templateAddress } from './wire';

type Props = { kinds: readonly OfferedKind[]; kind: ImportKind; today: string | null; onKind: (kind: OfferedKind) => void; onFile: (file: File, asOf: string | null) => void };

/** What to import, and the place to drop it. */
export function ChooseFile({ kinds, kind, today, onKind, onFile }: Props) {
  const { t } = useTranslation();
  const phone = usePhone();
  const field = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const [asOf, setAsOf] = useState<string | null>(null);
  const take = (files: FileList | null) => {
    const file = files?.[0];
    if (file) onFile(file, asOf);
  };
  const dragging = (event: DragEvent, inside: boolean) => {
    event.preventDefault();
    setOver(inside);
  };
  return (
    <div className="choose-file">
      <KindChoice kinds={kinds} kind={kind} onKind={onKind} />
      <p className="second">{t(`imports.about.${kind}`)}</p>
      <div className={over ? 'drop over' : 'drop'} onDragEnter={(event) => dragging(event, true)} onDragOver={(event) => dragging(event, true)} onDragLeave={(event) => dragging(event, false)} onDrop={(event) => { dragging(event, false); take(event.dataTransfer.files); }}>
        <p className="drop-lead">{t(phone ? 'imports.pick' : 'imports.drop')}</p>
        <Button type="primary" size="large" onClick={() => field.current?.click()}>{t('imports.choose')}</Button>
        <input ref={field} className="visually-hidden" type="file" accept={ACCEPTED} aria-label={t('imports.choose')} tabIndex={-1} onChange={(event) => { take(event.target.files); event.target.value = ''; }} />
        <p className="second small">{t('imports.limits', { most: MOST_MEGABYTES })}</p>
      </div>
      <div className="choose-more">
        <label>
          <span className="second small">{t('imports.asOf')}</span>
          <DayField value={asOf} max={today} label={t('imports.asOf')} placeholder={t('imports.asOfHint')} onChange={setAsOf} />
        </label>
        <p className="second small">{t('imports.asOfMeans')}</p>
      </div>
      <p>
        <a href={templateAddress(kind)} download>{t('imports.template', { kind: t(`imports.kinds.${kind}`) })}</a>
        <span className="second small"> {t('imports.templateMeans')}</span>
      </p>
      <ul className="second small import-notes">
        {(['first', 'match', 'funds', 'twice'] as const).map((note) => <li key={note}>{t(`imports.notes.${note}`)}</li>)}
      </ul>
    </div>
  );
}
