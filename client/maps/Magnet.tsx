import { memo, type MouseEvent } from 'react';
import type { ProgressMark } from '../live';
import { Badges } from './Badges';
import { MAGNET_RADIUS } from './spread';
import { STAGE_CLASS, STAGE_DOTS } from './stages';

interface MagnetProps {
  mark: ProgressMark;
  x: number;
  y: number;
  /** Accessible name, e.g. "5号 安泽县沁河大渠段人工湿地工程，开工，进度64%，滞后". */
  label: string;
  /** Where a click or Enter leads; none on the wall. */
  href?: string;
  onOpen?: (number: number, event: MouseEvent) => void;
  /** Changes when the work changed; a new value pulses once. Undefined: nothing changed since the map appeared. */
  pulse?: number;
  dim?: boolean;
  tabIndex?: number;
}

/** The dots under a number: one 前期, two 开工, three 完工. */
export function Dots({ n, y = 9.6 }: { n: number; y?: number }) {
  return <>{Array.from({ length: n }, (_, i) => <circle key={i} className="ymap-dot" cx={(i - (n - 1) / 2) * 5.2} cy={y} r={1.75} />)}</>;
}

/** The round face of a magnet, without its marks. */
export function MagnetFace({ stage, number }: { stage: ProgressMark['stage']; number: number | null }) {
  return (
    <>
      <circle className="ymap-shadow" cx={0} cy={1.6} r={MAGNET_RADIUS + 0.6} />
      <circle className={`ymap-disc f-${STAGE_CLASS[stage]}`} r={MAGNET_RADIUS} />
      {number === null ? null : <text className="ymap-number" y={4.6} style={number > 999 ? { fontSize: 13 } : undefined}>{number}</text>}
      <Dots n={STAGE_DOTS[stage]} y={number === null ? 0 : 10} />
    </>
  );
}

/** One work on the wall. Painted again only when its mark or its place changes. */
export const Magnet = memo(function Magnet({ mark, x, y, label, href, onOpen, pulse, dim, tabIndex = -1 }: MagnetProps) {
  const stage = STAGE_CLASS[mark.stage];
  const face = (
    <>
      {pulse === undefined ? null : (
        <g key={pulse} aria-hidden="true">
          <circle className={`ymap-ring s-${stage}`} r={MAGNET_RADIUS} />
          <circle className={`ymap-ring second s-${stage}`} r={MAGNET_RADIUS} />
        </g>
      )}
      <MagnetFace stage={mark.stage} number={mark.number} />
      {mark.unverified ? <circle className="ymap-wait" r={MAGNET_RADIUS - 2.2} /> : null}
      <Badges health={mark.health} suspended={mark.suspended} />
      <circle className="ymap-focus" r={MAGNET_RADIUS + 3.5} />
    </>
  );
  const common = {
    className: dim ? 'ymap-magnet ymap-dim' : 'ymap-magnet',
    transform: `translate(${x},${y})`,
    tabIndex,
    'aria-label': label,
    'data-magnet': mark.number,
    'data-stage': mark.stage,
  };
  if (!href) return <g {...common} role="img"><title>{label}</title>{face}</g>;
  return (
    <a {...common} href={href} onClick={(event) => onOpen?.(mark.number, event)}>
      <title>{label}</title>
      {face}
    </a>
  );
});
