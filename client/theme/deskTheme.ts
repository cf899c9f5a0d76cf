import { useSyncExternalStore } from 'react';
import { themeStyle, type ThemeName } from './tokens';

const KEY = 'yihong.desk';

/** The scheme of the desk pages: `?theme=night|day` in the address, then what was chosen before on this machine, else day. The wall goes by the hour instead. */
export function deskThemeOf(search: string, kept: string | null): ThemeName {
  const asked = new URLSearchParams(search).get('theme') ?? kept;
  return asked === 'night' ? 'night' : 'day';
}

function kept(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    // Storage may be closed to us (private window): it is day.
    return null;
  }
}

let now: ThemeName = 'day';
const listeners = new Set<() => void>();

function wear(theme: ThemeName): void {
  now = theme;
  document.documentElement.dataset.theme = theme;
  for (const listener of listeners) listener();
}

/** A scheme's custom properties as a style sheet's declarations. */
const declarations = (theme: ThemeName): string =>
  Object.entries(themeStyle(theme)).map(([name, value]) => `${name === 'colorScheme' ? 'color-scheme' : name}:${String(value)}`).join(';');

/** Dresses the page before it is drawn. Paper is light, whatever the screen wears. */
export function dressDesk(): void {
  const sheet = document.createElement('style');
  sheet.textContent = `:root{${declarations('day')}}@media screen{:root[data-theme=night]{${declarations('night')}}}`;
  document.head.append(sheet);
  wear(deskThemeOf(location.search, kept()));
}

/** Changes the scheme of this screen at once, and remembers it in this browser. */
export function chooseDeskTheme(theme: ThemeName): void {
  try {
    localStorage.setItem(KEY, theme);
  } catch {
    // A browser that keeps nothing still changes it for this visit.
  }
  wear(theme);
}

const listen = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** What the desk pages wear now. */
export const useDeskTheme = (): ThemeName => useSyncExternalStore(listen, () => now);
