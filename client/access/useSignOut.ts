import { useNavigate } from 'react-router';
import { client } from '../apollo';
import { LogoutDocument } from '../graphql.generated';
import { changeViewer, useSession } from './session';

/** Ends the session on the server and forgets in this browser what it had read. */
export function useSignOut(): () => Promise<void> {
  const session = useSession();
  const navigate = useNavigate();
  return async () => {
    await client.mutate({ mutation: LogoutDocument, errorPolicy: 'all' });
    await changeViewer(session);
    await navigate('/sign-in');
  };
}
