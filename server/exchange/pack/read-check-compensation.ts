import { isReckonable } from '../../water/compensation';
import type { WaterBody } from '../../water/indicators';
import type { WaterClass } from '../../water/section.entity';
import type { Known } from './read-check-base';
import type { Problems } from './read-problems';
import type { Table } from './read-table';
import type { TABLES } from './read-tables';
import type { PackInfo } from './types';

/** Checks the example scheme of compensation against sections and regions. */
export function checkCompensation(sections: Table<(typeof TABLES)['sections']>, known: Known, info: PackInfo | null, problems: Problems): void {
  const byCode = new Map(sections.rows.map(({ cells }) => [cells.code, cells]));
  const { items = [], borders = [] } = info?.compensation ?? {};
  borders.forEach(({ section: code, payer, receiver, target }, i) => {
    const say = (field: string, text: string): void => problems.file('pack.json', `compensation.borders.${i}.${field}: ${text}`);
    const section = byCode.get(code);
    if (!section) return say('section', `"${code}" is not in sections.csv`);
    if (borders.findIndex((border) => border.section === code) < i) say('section', `${code} stands twice`);
    for (const [field, adcode] of Object.entries({ payer, receiver })) if (!known.regions.has(adcode)) say(field, `"${adcode}" is not in regions.csv`);
    if (payer === receiver) say('receiver', 'is the payer');
    const unlimited = items.find(({ indicator }) => !isReckonable(indicator, (section.water_body ?? 'RIVER') as WaterBody, (target ?? section.target_class) as WaterClass));
    if (unlimited) say('section', `${code} has no limit of ${unlimited.indicator} in its target class`);
  });
}
