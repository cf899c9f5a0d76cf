export interface SavedView {
  name: string;
  /** Path and query. */
  address: string;
}

const keyOf = (username: string) => `yihong.ledger-views.${username}`;
const isView = (value: unknown): value is SavedView => typeof value === 'object' && value !== null && typeof (value as SavedView).name === 'string' && /^\/ledgers\//.test(String((value as SavedView).address));

/** The views that somebody keeps in this browser. What is none of ours is left out; a browser that keeps nothing has none. */
export function savedViews(username: string, storage: Pick<Storage, 'getItem'>): SavedView[] {
  try {
    const kept: unknown = JSON.parse(storage.getItem(keyOf(username)) ?? '[]');
    return Array.isArray(kept) ? kept.filter(isView) : [];
  } catch {
    return [];
  }
}

/** Keeps a view under its name, in place of one of the same name. @throws where the browser keeps nothing */
export function keepView(username: string, view: SavedView, storage: Pick<Storage, 'getItem' | 'setItem'>): SavedView[] {
  return write(username, [...savedViews(username, storage).filter(({ name }) => name !== view.name), view], storage);
}

/** @throws where the browser keeps nothing */
export function dropView(username: string, name: string, storage: Pick<Storage, 'getItem' | 'setItem'>): SavedView[] {
  return write(username, savedViews(username, storage).filter((view) => view.name !== name), storage);
}

function write(username: string, views: SavedView[], storage: Pick<Storage, 'setItem'>): SavedView[] {
  storage.setItem(keyOf(username), JSON.stringify(views));
  return views;
}
