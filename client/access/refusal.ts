import { CombinedGraphQLErrors, ServerError } from '@apollo/client';
import type { TFunction } from 'i18next';

/** What became of a request that did not succeed. */
export type Refusal =
  | { kind: 'refused'; code: string; message: string; field: string | null }
  | { kind: 'conflict'; message: string; currentVersion: number | null }
  | { kind: 'lost'; message: string };

/** Reads an error of Apollo Client into what the screen can act on. */
export function refusalOf(error: unknown, t: TFunction): Refusal {
  if (CombinedGraphQLErrors.is(error)) {
    const first = error.errors[0];
    const code = String(first?.extensions?.code ?? 'INTERNAL_SERVER_ERROR');
    const message = first?.message ?? t('state.unknown');
    if (code === 'CONFLICT') {
      const version = first?.extensions?.currentVersion;
      return { kind: 'conflict', message, currentVersion: typeof version === 'number' ? version : null };
    }
    const field = first?.extensions?.field;
    return { kind: 'refused', code, message, field: typeof field === 'string' ? field : null };
  }
  if (ServerError.is(error) && error.statusCode < 500) {
    return { kind: 'refused', code: String(error.statusCode), message: t('state.http', { status: error.statusCode }), field: null };
  }
  return { kind: 'lost', message: t('state.lost') };
}

export function sentenceOf(error: unknown, t: TFunction): string {
  return refusalOf(error, t).message;
}

/** "input.amount" → "amount": the name of the form's field that the server speaks of. */
export function formField(field: string | null): string | null {
  return field === null ? null : field.replace(/^input\./, '').split('.')[0] ?? null;
}
