import type { SectorCode } from '../graphql.generated';
import { SECTOR_SHAPES, sectorVariable } from './sectors';

/** A work's number on the shape and colour of its sector. */
export function SectorMark({ sector, number }: { sector: SectorCode; number: number | null }) {
  return (
    <>
      <path className="ymap-sector" d={SECTOR_SHAPES[sector]} style={{ fill: sectorVariable(sector) }} />
      {number === null ? null : <text className="ymap-number" y={sector === 'HOUSING' || sector === 'WATER' ? 8 : 6.4}>{number}</text>}
    </>
  );
}
