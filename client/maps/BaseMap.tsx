import { memo, type ReactNode, useId } from 'react';
import type { RiverLabel } from './labels';
import { linePath, type Pt } from './geometry';
import type { Ground, RiverShape } from './projection';

interface BaseMapProps {
  ground: Ground;
  rivers: readonly RiverLabel[];
  /** CSS colour of a river; none draws it as plain water. */
  tint?: (river: string) => string | undefined;
  /** Drawn between ground and rivers' names. */
  children?: ReactNode;
}

const widthOf = (river: RiverShape, tinted: boolean) => (river.main ? 5 : river.schematic ? (tinted ? 2.6 : 1.7) : tinted ? 4 : 3.2);

/** Land, inner band along the border, county hairlines, rivers with their fading ends, names along them. */
export const BaseMap = memo(function BaseMap({ ground, rivers, tint, children }: BaseMapProps) {
  const id = useId().replace(/[^a-zA-Z0-9]/g, '');
  return (
    <g aria-hidden="true">
      <clipPath id={`${id}land`}><path d={ground.landPath} clipRule="evenodd" /></clipPath>
      <path className="ymap-land" d={ground.landPath} fillRule="evenodd" />
      <g clipPath={`url(#${id}land)`}><path className="ymap-band" d={ground.rimPath} /></g>
      <path className="ymap-hair" d={ground.hairPath} />
      <path className="ymap-rim" d={ground.rimPath} />
      {ground.rivers.map((river, i) => {
        const colour = tint?.(river.name);
        const width = widthOf(river, colour !== undefined);
        const stroke = colour ?? (tint ? 'var(--river-plain)' : 'var(--river)');
        return (
          <g key={i}>
            <path className="ymap-river" d={linePath(river.body)} style={{ stroke, strokeWidth: width }} />
            {river.fades.map((fade, k) => <Fade key={k} id={`${id}r${i}f${k}`} line={fade} stroke={stroke} width={width} />)}
          </g>
        );
      })}
      {children}
      {rivers.map((label) => (
        <g key={label.river}>
          {label.glyphs.map((g, i) => (
            <text key={i} className="ymap-river-name ymap-halo" textAnchor="middle" fontSize={label.size}
              transform={`translate(${g.x},${g.y})${g.angle ? ` rotate(${g.angle})` : ''} skewX(-11) translate(0,${Math.round(label.size * 0.36)})`}>{g.text}</text>
          ))}
        </g>
      ))}
    </g>
  );
});

/** An end of a river that fades out along its course. */
function Fade({ id, line, stroke, width }: { id: string; line: readonly Pt[]; stroke: string; width: number }) {
  const from = line[0]!;
  const to = line[line.length - 1]!;
  return (
    <>
      <linearGradient id={id} gradientUnits="userSpaceOnUse" x1={from[0]} y1={from[1]} x2={to[0]} y2={to[1]}>
        <stop offset="0" style={{ stopColor: stroke }} />
        <stop offset="1" style={{ stopColor: stroke, stopOpacity: 0 }} />
      </linearGradient>
      <path className="ymap-river" d={linePath(line)} style={{ stroke: `url(#${id})`, strokeWidth: width, strokeLinecap: 'butt' }} />
    </>
  );
}
