import { type KeyboardEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { shortMonth } from '../format/days';
import { inColumn, inYi } from '../format/money';
import { PAPER, useWidth } from '../projects/page/useWidth';
import { MonthBars } from './MonthBars';
import { MonthLines } from './MonthLines';
import { axisUnit, drawn, type Month, monthByKey, SERIES, totalKey } from './months';
import { MonthTable } from './MonthTable';
import type { DeskUnit } from './view';

type Props = { months: readonly Month[]; planned: string; unit: DeskUnit | null };

/** Narrower than this, the two charts stand one below the other. */
const BESIDE = 900;
const GAP = 40;

/**
 * Two charts over the same months: what happened in each, and what it adds up to beside the plan. One month is always
 * read out above them; pointer, finger and arrow keys choose it.
 */
export function MonthCharts({ months, planned, unit: wished }: Props) {
  const { t, i18n } = useTranslation();
  const { language } = i18n;
  const [ref, width] = useWidth<HTMLDivElement>(PAPER);
  const [chosen, setChosen] = useState<number | null>(null);
  const at = Math.min(chosen ?? months.length - 1, months.length - 1);
  const month = months[at]!;
  const beside = width >= BESIDE;
  const each = beside ? Math.floor((width - GAP) / 2) : width;
  // The running totals decide: months in another unit beside them would be misread.
  const axis = axisUnit(Math.max(drawn(planned), ...months.flatMap((one) => SERIES.map((series) => drawn(one[totalKey(series)])))), language, wished);
  const money = (sum: string) => (axis.name === 'yi' ? inYi(sum, language) : inColumn(sum, 'WAN', language));
  const unit = t(`funding.axis.${axis.name}`);
  const name = shortMonth(`${month.month}-01`, language);
  const said = SERIES.map((series) => `${t(`funding.series.${series}`)} ${t('funding.inMonth')} ${money(month[series])}, ${t('funding.inAll')} ${money(month[totalKey(series)])}`).join('; ');
  const onKey = (event: KeyboardEvent) => {
    const to = monthByKey(event.key, at, months.length);
    if (to === null) return;
    event.preventDefault();
    setChosen(to);
  };
  return (
    <>
      <dl className="month-readout" aria-hidden="true">
        <div className="month-name">{name}<small>{unit}</small></div>
        {SERIES.map((series) => (
          <div key={series}>
            <dt><i className={`key ${series}`} />{t(`funding.series.${series}`)}</dt>
            <dd><span><small>{t('funding.inMonth')}</small> <b>{money(month[series])}</b></span><span><small>{t('funding.inAll')}</small> <b>{money(month[totalKey(series)])}</b></span></dd>
          </div>
        ))}
        <div><dt><i className="key plan" />{t('funding.series.plan')}</dt><dd><b>{money(planned)}</b></dd></div>
      </dl>
      <div
        ref={ref} className={beside ? 'month-charts beside' : 'month-charts'} tabIndex={0} role="slider" aria-label={t('funding.chooseMonth')} aria-valuemin={1} aria-valuemax={months.length} aria-valuenow={at + 1}
        aria-valuetext={`${name} (${unit}): ${said}`} onKeyDown={onKey} onPointerLeave={(event) => event.pointerType === 'mouse' && setChosen(null)}
      >
        {width > 0 && (
          <>
            <MonthBars months={months} width={each} unit={axis} at={at} onPoint={setChosen} title={t('funding.monthly', { unit })} />
            <MonthLines months={months} planned={planned} width={each} unit={axis} at={at} onPoint={setChosen} title={t('funding.running', { unit })} />
          </>
        )}
      </div>
      <MonthTable months={months} money={money} unit={unit} />
    </>
  );
}
