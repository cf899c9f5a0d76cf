import type { EntityManager } from 'typeorm';
import type { SectorCode } from '../api/identity';
import { Category, Department, Region, Sector, Setting, WorkList } from './reference.entity';

/** What everything else refers to, kept whole in memory: it is small and changes with a pack only. */
export class Reference {
  readonly regionById: ReadonlyMap<number, Region>;
  readonly regionByAdcode: ReadonlyMap<string, Region>;
  readonly departmentById: ReadonlyMap<number, Department>;
  readonly sectorByCode: ReadonlyMap<SectorCode, Sector>;
  readonly categoryById: ReadonlyMap<number, Category>;
  readonly listById: ReadonlyMap<number, WorkList>;

  constructor(
    /** In the official order. */
    readonly regions: readonly Region[],
    readonly departments: readonly Department[],
    readonly sectors: readonly Sector[],
    readonly categories: readonly Category[],
    readonly lists: readonly WorkList[],
    private readonly settings: ReadonlyMap<string, string>,
  ) {
    this.regionById = new Map(regions.map((region) => [region.id, region]));
    this.regionByAdcode = new Map(regions.map((region) => [region.adcode, region]));
    this.departmentById = new Map(departments.map((department) => [department.id, department]));
    this.sectorByCode = new Map(sectors.map((sector) => [sector.code, sector]));
    this.categoryById = new Map(categories.map((category) => [category.id, category]));
    this.listById = new Map(lists.map((list) => [list.id, list]));
  }

  /** A setting of the programme, or null when the pack sets none. */
  setting<T>(name: string): T | null {
    const value = this.settings.get(name);
    return value === undefined ? null : (JSON.parse(value) as T);
  }
}

export async function readReference(manager: EntityManager): Promise<Reference> {
  const order = { order: { sort: 'ASC' as const, id: 'ASC' as const } };
  const settings = await manager.find(Setting);
  return new Reference(
    await manager.find(Region, order),
    await manager.find(Department, order),
    await manager.find(Sector, order),
    await manager.find(Category, order),
    await manager.find(WorkList, order),
    new Map(settings.map(({ name, value }) => [name, value])),
  );
}
