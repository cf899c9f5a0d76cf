import type { SectorCode } from '../../api/identity';
import { RegionKind } from '../../portfolio/reference.entity';
import type { Reference } from '../../portfolio/reference';

/** The names that a city's files may use, as plain data. */
export interface ImportLexicon {
  /** The city's name, which files put before the names of its counties; null when the pack sets none. */
  readonly city: string | null;
  /** In the official order; `city` is the municipality itself. */
  readonly regions: readonly { adcode: string; name: string; shortName: string; nameEn: string; city: boolean }[];
  readonly departments: readonly { code: string; name: string; nameEn: string; sector: SectorCode | null }[];
  readonly sectors: readonly { code: SectorCode; name: string; nameEn: string }[];
  readonly categories: readonly { code: string; name: string; nameEn: string }[];
  readonly lists: readonly { code: string; name: string; nameEn: string }[];
}

const labelOf = ({ code, name, nameEn }: { code: string; name: string; nameEn: string }): { code: string; name: string; nameEn: string } => ({ code, name, nameEn });

/** The names of the city that is loaded. */
export const lexiconOf = (reference: Reference): ImportLexicon => ({
  city: reference.setting<{ city: string }>('programme')?.city ?? null,
  regions: reference.regions.map(({ adcode, name, shortName, nameEn, kind }) => ({ adcode, name, shortName, nameEn, city: kind === RegionKind.MUNICIPALITY })),
  departments: reference.departments.map(({ code, name, nameEn, sector }) => ({ code, name, nameEn, sector })),
  sectors: reference.sectors.map(({ code, name, nameEn }) => ({ code, name, nameEn })),
  categories: reference.categories.map(labelOf),
  lists: reference.lists.map(labelOf),
});
