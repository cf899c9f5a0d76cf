import { ApolloClient, ApolloLink, CombinedGraphQLErrors, HttpLink, InMemoryCache } from '@apollo/client';
import { SetContextLink } from '@apollo/client/link/context';
import { ErrorLink } from '@apollo/client/link/error';
import i18n from './i18n';

/** Where UNAUTHENTICATED speaks of the password just typed, or where the question itself is who is signed in. */
const NOT_ABOUT_THE_SESSION = new Set(['Login', 'DemoLogin', 'ChangePassword', 'Viewer']);

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
  if (NOT_ABOUT_THE_SESSION.has(operation.operationName ?? '')) return;
  if (CombinedGraphQLErrors.is(error) && error.errors.some((one) => one.extensions?.code === 'UNAUTHENTICATED')) sessionEnded();
});

export const client = new ApolloClient({
  link: ApolloLink.from([language, session, new HttpLink({ uri: '/graphql', credentials: 'same-origin' })]),
  cache: new InMemoryCache({
    possibleTypes: { Node: ['Region', 'Department', 'User', 'Project', 'StageEvent', 'FundingEntry', 'Procedure', 'MonitoringSection', 'Task'] },
    typePolicies: {
      Query: { fields: { viewer: { merge: false } } },
      Viewer: { keyFields: ['username'] },
      // A task says how it stands on the day that was asked for: two days of one task are two objects.
      Task: { keyFields: false },
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
