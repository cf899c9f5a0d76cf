/** A label that wants to stand at `x`; `width` in pixels. */
export type Wish = { key: string; x: number; width: number; align: 'start' | 'middle' };
export type Placed = Wish & { left: number; row: number };

/** About how wide a line of text is: a CJK sign takes the size of the type, others a little more than half of it. */
export function textWidth(text: string, size: number): number {
  let width = 0;
  for (const sign of text) width += /[\u2e80-\u9fff\uff00-\uffef]/.test(sign) ? size : size * 0.58;
  return width;
}

/** Puts labels into as few rows as keep them apart, inside the width, the first wish first. */
export function placeLabels(wishes: readonly Wish[], width: number, gap = 10): Placed[] {
  const rows: { from: number; to: number }[][] = [];
  return wishes.map((wish) => {
    const wanted = wish.align === 'start' ? wish.x : wish.x - wish.width / 2;
    const left = Math.max(0, Math.min(width - wish.width, wanted));
    const free = (row: { from: number; to: number }[] | undefined) => !row?.some(({ from, to }) => left < to + gap && left + wish.width + gap > from);
    let row = 0;
    while (!free(rows[row])) row += 1;
    (rows[row] ??= []).push({ from: left, to: left + wish.width });
    return { ...wish, left, row };
  });
}
