import { useQuery } from '@apollo/client/react';
import { createContext, type ReactNode, useContext, useEffect, useMemo } from 'react';
import { Navigate, Outlet, useLocation } from 'react-router';
import { client, onSessionEnd } from '../apollo';
import { type Role, ViewerDocument, type ViewerQuery } from '../graphql.generated';
import { Failure, Loading } from '../layout/states';
import { onLiveSignedOut, restartLive } from '../live';

export type Viewer = NonNullable<ViewerQuery['viewer']>;

type Session = {
  viewer: Viewer | null;
  /** The office's day. In demonstration mode the pack's last day, never the browser's. */
  today: string | null;
  demonstration: boolean;
  refresh: () => Promise<unknown>;
};

/** How often to ask again who is looking while the server does not answer, ms. */
const RETRY_EVERY = 5000;

const SessionContext = createContext<Session | null>(null);

/** Who is looking, and on which day. */
export function SessionProvider({ children }: { children: ReactNode }) {
  const { data, error, refetch } = useQuery(ViewerDocument, { fetchPolicy: 'network-only', nextFetchPolicy: 'cache-first' });
  useEffect(() => onSessionEnd(() => void refetch()), [refetch]);
  useEffect(() => onLiveSignedOut(() => void refetch()), [refetch]);
  // A wall screen may start before its server, with nobody there to press a button.
  const failed = error !== undefined && !data;
  useEffect(() => {
    if (!failed) return undefined;
    const timer = setInterval(() => void refetch().catch(() => undefined), RETRY_EVERY);
    return () => clearInterval(timer);
  }, [failed, refetch]);
  const session = useMemo<Session | null>(
    () =>
      data
        ? { viewer: data.viewer as Viewer | null, today: data.today ?? null, demonstration: Boolean(data.demonstration), refresh: () => refetch() }
        : null,
    [data, refetch],
  );
  if (!session) return error ? <main className="page"><Failure error={error} retry={() => refetch()} /></main> : <Loading rows={3} />;
  return <SessionContext.Provider value={session}>{children}</SessionContext.Provider>;
}

export function useSession(): Session {
  const session = useContext(SessionContext);
  if (!session) throw new Error('useSession needs a SessionProvider around it');
  return session;
}

/** For what stands behind SignedIn. */
export function useViewer(): Viewer {
  const { viewer } = useSession();
  if (!viewer) throw new Error('useViewer needs SignedIn around it');
  return viewer;
}

/** Forgets everything that was read for the last viewer, and asks anew who is looking. */
export async function changeViewer(session: Pick<Session, 'refresh'>): Promise<void> {
  await client.clearStore();
  restartLive();
  await session.refresh();
}

/** Whether the viewer has just signed out: nobody is then led back to where that was. */
let leftByWill = false;

/** To be called before the session is ended. */
export function leaveByWill(): void {
  leftByWill = true;
}

/** To be called by the sign-in page once it stands. */
export function hasArrived(): void {
  leftByWill = false;
}

/** Routes inside need a viewer, of one of the roles and who may; without one the sign-in page opens and leads back afterwards. */
export function SignedIn({ roles, may = () => true }: { roles?: readonly Role[]; may?: (viewer: Viewer) => boolean }) {
  const { viewer } = useSession();
  const { pathname, search } = useLocation();
  if (!viewer) {
    const back = pathname + search;
    return <Navigate replace to={back === '/' || leftByWill ? '/sign-in' : `/sign-in?from=${encodeURIComponent(back)}`} />;
  }
  if ((roles && !roles.includes(viewer.role)) || !may(viewer)) return <Navigate replace to="/" />;
  return <Outlet />;
}

/** Where a role begins its day. */
export function homeOf(role: Role): string {
  switch (role) {
    case 'COUNTY':
      return '/county';
    case 'ADMIN':
      return '/users';
    case 'KIOSK':
      return '/wall';
    default:
      return '/maps/progress';
  }
}
