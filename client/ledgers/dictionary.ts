import * as ledgers from '../texts/ledgers';
import * as words from '../texts/words';

type Tree = { [key: string]: Tree | string };
type Named = { name?: string; shortName?: string; nameEn?: string } | null | undefined;

const { stage, health, eventStatus, source, fundingKind, procedure, procedureStatus } = words.zh;
const { stage: stageEn, health: healthEn, eventStatus: eventStatusEn, source: sourceEn, fundingKind: fundingKindEn, procedure: procedureEn, procedureStatus: procedureStatusEn } = words.en;

function pair(into: Map<string, string>, zh: Tree, en: Tree): void {
  for (const [key, text] of Object.entries(zh)) {
    const other = en[key];
    if (typeof text === 'string' && typeof other === 'string') into.set(text, other);
    else if (typeof text === 'object' && typeof other === 'object') pair(into, text, other);
  }
}

/**
 * English for the fixed words that the ledgers' cells hold in Chinese: stages, kinds, sources, and the names of regions,
 * departments and the like. Lists joined by 、 are taken apart.
 * @param named what has names in both languages
 */
export function englishWords(named: readonly Named[]): (text: string) => string {
  const known = new Map<string, string>();
  pair(known, { stage, health, eventStatus, source, fundingKind, procedure, procedureStatus }, { stage: stageEn, health: healthEn, eventStatus: eventStatusEn, source: sourceEn, fundingKind: fundingKindEn, procedure: procedureEn, procedureStatus: procedureStatusEn });
  pair(known, ledgers.zh.ledgers.cell, ledgers.en.ledgers.cell);
  for (const one of named) if (one?.name && one.nameEn) known.set(one.name, one.nameEn);
  return (text) => {
    const whole = known.get(text);
    if (whole !== undefined) return whole;
    const parts = text.split('、');
    return parts.length > 1 && parts.every((part) => known.has(part)) ? parts.map((part) => known.get(part)).join(', ') : text;
  };
}
