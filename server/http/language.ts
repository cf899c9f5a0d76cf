import type { Language } from '../api/refusal';

/** The language that a reader likes best of the two, by Accept-Language; Chinese when it says nothing of either. */
export function languageOf(acceptLanguage: string | undefined): Language {
  let best: { language: Language; weight: number } = { language: 'zh', weight: 0 };
  for (const item of (acceptLanguage ?? '').slice(0, 500).split(',')) {
    const parts = /^\s*(zh|en)(?:-[\w-]+)?\s*(?:;\s*q=([\d.]+))?\s*$/i.exec(item);
    if (!parts) continue;
    const weight = parts[2] === undefined ? 1 : Number(parts[2]);
    if (weight > best.weight) best = { language: parts[1].toLowerCase() as Language, weight };
  }
  return best.language;
}
