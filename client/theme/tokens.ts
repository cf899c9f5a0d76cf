import type { CSSProperties } from 'react';

/** The two colour schemes: paper by day, ink by night. */
export type ThemeName = 'day' | 'night';

/** Typefaces. Hei for everything that is read, Song for titles and names of waters. */
export const FONT_HEI =
  "'Noto Sans CJK SC','Noto Sans SC','Source Han Sans SC','Microsoft YaHei','微软雅黑','PingFang SC',sans-serif";
export const FONT_SONG =
  "'Noto Serif CJK SC','Noto Serif SC','Source Han Serif SC','SimSun','宋体','Songti SC',serif";

/** One colour scheme. Every colour on the maps has a name here; `themeStyle` turns the names into CSS variables. */
export interface Tokens {
  paper: string;
  land: string;
  band: string;
  hair: string;
  rim: string;
  line: string;
  ink: string;
  ink2: string;
  faint: string;
  prep: string;
  prepText: string;
  work: string;
  workText: string;
  done: string;
  doneText: string;
  mark: string;
  river: string;
  riverName: string;
  riverPlain: string;
  shadow: string;
}

export const TOKENS: Record<ThemeName, Tokens> = {
  day: {
    paper: '#F6F2E9', land: '#FDFBF5', band: '#EFE7D6', hair: '#B9AE98', rim: '#8B806B', line: '#DDD4C1',
    ink: '#23262A', ink2: '#5D5A52', faint: '#877E6C',
    prep: '#C8322B', prepText: '#B92A24', work: '#168F6B', workText: '#0C7355', done: '#2258A5', doneText: '#1F4F96',
    mark: '#23262A', river: '#6FA5C9', riverName: '#2C6890', riverPlain: '#A9BCC6', shadow: 'rgba(35,38,42,.28)',
  },
  night: {
    paper: '#14191D', land: '#1C2328', band: '#252E34', hair: '#46525A', rim: '#6F7C84', line: '#333D44',
    ink: '#ECE7DA', ink2: '#A9AAA3', faint: '#858E94',
    prep: '#C6423A', prepText: '#EE8C82', work: '#17997A', workText: '#67C7A6', done: '#3D74C2', doneText: '#8DB5EE',
    mark: '#F0E6CC', river: '#4F86A6', riverName: '#8FBBD4', riverPlain: '#4A5A64', shadow: 'rgba(0,0,0,.45)',
  },
};

/** Colours of the water classes of GB 3838-2002, the same by day and night: they always stand on a diamond with its numeral. */
export const WATER_COLOURS = {
  I: { fill: '#63B1DE', text: '#23262A' },
  II: { fill: '#2F74B5', text: '#FFFFFF' },
  III: { fill: '#3A9467', text: '#FFFFFF' },
  IV: { fill: '#E3B521', text: '#23262A' },
  V: { fill: '#D9772B', text: '#FFFFFF' },
  INFERIOR_V: { fill: '#B5262B', text: '#FFFFFF' },
} as const;

/**
 * Colours of the six sectors on the distribution map. None is near a stage colour; they differ in lightness as well as in hue,
 * and each sector also has its own outline (see `SectorMark`), so colour is never the only sign.
 */
export const SECTOR_COLOURS = {
  ECOLOGY: { day: '#66761B', night: '#8A9A35' },
  WATER: { day: '#0A7C94', night: '#1E93AB' },
  URBAN: { day: '#4A5663', night: '#71808F' },
  HOUSING: { day: '#B06A08', night: '#C27F1F' },
  RESOURCES: { day: '#713F2B', night: '#9A6249' },
  COMMERCE: { day: '#8B3F87', night: '#AA62A6' },
} as const;

const kebab = (name: string) => name.replace(/[A-Z]/g, (c) => `-${c.toLowerCase()}`);

/** The colour scheme as CSS custom properties (`--paper`, `--work-text`, …), to be put on the element that wears it. */
export function themeStyle(theme: ThemeName): CSSProperties {
  const style: Record<string, string> = { '--hei': FONT_HEI, '--song': FONT_SONG, colorScheme: theme === 'night' ? 'dark' : 'light' };
  for (const [name, value] of Object.entries(TOKENS[theme])) style[`--${kebab(name)}`] = value;
  for (const [sector, colours] of Object.entries(SECTOR_COLOURS)) style[`--sector-${sector.toLowerCase()}`] = colours[theme];
  for (const [grade, colours] of Object.entries(WATER_COLOURS)) {
    style[`--water-${grade.toLowerCase().replace('_', '-')}`] = colours.fill;
  }
  return style as CSSProperties;
}
