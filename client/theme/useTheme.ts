import { useEffect, useState } from 'react';
import { shanghaiHour } from './time';
import type { ThemeName } from './tokens';

/** What the viewer asked for: a fixed scheme, or the one that belongs to the hour. */
export type ThemeSetting = ThemeName | 'hour';

const KEY = 'yihong.theme';

/** Night from 19 to 7 o'clock in Shanghai. */
export function themeAt(now: Date): ThemeName {
  const hour = shanghaiHour(now);
  return hour >= 19 || hour < 7 ? 'night' : 'day';
}

/** The setting: `?theme=night|day` in the address rules, then what was chosen before on this machine, then the hour. */
export function readThemeSetting(search: string): ThemeSetting {
  const asked = new URLSearchParams(search).get('theme');
  if (asked === 'day' || asked === 'night') return asked;
  try {
    const kept = globalThis.localStorage?.getItem(KEY);
    if (kept === 'day' || kept === 'night') return kept;
  } catch {
    // Storage may be closed to us (private window): the hour decides.
  }
  return 'hour';
}

/** Keeps the choice on this machine, if it lets us. */
export function keepThemeSetting(setting: ThemeSetting): void {
  try {
    if (setting === 'hour') globalThis.localStorage?.removeItem(KEY);
    else globalThis.localStorage?.setItem(KEY, setting);
  } catch {
    // Nothing to do: the choice lasts as long as the page.
  }
}

/** The scheme to wear now. Looks at the clock once a minute when the hour decides. */
export function useTheme(setting: ThemeSetting): ThemeName {
  const [byHour, setByHour] = useState<ThemeName>(() => themeAt(new Date()));
  useEffect(() => {
    if (setting !== 'hour') return undefined;
    const timer = setInterval(() => setByHour(themeAt(new Date())), 60_000);
    return () => clearInterval(timer);
  }, [setting]);
  return setting === 'hour' ? byHour : setting;
}
