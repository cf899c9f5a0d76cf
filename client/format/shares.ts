/** Shares come as 0–1 and are shown with one decimal: 65.3%. */
export function percent(share: number | null | undefined): string {
  return share === null || share === undefined ? '—' : `${(share * 100).toFixed(1)}%`;
}

/** Physical progress comes as 0–100: "64%", with a decimal only where there is one. */
export function progressText(progress: number): string {
  return `${Number(progress.toFixed(1))}%`;
}

/** "64", "64.5", "６４" or "64%" as a number; null where it is none. */
export function typedPercent(text: string | undefined): number | null {
  const plain = (text ?? '').normalize('NFKC').trim().replace(/%$/, '');
  return /^\d{1,3}(\.\d+)?$/.test(plain) ? Number(plain) : null;
}
