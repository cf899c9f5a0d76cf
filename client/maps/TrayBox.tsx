import { memo } from 'react';
import type { Tray } from './trays';

/** The box of a tray; its leader line ends in a small open circle in the county. */
export const TrayBox = memo(function TrayBox({ tray }: { tray: Tray }) {
  const { box, leader } = tray;
  return (
    <g aria-hidden="true">
      {leader ? (
        <>
          <path className="ymap-leader" d={`M${leader.from[0]},${leader.from[1]}L${leader.to[0]},${leader.to[1]}`} />
          <circle className="ymap-leader-end" cx={leader.from[0]} cy={leader.from[1]} r={4.5} />
        </>
      ) : null}
      <rect className="ymap-tray" x={box.x + 0.5} y={box.y + 0.5} width={box.w - 1} height={box.h - 1} rx={5} />
    </g>
  );
});
