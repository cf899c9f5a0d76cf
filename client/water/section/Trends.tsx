import { type KeyboardEvent, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { WaterClass, WaterResultPartsFragment } from '../../graphql.generated';
import { PAPER, useWidth } from '../../projects/page/useWidth';
import { changeText, indexText } from '../figures';
import { type Grain, periodAt, periodText, placeByKey, placeOf } from '../periods';
import { ClassMark, useCondition, Verdict } from '../words';
import type { Indicator } from './trend';
import { type Tick, TrendChart, type TrendPoint } from './TrendChart';

type Props = { results: readonly WaterResultPartsFragment[]; indicators: readonly Indicator[]; target: WaterClass; grain: Grain; from: string; to: string; completions: readonly { completedOn: string; name: string }[] };

/** A chart narrower than this would hide its line behind its axes. */
const LEAST = 330;
const GAP = 28;

/** A chart for each item that was measured, all over the same periods. One period is read out; pointer, finger and keys choose it. */
export function Trends({ results, indicators, target, grain, from, to, completions }: Props) {
  const { t, i18n } = useTranslation();
  const condition = useCondition();
  const [ref, width] = useWidth<HTMLDivElement>(PAPER);
  const [chosen, setChosen] = useState<number | null>(null);
  const [first, last] = [placeOf(from), placeOf(to)];
  const at = chosen !== null && chosen >= first && chosen <= last ? chosen : placeOf(results.at(-1)!.period);
  const series = useMemo(() => indicators.map((indicator) => ({
    indicator,
    points: results.flatMap(({ period, indicators: items }): TrendPoint[] => {
      const item = items.find((one) => one.indicator === indicator.key);
      return item && item.value !== null ? [{ place: placeOf(period), item: { ...item, value: item.value } }] : [];
    }),
  })).filter(({ points }) => points.length), [indicators, results]);
  const ticks = useMemo(() => ticksOf(completions, grain), [completions, grain]).filter(({ place }) => place >= first && place <= last);
  const here = results.find(({ period }) => placeOf(period) === at);
  const before = results.findLast(({ period }) => placeOf(period) < at);
  const period = periodAt(grain, at);
  const columns = Math.max(1, Math.min(3, Math.floor((width + GAP) / (LEAST + GAP))));
  const each = Math.floor((width - GAP * (columns - 1)) / columns);
  const said = here ? `${here.class ? t(`map.classLong.${here.class}`) : t('map.unjudged')} ${condition(here.class)}` : t('water.notMeasuredThen');
  const onKeyDown = (event: KeyboardEvent) => {
    const place = placeByKey(event.key, at, first, last);
    if (place === null) return;
    event.preventDefault();
    setChosen(place);
  };
  return (
    <div className="trends">
      <div className="trend-readout" aria-hidden="true">
        <b>{periodText(period, i18n.language)}</b>
        {here ? (
          <>
            <span><ClassMark grade={here.class} size={30} /> {condition(here.class)}</span><Verdict met={here.meetsTarget} />
            {here.index !== null && <span>{t('wall.water.index')} <b>{indexText(here.index)}</b> {t('water.ofItems', { count: here.itemCount })}{before?.index && before.itemCount === here.itemCount ? <small className="second"> {t('water.since', { text: changeText((here.index - before.index) / before.index) })}</small> : null}</span>}
            {here.count !== null && <span className="second">{t('water.meanOf', { count: here.count })}</span>}
          </>
        ) : <span className="second">{t('water.notMeasuredThen')}</span>}
      </div>
      <div ref={ref} className="trend-grid" style={{ gap: `18px ${GAP}px`, gridTemplateColumns: `repeat(${columns}, minmax(0, 1fr))` }} tabIndex={0} role="slider" aria-label={t('water.choosePeriod')} aria-valuemin={0} aria-valuemax={last - first} aria-valuenow={at - first}
        aria-valuetext={`${periodText(period, i18n.language)} ${said}`} onKeyDown={onKeyDown}>
        {width > 0 && series.map(({ indicator, points }) => <TrendChart key={indicator.key} {...{ indicator, points, target, grain, first, last, ticks, at }} width={each} onPoint={setChosen} />)}
      </div>
      <p className="second small trend-key">
        <span><svg viewBox="0 0 26 10" className="key-line"><path className="target-line" d="M0 5H26" /></svg>{t('water.key.target', { class: t(`map.class.${target}`) })}</span>
        <span><svg viewBox="-6 -6 12 12" className="undetected"><path d="M-4.5,-3.5H4.5L0,4.5Z" /></svg>{t('water.key.below')}</span>
        {ticks.length > 0 && <span><svg viewBox="-6 -6 12 12" className="undetected completion"><path className="flag" d="M-4.5 4.5h9l-4.5 -8z" /></svg>{t('water.key.completed')}</span>}
        <span>{t('water.key.bands')}</span>
      </p>
    </div>
  );
}

/** Completions by the period that they fall in. Those of a day are drawn at its midnight where periods are shorter. */
function ticksOf(completions: Props['completions'], grain: Grain): Tick[] {
  const by = new Map<number, string[]>();
  for (const { completedOn, name } of completions) {
    const period = grain === 'YEAR' ? completedOn.slice(0, 4) : grain === 'MONTH' ? completedOn.slice(0, 7) : grain === 'DAY' ? completedOn : `${completedOn}T00`;
    const place = placeOf(period);
    by.set(place, [...(by.get(place) ?? []), `${completedOn} ${name}`]);
  }
  return [...by].map(([place, names]) => ({ place, names }));
}
