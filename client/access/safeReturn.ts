/** The way back after signing in: only a place of this site, never another one's address. */
export function safeReturn(from: string | null): string | null {
  return from && /^\/(?![/\\])/.test(from) && !from.startsWith('/sign-in') ? from : null;
}
