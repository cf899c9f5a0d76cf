import { memo } from 'react';
import type { Rect } from './geometry';
import { nameSize } from './labels';
import type { StageCounts } from './stages';

interface CountyNameProps { box: Rect; name: string; counts: StageCounts | number; paper?: boolean }

/** A county's name with its counts below: 前期 开工 完工, or one number. */
export const CountyName = memo(function CountyName({ box, name, counts }: CountyNameProps) {
  const x = box.x + box.w / 2;
  const y = box.y + box.h / 2;
  const size = nameSize(name);
  return (
    <g aria-hidden="true">
      <text className="ymap-county ymap-halo" x={x} y={y - 1} style={size < 22 ? { fontSize: size, letterSpacing: 0 } : undefined}>{name}</text>
      <Counts x={x} y={y + 20} counts={counts} />
    </g>
  );
}, (a, b) => a.box === b.box && a.name === b.name && equal(a.counts, b.counts));

const equal = (a: StageCounts | number, b: StageCounts | number) =>
  typeof a === 'number' || typeof b === 'number' ? a === b : a.prep === b.prep && a.work === b.work && a.done === b.done;

function Counts({ x, y, counts }: { x: number; y: number; counts: StageCounts | number }) {
  if (typeof counts === 'number') {
    return <text className={`ymap-count ymap-halo${counts ? '' : ' zero'}`} x={x} y={y} textAnchor="middle">{counts}</text>;
  }
  const parts = [counts.prep, counts.work, counts.done];
  const widths = parts.map((n) => 10.4 * String(n).length);
  const gap = 8;
  let at = x - (widths.reduce((a, b) => a + b, 0) + 2 * gap) / 2;
  return (
    <>
      {parts.map((n, i) => {
        const cx = at + widths[i]! / 2;
        at += widths[i]! + gap;
        return <text key={i} className={`ymap-count ymap-halo ${n ? ['c-prep', 'c-work', 'c-done'][i] : 'zero'}`} x={cx} y={y} textAnchor="middle">{n}</text>;
      })}
    </>
  );
}
