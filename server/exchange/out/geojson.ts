import { formatYuan } from '../../api/money';
import type { Day } from '../../api/day';
import { Turns } from '../../api/turns';
import { ColumnType, type Value } from '../../ledgers/definition';
import type { OpenLedger } from '../../ledgers/open';
import type { SectionRow } from '../../ledgers/sections.ledger';
import type { WorkRow } from '../../ledgers/work-columns';
import { isMadeUp } from './table';

/** Where a row is and what else is said of it. */
interface Place {
  /** WGS 84, as RFC 7946 has it; null where it is not known. */
  position: readonly [lon: number, lat: number] | null;
  properties: Readonly<Record<string, boolean | string>>;
}

/** Columns that the geometry says already. */
const IN_GEOMETRY = new Set(['lon', 'lat']);

/** A value as programs read it: money in yuan, a stage by its name in the API. */
function jsonValue(type: ColumnType, value: Value): string | number | null {
  if (value === null || value === '') return null;
  // Up to 15 digits, which a number of JSON holds.
  if (type === ColumnType.MONEY) return Number(formatYuan(value as number | bigint));
  return typeof value === 'bigint' ? Number(value) : value;
}

/**
 * The rows of a ledger as a FeatureCollection (RFC 7946), a point each; a row without a position has the geometry null.
 * Properties are the ledger's columns by their keys; `sampleFields` names those whose values are made up.
 */
async function* features(open: () => Promise<OpenLedger>, day: Day, placeOf: (row: never) => Place): AsyncGenerator<string> {
  yield `{"type":"FeatureCollection","asOf":${JSON.stringify(day)},"features":[`;
  const { definition, columns, rows } = await open();
  const shown = columns.filter(({ key }) => !IN_GEOMETRY.has(key));
  const turns = new Turns();
  for (const [i, { row }] of rows.entries()) {
    const { position, properties } = placeOf(row);
    const feature = {
      type: 'Feature',
      id: definition.key(row),
      geometry: position && { type: 'Point', coordinates: position },
      properties: {
        asOf: day,
        ...Object.fromEntries(shown.map(({ key, type, value }) => [key, jsonValue(type, value(row))])),
        ...properties,
        sampleFields: columns.filter((column) => isMadeUp(column, row)).map(({ key }) => key),
      },
    };
    yield `${i ? ',' : ''}\n${JSON.stringify(feature)}`;
    if (turns.due) await turns.next();
  }
  yield '\n]}\n';
}

/** The works as points. Marks are as the API gives them; `sample` says that the work itself is invented. */
export const worksGeoJson = (open: () => Promise<OpenLedger>, day: Day): AsyncGenerator<string> =>
  features(open, day, (row) => {
    const { sheet: { project: { lon, lat, sample }, leadRegion: { adcode } }, standing: { suspended, unverified, health } } = (row as WorkRow).work;
    return { position: lon === null || lat === null ? null : [lon, lat], properties: { adcode, suspended, unverified, health, sample } };
  });

/** The monitoring sections as points; `locationApproximate` says that a position was set by hand for a wall map. */
export const sectionsGeoJson = (open: () => Promise<OpenLedger>, day: Day): AsyncGenerator<string> =>
  features(open, day, (row) => {
    const { lon, lat, locationApproximate } = (row as SectionRow).sheet.section;
    return { position: [lon, lat], properties: { locationApproximate } };
  });
