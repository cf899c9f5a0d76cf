import type { UnitOfWork } from '../../database/unit-of-work';
import { DEFAULT_COMPENSATION } from '../../water/compensation-options';
import { CompensationSchemeRow } from '../../water/compensation.entity';
import type { SchemeDefinition } from '../../water/schemes';
import type { WaterClass } from '../../water/section.entity';
import type { Pack } from './types';

/** Loads the scheme of compensation that the pack gives to start from; whatever a pack says of it is an example, not a city's rule. */
export async function loadCompensation(unit: UnitOfWork, { info: { compensation } }: Pack): Promise<void> {
  if (!compensation) return;
  const { validFrom, name, nameEn, items, borders, cap, reward } = compensation;
  const definition: SchemeDefinition = { ...DEFAULT_COMPENSATION, items, borders: borders.map((border) => ({ ...border, target: border.target as WaterClass | null })), cap, reward };
  const row = await unit.insert(CompensationSchemeRow, { validFrom, name, nameEn, definition: JSON.stringify(definition), example: true, recordedBy: unit.actor.name, recordedAt: unit.now });
  unit.record({ kind: 'SCHEME_LOADED', subjectType: 'CompensationScheme', subjectId: row.id, summary: `载入水质补偿示例方案 ${name}` });
}
