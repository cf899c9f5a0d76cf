import type { Fen } from '../api/money';
import { grainOf, type Period } from '../api/period';
import { refuse } from '../api/refusal';
import { optionalText, requiredText } from '../api/text';
import type { UnitOfWork } from '../database/unit-of-work';
import type { Region } from '../portfolio/reference.entity';
import { DEFAULT_COMPENSATION } from './compensation-options';
import { isReckonable, type SchemeItem } from './compensation';
import { CompensationSchemeRow } from './compensation.entity';
import type { CompensationBorderInput, CompensationItemInput, SetCompensationSchemeInput } from './compensation.inputs';
import { INDICATOR_KEYS, INDICATORS, isIndicatorKey } from './indicators';
import type { SchemeBorder, SchemeDefinition } from './schemes';
import type { SectionSheet } from './sections';

/** With more than these the definition would not fit a change record. */
const MOST_BORDERS = 200;

/** What a scheme may name. */
export interface SchemeDesk {
  sections: readonly SectionSheet[];
  regions: ReadonlyMap<string, Region>;
}

function positive(amount: Fen, field: string): Fen {
  if (amount <= 0) throw refuse('AMOUNT_NOT_POSITIVE', { field });
  return amount;
}

const positiveOrNull = (amount: Fen | null | undefined, field: string): Fen | null => (amount === null || amount === undefined ? null : positive(amount, field));

function itemsOf(given: readonly CompensationItemInput[]): SchemeItem[] {
  if (!given.length) throw refuse('SCHEME_EMPTY', { field: 'input.items' });
  const seen = new Set<string>();
  return given.map(({ indicator, base }, i) => {
    const field = `input.items.${i}.indicator`;
    if (!isIndicatorKey(indicator)) throw refuse('UNKNOWN_INDICATOR', { field, value: indicator.slice(0, 60), keys: INDICATOR_KEYS.join('、') });
    if (INDICATORS[indicator].comparison !== 'UPPER') throw refuse('ITEM_NOT_RECKONABLE', { field, indicator: INDICATORS[indicator].name });
    if (seen.has(indicator)) throw refuse('SCHEME_TWICE', { field, value: INDICATORS[indicator].name });
    seen.add(indicator);
    return { indicator, base: positive(base, `input.items.${i}.base`) };
  });
}

function bordersOf(given: readonly CompensationBorderInput[], items: readonly SchemeItem[], { sections, regions }: SchemeDesk): SchemeBorder[] {
  if (!given.length) throw refuse('SCHEME_EMPTY', { field: 'input.borders' });
  if (given.length > MOST_BORDERS) throw refuse('TOO_MANY_BORDERS', { field: 'input.borders', limit: MOST_BORDERS });
  const seen = new Set<string>();
  return given.map(({ section: code, payer, receiver, target = null }, i) => {
    const field = `input.borders.${i}`;
    const section = sections.find((sheet) => sheet.section.code === code)?.section;
    if (!section) throw refuse('UNKNOWN_SECTION', { field: `${field}.section`, value: code.slice(0, 60) });
    if (seen.has(code)) throw refuse('SCHEME_TWICE', { field: `${field}.section`, value: section.name });
    seen.add(code);
    for (const [name, adcode] of Object.entries({ payer, receiver })) if (!regions.has(adcode)) throw refuse('UNKNOWN_REGION', { field: `${field}.${name}`, value: adcode });
    if (payer === receiver) throw refuse('PAYER_IS_RECEIVER', { field: `${field}.receiver`, region: regions.get(payer)!.name });
    const unlimited = items.find(({ indicator }) => !isReckonable(indicator, section.waterBody, target ?? section.target));
    if (unlimited) throw refuse('ITEM_WITHOUT_LIMIT', { field: `${field}.target`, section: section.name, indicator: INDICATORS[unlimited.indicator].name });
    return { section: code, payer, receiver, target };
  });
}

/**
 * Sets the scheme from a month on, in place of the one of that very month.
 * @returns the month
 * @throws Refusal BAD_USER_INPUT naming the field of the first thing that cannot be
 */
export async function setScheme(unit: UnitOfWork, desk: SchemeDesk, input: SetCompensationSchemeInput): Promise<Period> {
  const { validFrom } = input;
  if (grainOf(validFrom) !== 'MONTH') throw refuse('MONTH_WANTED', { field: 'input.validFrom', value: validFrom });
  const name = requiredText(input.name, 'input.name', 100);
  const items = itemsOf(input.items);
  const definition: SchemeDefinition = {
    items,
    borders: bordersOf(input.borders, items, desk),
    multiple: input.multiple ?? DEFAULT_COMPENSATION.multiple,
    waterRounding: input.waterRounding ?? DEFAULT_COMPENSATION.waterRounding,
    fenRounding: input.fenRounding ?? DEFAULT_COMPENSATION.fenRounding,
    cap: positiveOrNull(input.cap, 'input.cap'),
    reward: positiveOrNull(input.reward, 'input.reward'),
    undetected: DEFAULT_COMPENSATION.undetected,
  };
  const values = {
    name, nameEn: optionalText(input.nameEn ?? null, 'input.nameEn', 100) ?? name, definition: JSON.stringify(definition), example: input.example ?? false, recordedBy: unit.actor.name, recordedAt: unit.now,
  };
  // Of two who set one month at once the second replaces what the first has set.
  await unit.holdSequence('compensation_scheme');
  const standing = await unit.manager.findOneBy(CompensationSchemeRow, { validFrom });
  const row = standing ? await unit.update(CompensationSchemeRow, standing, values) : await unit.insert(CompensationSchemeRow, { validFrom, ...values });
  unit.record({ kind: standing ? 'SCHEME_CHANGED' : 'SCHEME_SET', subjectType: 'CompensationScheme', subjectId: row.id, summary: `${standing ? '修改' : '设定'} ${validFrom} 起的水质补偿方案 ${name}` });
  return validFrom;
}
