import { client } from '../apollo';
import { LogoutDocument } from '../graphql.generated';
import { changeViewer, leaveByWill, useSession } from './session';

/** Ends the session on the server and forgets in this browser what it had read; the sign-in page opens by itself. */
export function useSignOut(): () => Promise<void> {
  const session = useSession();
  return async () => {
    leaveByWill();
    await client.mutate({ mutation: LogoutDocument, errorPolicy: 'all' });
    await changeViewer(session);
  };
}
