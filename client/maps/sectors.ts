import type { SectorCode } from '../graphql.generated';

/** The sectors in the order of the programme. */
export const SECTORS: readonly SectorCode[] = ['ECOLOGY', 'WATER', 'URBAN', 'HOUSING', 'RESOURCES', 'COMMERCE'];

/**
 * The second sign of a sector beside its colour: a leaf, a drop, a square, a house, a hexagon, a disc with a flat foot. All hold a
 * number of three figures and fit the circle that the layout keeps for a work.
 */
export const SECTOR_SHAPES: Record<SectorCode, string> = {
  ECOLOGY: 'M-16,-16 H5 A11,11 0 0 1 16,-5 V16 H-5 A11,11 0 0 1 -16,5 Z',
  WATER: 'M0,-20.5 C4,-14 16,-8 16,2 A16,16 0 0 1 -16,2 C-16,-8 -4,-14 0,-20.5 Z',
  URBAN: 'M-13,-16 H13 A3,3 0 0 1 16,-13 V13 A3,3 0 0 1 13,16 H-13 A3,3 0 0 1 -16,13 V-13 A3,3 0 0 1 -13,-16 Z',
  HOUSING: 'M0,-20 L17,-6 V15.5 H-17 V-6 Z',
  RESOURCES: 'M-9.8,-17 H9.8 L19.5,0 L9.8,17 H-9.8 L-19.5,0 Z',
  COMMERCE: 'M-16.5,4 A16.5,16.5 0 1 1 16.5,4 V16 H-16.5 Z',
};

/** Class name part of a sector. */
export const sectorVariable = (sector: SectorCode): string => `var(--sector-${sector.toLowerCase()})`;
