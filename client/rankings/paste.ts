/** A region as a pasted table may name it. */
export type Named = { adcode: string; name: string; shortName: string; nameEn: string };

export type PastedRow = { line: number; region: Named; value: string; change: string | null };
export type PasteProblem = { line: number; kind: 'region' | 'twice' | 'value' | 'change' | 'cells'; text: string };
export type Pasted = { rows: PastedRow[]; problems: PasteProblem[] };

const NUMBER = /^[+-]?\d{1,12}(\.\d{1,6})?$/;
const plain = (text: string): string => text.normalize('NFKC').trim();
/** A change may be printed with its percent sign and a longer minus. */
const numberOf = (text: string): string => plain(text).replace(/^[−–—]/, '-').replace(/%$/, '').replace(/^\+/, '');

/**
 * Reads a table that was copied out of a spreadsheet: a region and a value a line, the change beside it where there is one. Cells end at tabs;
 * where a line has none, at commas or spaces. A first line without a number is a heading.
 */
export function readPaste(text: string, regions: readonly Named[]): Pasted {
  const byName = new Map(regions.flatMap((region) => [region.adcode, region.name, region.shortName, region.nameEn].map((name) => [name.toLowerCase(), region] as const)));
  const rows: PastedRow[] = [];
  const problems: PasteProblem[] = [];
  const seen = new Set<string>();
  text.split(/\r?\n/).forEach((raw, i) => {
    if (!raw.trim()) return;
    const line = i + 1;
    const cells = (raw.includes('\t') ? raw.split('\t') : raw.trim().split(/[,，;；]\s*|\s+(?=[+\-−–—]?\d)/)).map(plain).filter((cell, at, all) => cell || at < all.length - 1);
    if (line === 1 && !cells.slice(1).some((cell) => NUMBER.test(numberOf(cell)))) {
      if (!byName.has((cells[0] ?? '').toLowerCase())) return;
    }
    const [name = '', value = '', change = ''] = cells;
    const region = byName.get(name.toLowerCase());
    const wrong = (kind: PasteProblem['kind'], what: string): void => void problems.push({ line, kind, text: what });
    if (cells.length > 3) return wrong('cells', raw.trim().slice(0, 40));
    if (!region) return wrong('region', name);
    if (seen.has(region.adcode)) return wrong('twice', region.name);
    seen.add(region.adcode);
    if (!NUMBER.test(numberOf(value))) return wrong('value', value);
    if (change && !NUMBER.test(numberOf(change))) return wrong('change', change);
    rows.push({ line, region, value: numberOf(value), change: change ? numberOf(change) : null });
  });
  return { rows, problems };
}
