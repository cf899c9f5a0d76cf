import { textWidth } from './labels';

/** What a saved map says of itself once it has left the page. */
export interface Caption {
  title: string;
  /** The day or the period that it shows, for people. */
  day: string;
  /** What is to be known of it: no boundary claim, where its data come from, what is made up. */
  notes: readonly string[];
}

/** A line of text around a map, in map pixels from the sheet's upper left corner. */
export interface CaptionText { text: string; x: number; y: number; size: number; anchor: 'start' | 'end'; tone: 'ink' | 'ink2'; title: boolean }

export interface CaptionLayout {
  /** Room above the map. */
  head: number;
  /** Room below it. */
  foot: number;
  texts: readonly CaptionText[];
  /** Heights of the two rules, under the head and over the foot. */
  rules: readonly [number, number];
}

const MARGIN = 24;
const TITLE = 36;
const DAY = 21;
const NOTE = 18;
const LINE = 27;
/** Signs that no line begins with, and signs that none ends with. */
const CLOSING = new Set('，。；：、！？）》”’,.;:!?)');
const OPENING = /[（《“‘(]+$/;

/** Breaks a text into lines of at most `room`: Chinese between any two signs, Latin between words. */
export function linesOf(text: string, size: number, room: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const piece of text.match(/[\u2e80-\uffef“”‘’—…]|[^\u2e80-\uffef“”‘’—…\s]+\s*|\s+/gu) ?? []) {
    if (line !== '' && textWidth(line + piece.trimEnd(), size) > room && !CLOSING.has(piece.trim())) {
      const carried = OPENING.exec(line)?.[0] ?? '';
      lines.push(line.slice(0, line.length - carried.length).trimEnd());
      line = carried + piece.trimStart();
    } else line += piece;
  }
  return line === '' ? lines : [...lines, line.trimEnd()];
}

/** Title and day above a map, its notes below, as on the wall: Song for the title, ink rules between. */
export function layCaption({ title, day, notes }: Caption, width: number, height: number): CaptionLayout {
  const dayWidth = textWidth(day, DAY);
  const titles = linesOf(title, TITLE, width - 2 * MARGIN - dayWidth - MARGIN);
  const head = 30 + titles.length * 46;
  const below = notes.flatMap((note) => linesOf(note, NOTE, width - 2 * MARGIN));
  const foot = 20 + below.length * LINE;
  return {
    head, foot,
    rules: [head - 8, head + height + 8],
    texts: [
      ...titles.map((text, i) => ({ text, x: MARGIN, y: 52 + i * 46, size: TITLE, anchor: 'start' as const, tone: 'ink' as const, title: true })),
      { text: day, x: width - MARGIN, y: 52 + (titles.length - 1) * 46, size: DAY, anchor: 'end', tone: 'ink2', title: false },
      ...below.map((text, i) => ({ text, x: MARGIN, y: head + height + 33 + i * LINE, size: NOTE, anchor: 'start' as const, tone: 'ink2' as const, title: false })),
    ],
  };
}
