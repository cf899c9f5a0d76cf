import type { WaterClass } from '../../graphql.generated';
import { classVariable } from '../../maps/water';
import { placeOf } from '../periods';
import { bandsIn, type Indicator } from './trend';

export interface SparkPoint { period: string; value: number | null; class: WaterClass | null; belowDetection: boolean }
type Props = { points: readonly SparkPoint[]; limits: Indicator | undefined; label: string };

const [WIDTH, HEIGHT, EDGE] = [112, 30, 4];

/** An item's last months as a line the size of a word, over the bands of its classes; each month a dot in the colour of its class, an open one below detection. */
export function Spark({ points, limits, label }: Props) {
  const known = points.filter((point): point is SparkPoint & { value: number } => point.value !== null);
  if (!known.length) return null;
  const [first, last] = [placeOf(points[0]!.period), placeOf(points.at(-1)!.period)];
  const most = Math.max(...known.map(({ value }) => value));
  // Half of a pH is no measure of it.
  const least = Math.min(...known.map(({ value }) => value), limits?.kind === 'RANGE' && limits.range ? limits.range[0]! : most * 0.5);
  const perValue = (HEIGHT - 2 * EDGE) / (most - least || 1);
  const x = (period: string) => EDGE + ((placeOf(period) - first) / Math.max(1, last - first)) * (WIDTH - 2 * EDGE);
  const y = (value: number) => HEIGHT - EDGE - (value - least) * perValue;
  const bands = limits ? bandsIn(limits, { low: least - EDGE / perValue, high: most + EDGE / perValue, ticks: [] }) : [];
  return (
    <svg className="spark" width={WIDTH} height={HEIGHT} role="img" aria-label={label}>
      {bands.map(({ grade, low, high }, i) => <rect key={`${grade}${i}`} className="band" width={WIDTH} y={y(high)} height={y(low) - y(high)} style={{ fill: classVariable(grade) }} />)}
      <path d={known.map(({ period, value }, i) => `${i ? 'L' : 'M'}${x(period).toFixed(1)} ${y(value).toFixed(1)}`).join('')} />
      {known.map(({ period, value, class: grade, belowDetection }) => (
        <circle key={period} cx={x(period)} cy={y(value)} r={belowDetection ? 1.8 : 2.3} style={{ [belowDetection ? 'stroke' : 'fill']: grade ? classVariable(grade) : 'var(--ink2)' }} className={belowDetection ? 'open' : undefined} />
      ))}
    </svg>
  );
}
