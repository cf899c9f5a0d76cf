import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DayField } from '../forms/DayField';

type Props = { file: File; message: string; today: string | null; onDay: (asOf: string) => void; onBack: () => void };

/** Asks for the day that the figures hold for, where the file does not say. */
export function GiveDay({ file, message, today, onDay, onBack }: Props) {
  const { t } = useTranslation();
  const [asOf, setAsOf] = useState<string | null>(null);
  return (
    <section className="give-day" aria-labelledby="give-day">
      <h2 id="give-day">{t('imports.dayNeeded')}</h2>
      <p className="second">{file.name}</p>
      <p>{message}</p>
      <div className="give-day-field">
        <DayField value={asOf} max={today} label={t('imports.asOf')} placeholder={t('imports.asOf')} onChange={setAsOf} />
        <Button type="primary" disabled={asOf === null} onClick={() => asOf !== null && onDay(asOf)}>{t('imports.goOn')}</Button>
        <Button onClick={onBack}>{t('imports.other')}</Button>
      </div>
    </section>
  );
}
