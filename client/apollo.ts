import { ApolloClient, ApolloLink, CombinedGraphQLErrors, HttpLink, InMemoryCache } from '@apollo/client';
import { SetContextLink } from '@apollo/client/link/context';
import { ErrorLink } from '@apollo/client/link/error';
import i18n from './i18n';

/** Mutations whose UNAUTHENTICATED speaks of the password just typed, not of the session. */
const ABOUT_A_PASSWORD = new Set(['Login', 'DemoLogin', 'ChangePassword']);

const listeners = new Set<() => void>();

/** Calls back when the server says that the session is over: signed out elsewhere, account disabled, or expired. */
export function onSessionEnd(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** To be called by anything that learns of the session's end on another way than an Apollo answer. */
export function sessionEnded(): void {
  for (const listener of listeners) listener();
}

const language = new SetContextLink((previous) => ({
  headers: { ...(previous.headers as Record<string, string> | undefined), 'accept-language': i18n.language },
}));

const session = new ErrorLink(({ error, operation }) => {
  if (ABOUT_A_PASSWORD.has(operation.operationName ?? '')) return;
  if (CombinedGraphQLErrors.is(error) && error.errors.some((one) => one.extensions?.code === 'UNAUTHENTICATED')) sessionEnded();
});

export const client = new ApolloClient({
  link: ApolloLink.from([language, session, new HttpLink({ uri: '/graphql', credentials: 'same-origin' })]),
  cache: new InMemoryCache({
    possibleTypes: { Node: ['Region', 'Department', 'User', 'Project', 'StageEvent', 'FundingEntry', 'Procedure', 'MonitoringSection'] },
    typePolicies: {
      Query: { fields: { viewer: { merge: false } } },
      Viewer: { keyFields: ['username'] },
      FundingSummary: { merge: true },
      FundingEntryConnection: { merge: true },
      Sector: { merge: true },
      Category: { merge: true },
      Programme: { merge: true },
      Demonstration: { merge: true },
    },
  }),
  defaultOptions: { watchQuery: { fetchPolicy: 'cache-and-network', nextFetchPolicy: 'cache-first' } },
});
