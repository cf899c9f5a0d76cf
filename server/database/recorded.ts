import type { EntityMetadata } from 'typeorm';
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

export const isRecorded = (target: Function | string): boolean => typeof target === 'function' && omitted.has(target);

/** The row's values in the one form that is written into the record and compared on verification. */
export function imageOf(metadata: EntityMetadata, row: object): RowValues {
  const left = omitted.get(metadata.target as Function) ?? new Set<string>();
  const values: RowValues = {};
  for (const column of metadata.columns) {
    if (left.has(column.propertyName)) continue;
    // As the column stores it, so that a value that was rounded on its way in compares equal to what is read again.
    const value: unknown = ApplyValueTransformers.transformTo(column.transformer ?? [], column.getEntityValue(row));
    values[column.propertyName] = value instanceof Date ? value.toISOString() : (value ?? null);
  }
  return values;
}
