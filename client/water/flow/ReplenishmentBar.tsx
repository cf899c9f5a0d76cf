import { useTranslation } from 'react-i18next';
import { percent } from '../../format/shares';
import { placeLabels, textWidth } from '../../projects/page/labels';
import type { ReplenishedYear } from './flows';
import { volumeText } from './flows';

const HEIGHT = 96;
const BAR = { top: 34, height: 26 };
const SIZE = 14;

/** What was brought in a year as one bar, the target at its end and the straight line as a mark on the way. */
export function ReplenishmentBar({ year, width }: { year: ReplenishedYear; width: number }) {
  const { t, i18n } = useTranslation();
  const { total, target, expected, share } = year;
  if (!target) return null;
  const text = (volume: number) => volumeText(volume, i18n.language);
  // The target is not the edge of the paper: what is above it must be seen to be above.
  const most = Math.max(total, target) * 1.02;
  const x = (volume: number) => (volume / most) * (width - 2) + 1;
  const line = expected !== null && expected < target ? expected : null;
  const wishes = [
    { key: t('replenishment.targetMark', { value: text(target) }), at: x(target), row: 'above' },
    ...(line === null ? [] : [{ key: t('replenishment.lineMark', { value: text(line) }), at: x(line), row: 'below' }]),
  ];
  const placed = (row: string) => placeLabels(wishes.filter((one) => one.row === row).map(({ key, at }) => ({ key, x: at, width: textWidth(key, SIZE), align: 'middle' as const })), width);
  return (
    <svg className="replenishment-bar" width={width} height={HEIGHT} viewBox={`0 0 ${width} ${HEIGHT}`} role="img" aria-label={t('replenishment.barOf', { total: text(total), target: text(target), share: percent(share) })}>
      <rect className="whole" x="1" y={BAR.top} width={x(target) - 1} height={BAR.height} />
      <rect className="brought" x="1" y={BAR.top} width={Math.max(0, x(total) - 1)} height={BAR.height} />
      <path className="mark" d={`M${x(target)} ${BAR.top - 8}v${BAR.height + 12}`} />
      {line !== null && <path className="line" d={`M${x(line)} ${BAR.top - 2}v${BAR.height + 8}`} />}
      {line !== null && <path className="line-tip" d={`M${x(line) - 5} ${BAR.top + BAR.height + 13}h10l-5 -8z`} />}
      {placed('above').map(({ key, left }) => <text key={key} x={left} y={20}>{key}</text>)}
      {placed('below').map(({ key, left }) => <text key={key} x={left} y={HEIGHT - 7}>{key}</text>)}
    </svg>
  );
}
