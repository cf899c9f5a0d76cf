import type { WaterClass } from '../../graphql.generated';
import { classVariable } from '../../maps/water';
import { placeOf } from '../periods';

export interface SparkPoint { period: string; value: number | null; class: WaterClass | null; belowDetection: boolean }

const [WIDTH, HEIGHT, EDGE] = [112, 30, 4];

/** An item's last months as a line the size of a word; each month a dot in the colour of its class, an open one below detection. */
export function Spark({ points, label }: { points: readonly SparkPoint[]; label: string }) {
  const known = points.filter((point): point is SparkPoint & { value: number } => point.value !== null);
  if (!known.length) return null;
  const [first, last] = [placeOf(points[0]!.period), placeOf(points.at(-1)!.period)];
  const most = Math.max(...known.map(({ value }) => value));
  const least = Math.min(...known.map(({ value }) => value), most * 0.5);
  const x = (period: string) => EDGE + ((placeOf(period) - first) / Math.max(1, last - first)) * (WIDTH - 2 * EDGE);
  const y = (value: number) => HEIGHT - EDGE - ((value - least) / (most - least || 1)) * (HEIGHT - 2 * EDGE);
  return (
    <svg className="spark" width={WIDTH} height={HEIGHT} role="img" aria-label={label}>
      <path d={known.map(({ period, value }, i) => `${i ? 'L' : 'M'}${x(period).toFixed(1)} ${y(value).toFixed(1)}`).join('')} />
      {known.map(({ period, value, class: grade, belowDetection }) => (
        <circle key={period} cx={x(period)} cy={y(value)} r={belowDetection ? 1.8 : 2.3} style={{ [belowDetection ? 'stroke' : 'fill']: grade ? classVariable(grade) : 'var(--ink2)' }} className={belowDetection ? 'open' : undefined} />
      ))}
    </svg>
  );
}
