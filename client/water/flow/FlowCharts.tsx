import { Segmented } from 'antd';
import { type KeyboardEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { monthByKey } from '../../funding/months';
import { useNames } from '../../layout/names';
import { Nothing } from '../../layout/states';
import { useRiverName } from '../../maps/useRiverName';
import { Section } from '../../projects/page/Section';
import { PAPER, useWidth } from '../../projects/page/useWidth';
import { FlowChart } from './FlowChart';
import { FlowMark } from './FlowMark';
import { byRiver, flowText, monthName, nameOf, stateOf, trimmed, type FlowSeries } from './flows';

/** How far back the charts go, months. */
export const SPANS = ['12', '24', '60'] as const;
export type Span = (typeof SPANS)[number];

/** From this width on, two charts stand beside each other. */
const BESIDE = 860;
const GAP = 36;

type Props = { flows: readonly FlowSeries[]; month: string; onMonth: (month: string) => void; span: Span; onSpan: (span: Span) => void };

/**
 * A chart a river and region over the same months. One month is read out in all of them; pointer, finger and arrow keys
 * lead to it, and choosing it takes the table of the page there.
 */
export function FlowCharts({ flows, month: chosen, onMonth, span, onSpan }: Props) {
  const { t, i18n } = useTranslation();
  const names = useNames();
  const riverName = useRiverName();
  const [ref, width] = useWidth<HTMLDivElement>(PAPER);
  const [pointed, setPointed] = useState<number | null>(null);
  const shown = trimmed(flows);
  const months = shown[0]?.months ?? [];
  const own = months.findIndex(({ month }) => month === chosen);
  const at = Math.min(pointed ?? (own < 0 ? months.length - 1 : own), months.length - 1);
  const spans = <Segmented<Span> size="small" className="no-print" aria-label={t('flow.span')} value={span} options={SPANS.map((value) => ({ value, label: t(`flow.spans.${value}`) }))} onChange={onSpan} />;
  if (!months.length) return <Section className="flow-charts" title={t('flow.charts')} note={spans}><Nothing>{t('flow.noCharts')}</Nothing></Section>;
  const states = shown.map((one) => stateOf(one.months[at]!));
  const read = t('flow.read', { month: monthName(months[at]!.month, i18n.language), met: states.filter((state) => state === 'met').length, missed: states.filter((state) => state === 'missed').length });
  const each = width >= BESIDE ? Math.floor((width - GAP) / 2) : width;
  const onKey = (event: KeyboardEvent) => {
    if (event.key === 'Enter') return onMonth(months[at]!.month);
    const to = monthByKey(event.key, at, months.length);
    if (to === null) return;
    event.preventDefault();
    setPointed(to);
  };
  return (
    <Section className="flow-charts" title={t('flow.charts')} note={spans} sample={shown.some((one) => one.months.some(({ sample }) => sample))}>
      <p className="flow-read"><b>{read}</b> <span className="second small no-print">{t('flow.pick')}</span></p>
      <p className="flow-legend small" aria-label={t('flow.legend')}><FlowMark state="met" /><FlowMark state="missed" /><FlowMark state="missing" /><span className="second">{t('flow.unitOf')}</span></p>
      <div
        ref={ref} className="flow-chart-grid" tabIndex={0} role="slider" aria-label={t('flow.chooseMonth')} aria-valuemin={1} aria-valuemax={months.length} aria-valuenow={at + 1} aria-valuetext={read}
        onKeyDown={onKey} onPointerLeave={(event) => event.pointerType === 'mouse' && setPointed(null)} onClick={() => onMonth(months[at]!.month)}
      >
        {width > 0 && byRiver(shown).map(({ river, places }) => (
          <section key={river} className="flow-river">
            <h3 className="song">{riverName(river)}</h3>
            <div className="flow-places">
              {places.map((one) => (
                <figure key={nameOf(one)}>
                  <FlowChart series={one} width={each} at={at} onPoint={setPointed} />
                  <figcaption>{one.months[at]!.flow !== null && <b>{flowText(one.months[at]!.flow!)}</b>} <FlowMark state={stateOf(one.months[at]!)} /></figcaption>
                </figure>
              ))}
            </div>
          </section>
        ))}
      </div>
      <details className="records flow-records">
        <summary>{t('flow.chartTable')}</summary>
        <div className="flow-scroll">
          <table className="flow-table">
            <thead><tr><th scope="col">{t('flow.month')}</th>{shown.map((one) => <th key={nameOf(one)} scope="col" className="num">{riverName(one.river)}<br />{names(one.region, true)}</th>)}</tr></thead>
            <tbody>
              {months.map((_, k) => months.length - 1 - k).map((i) => (
                <tr key={months[i]!.month}><th scope="row">{months[i]!.month}</th>{shown.map((one) => {
                  const { flow } = one.months[i]!;
                  return <td key={nameOf(one)} className={`num ${stateOf(one.months[i]!)}`}>{flow === null ? '—' : `${flowText(flow)}${stateOf(one.months[i]!) === 'missed' ? ' ▼' : ''}`}</td>;
                })}</tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
    </Section>
  );
}
