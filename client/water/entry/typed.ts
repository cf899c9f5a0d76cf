import type { Refusal } from '../../access/refusal';

/** What was typed for an item: "0.12", "0.004L" or "<0.004"; null where it is none of these. */
export function typedReading(typed: string): { value: number; belowDetection: boolean; text: string | null } | null {
  const plain = typed.normalize('NFKC').replaceAll(/\s/g, '');
  const parts = /^(<?)(-?\d+(?:\.\d+)?)(l?)$/i.exec(plain);
  if (!parts || (parts[1] && parts[3])) return null;
  const belowDetection = Boolean(parts[1] || parts[3]);
  return { value: Number(parts[2]), belowDetection, text: belowDetection ? plain : null };
}

/**
 * The server speaks of "input.samples.0.indicators.2.value"; the form has a field an item, by its key.
 * @param keys the items in the order in which they were sent
 */
export function atItsField(refusal: Refusal | null, keys: readonly string[]): Refusal | null {
  if (refusal?.kind !== 'refused' || !refusal.field) return refusal;
  const [, , , part, at] = refusal.field.split('.');
  const name = part === 'indicators' ? keys[Number(at)] : part;
  return name ? { ...refusal, field: `input.${name}` } : refusal;
}
