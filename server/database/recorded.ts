import type { EntityMetadata, ObjectLiteral } from 'typeorm';
import type { ColumnMetadata } from 'typeorm/metadata/ColumnMetadata';
import { ApplyValueTransformers } from 'typeorm/util/ApplyValueTransformers';

/** A row as the change record keeps it: property → value, instants as ISO text. */
export type RowValues = Record<string, unknown>;

/** The new state of one row: its full values, or null when it was removed. */
export interface RowImage {
  table: string;
  id: number;
  values: RowValues | null;
}

const omitted = new Map<Function, ReadonlySet<string>>();

/**
 * Marks an entity whose every write goes into the change record with its full new values.
 * @param options.omit properties that are left out: secrets, and marks that are no facts of the programme.
 */
export const Recorded = (options: { omit?: string[] } = {}): ClassDecorator => (target) => {
  omitted.set(target, new Set(options.omit ?? []));
};

const unrecorded = new Set<Function>();

/**
 * Marks an entity that the unit of work writes without change records of its own.
 * @param why what stands for it: a recorded row that attests it, or the rows that it follows from
 */
export const Unrecorded = (why: string): ClassDecorator => (target) => {
  if (!why) throw new Error(`${target.name} must say why it is not recorded`);
  unrecorded.add(target);
};

export const isUnrecorded = (target: Function | string): boolean => typeof target === 'function' && unrecorded.has(target);

export const isRecorded = (target: Function | string): boolean => typeof target === 'function' && omitted.has(target);

/** The columns that are recorded of an entity. */
const shapes = new WeakMap<EntityMetadata, ColumnMetadata[]>();

function shapeOf(metadata: EntityMetadata): ColumnMetadata[] {
  let shape = shapes.get(metadata);
  if (!shape) {
    const left = omitted.get(metadata.target as Function);
    shape = metadata.columns.filter(({ propertyName }) => !left?.has(propertyName));
    shapes.set(metadata, shape);
  }
  return shape;
}

/** The instant that was last written as text: one is written into every row of a request. */
let lastInstant: { at: Date; text: string } | null = null;

function textOf(instant: Date): string {
  if (lastInstant?.at !== instant) lastInstant = { at: instant, text: instant.toISOString() };
  return lastInstant.text;
}

/** The row's values in the one form that is written into the record and compared on verification. */
export function imageOf(metadata: EntityMetadata, row: ObjectLiteral): RowValues {
  const values: RowValues = {};
  for (const column of shapeOf(metadata)) {
    const { propertyName, relationMetadata, transformer } = column;
    // Where a relation is loaded TypeORM takes the key from it.
    const given: unknown = relationMetadata && row[relationMetadata.propertyName] ? column.getEntityValue(row) : row[propertyName];
    // As the column stores it, so that a value that was rounded on its way in compares equal to what is read again.
    const value: unknown = transformer ? ApplyValueTransformers.transformTo(transformer, given) : given;
    values[propertyName] = value instanceof Date ? textOf(value) : (value ?? null);
  }
  return values;
}

/** What a row has in recorded columns that were added after its change was recorded. */
export const defaultsOf = (metadata: EntityMetadata): RowValues => Object.fromEntries(shapeOf(metadata).map(({ propertyName, default: otherwise }) => [propertyName, (otherwise as unknown) ?? null]));
