import type { Health } from '../graphql.generated';
import { HEALTH_MARKS } from './stages';

const TRIANGLE = 'M0,-6.6 L6.6,5.2 L-6.6,5.2 Z';

/** One triangle late, two triangles seriously late. Drawn in ink: health is never a stage colour. */
export function LateMark({ n, x = 0, y = 0 }: { n: number; x?: number; y?: number }) {
  return (
    <g transform={`translate(${x},${y})`}>
      {n > 0 ? <path className="ymap-badge" d={TRIANGLE} transform={n > 1 ? 'translate(-5.4,0)' : undefined} /> : null}
      {n > 1 ? <path className="ymap-badge" d={TRIANGLE} transform="translate(6,0)" /> : null}
    </g>
  );
}

/** Two bars in a rounded square: work has stopped. */
export function PauseMark({ x = 0, y = 0 }: { x?: number; y?: number }) {
  return (
    <g transform={`translate(${x},${y})`}>
      <rect className="ymap-badge" x={-7} y={-7} width={14} height={14} rx={3} />
      <rect className="ymap-badge-bars" x={-3.6} y={-4} width={2.6} height={8} />
      <rect className="ymap-badge-bars" x={1} y={-4} width={2.6} height={8} />
    </g>
  );
}

/** The marks at a magnet's upper right, outside its numeral. */
export function Badges({ health, suspended }: { health: Health; suspended: boolean }) {
  const late = HEALTH_MARKS[health];
  if (!late && !suspended) return null;
  return (
    <g>
      {late ? <LateMark n={late} x={late > 1 ? 17 : 16} y={-15} /> : null}
      {suspended ? <PauseMark x={late ? 20 : 14} y={late ? 2 : -14} /> : null}
    </g>
  );
}
