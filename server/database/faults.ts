import { QueryFailedError } from 'typeorm';

interface DriverFault {
  code?: string;
  errno?: number;
}

const driverFault = (error: unknown): DriverFault =>
  error instanceof QueryFailedError ? (error.driverError as DriverFault) : ((error ?? {}) as DriverFault);

/** Deadlock, lock wait, changed since read, and a refusal by the cluster: the whole unit of work may run again. */
export const isRetryable = (error: unknown): boolean => [1213, 1205, 1020, 1047].includes(driverFault(error).errno ?? 0);

/** A unique index refused the row. */
export const isDuplicate = (error: unknown): boolean => ['SQLITE_CONSTRAINT_UNIQUE', 'SQLITE_CONSTRAINT_PRIMARYKEY', 'ER_DUP_ENTRY'].includes(driverFault(error).code ?? '');

/** A unique index refused the row, and it was this index. */
export const isDuplicateOf = (error: unknown, index: string, column: string): boolean =>
  isDuplicate(error) && (String((error as Error).message).includes(index) || String((error as Error).message).includes(column));
