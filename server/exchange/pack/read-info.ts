import { z } from 'zod';
import { parseYuan } from '../../api/money';
import { INDICATOR_KEYS } from '../../water/indicators';
import { isDay } from './read-columns';
import type { Problems } from './read-problems';
import { readText } from './read-table';
import { WATER_CLASSES, type PackInfo } from './types';

const day = z.string().refine(isDay, 'is not a date like 2024-06-30');
const line = z.string().trim().min(1).max(500);

/** Yuan above zero, as fen. */
const amount = z.string().transform((text, context) => {
  const fen = parseYuan(text);
  if (fen !== null && fen > 0) return fen;
  context.addIssue({ code: 'custom', message: 'is not an amount in yuan like 1250000.00' });
  return z.NEVER;
});

const infoSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/, 'is not an id of small letters, digits and -'),
  city: line,
  cityEn: line,
  programme: line,
  programmeEn: line,
  firstDay: day,
  lastDay: day,
  targetDate: day,
  mapNumber: line.nullable(),
  mapCredit: line,
  sampleNote: line,
  demoDepartments: z.record(z.string().regex(/^[a-z][a-z0-9-]*$/, 'is not an account suffix of small letters'), line),
  settings: z.strictObject({
    laggingPoints: z.number().positive().max(100),
    seriousPoints: z.number().positive().max(100),
    seriousStartMonths: z.int().min(0).max(24),
  }),
  riverAliases: z.record(line, line),
  ecologicalFlow: z.strictObject({
    replenishmentTarget: z.int().positive().max(10_000_000_000).nullable(),
    source: line.nullable(),
  }).nullable().default(null),
  compensation: z.strictObject({
    validFrom: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'is not a month like 2024-06'),
    name: line,
    nameEn: line,
    items: z.array(z.strictObject({ indicator: z.enum(INDICATOR_KEYS), base: amount })).min(1),
    borders: z.array(z.strictObject({ section: line, payer: line, receiver: line, target: z.enum(WATER_CLASSES).nullable().default(null) })).min(1).max(200),
    cap: amount.nullable().default(null),
    reward: amount.nullable().default(null),
  }).nullable().default(null),
  oc4ids: z.strictObject({
    prefix: z.string().regex(/^oc4ids-[a-z0-9]{6}$/, 'is not a prefix like oc4ids-a1b2c3').nullable(),
    types: z.record(line, z.enum(['construction', 'rehabilitation', 'replacement', 'expansion', 'decommissioning'])),
  }).nullable().default(null),
});

/** Reads pack.json; null, with the problems noted, where it cannot be used. */
export function readInfo(folder: string, problems: Problems): PackInfo | null {
  const file = 'pack.json';
  const content = readText(folder, file, problems);
  if (content === null) return null;
  let raw: unknown;
  try {
    raw = JSON.parse(content);
  } catch (error) {
    problems.file(file, `is not JSON: ${error instanceof Error ? error.message : String(error)}`);
    return null;
  }
  const parsed = infoSchema.safeParse(raw);
  if (!parsed.success) {
    for (const issue of parsed.error.issues) problems.file(file, `${issue.path.join('.') || 'the whole'}: ${issue.message}`);
    return null;
  }
  const info = parsed.data;
  if (info.firstDay > info.lastDay) problems.file(file, `lastDay: ${info.lastDay} is before firstDay ${info.firstDay}`);
  if (info.settings.laggingPoints > info.settings.seriousPoints) problems.file(file, 'settings.seriousPoints: is below laggingPoints');
  return info;
}
