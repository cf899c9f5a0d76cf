import type { FlowInput, FlowsOfMonthQuery, ReplenishmentInput } from '../../graphql.generated';
import { nameOf, type FlowRow } from './flows';

/** What stands in the fields of a month, by their names. */
export type TypedFlows = Record<string, string>;

/** The name of the field of a river: letters and digits, since a dot would part it. */
export const fieldOf = (row: FlowRow): string => `flow_${nameOf(row).replace(/\W/g, (sign) => sign.codePointAt(0)!.toString(36))}`;
/** The name of the field of the replenishment. */
export const VOLUME = 'volume';

/** Cubic metres in 万立方米. */
const WAN = 10_000;

/** "15.2", "１５．２" or "15,200" as a number; null where it is none, is negative or has more decimals. */
export function typedDecimal(text: string | undefined, places: number): number | null {
  const plain = (text ?? '').normalize('NFKC').trim().replace(/,(?=\d{3}(\D|$))/g, '');
  return new RegExp(`^\\d{1,9}(\\.\\d{0,${places}})?$`).test(plain) ? Number(plain) : null;
}

/** A figure that stands for a month, and whether it is made up. */
export type Standing = { value: number | null; sample: boolean };

/** What the city as a whole brought in a month, 万立方米. */
export function cityVolume({ replenishment }: FlowsOfMonthQuery, month: string): Standing {
  const parts = replenishment?.months.find((one) => one.month === month)?.parts ?? [];
  const own = parts.find(({ region }) => region.kind === 'MUNICIPALITY');
  return { value: own ? own.volume / WAN : null, sample: own?.sample ?? false };
}

/** What a field begins with. A sample is shown behind an empty field: typed, it becomes a figure of the office's own. */
export const fieldText = ({ value, sample }: Standing): string => (value === null || sample ? '' : String(value));

/** What differs from what stands; a field that was emptied is left as it stands, since nothing is taken back. */
export function changedFlows(typed: TypedFlows, stands: TypedFlows, rows: readonly FlowRow[], month: string): { flows: FlowInput[]; replenishment: ReplenishmentInput[] } {
  const changed = (name: string, places: number): number | null => {
    const value = typedDecimal(typed[name], places);
    return value === null || typed[name] === stands[name] ? null : value;
  };
  const flows = rows.flatMap((row) => {
    const flow = changed(fieldOf(row), 3);
    return flow === null ? [] : [{ region: row.region.adcode, river: row.river, month, flow }];
  });
  const volume = changed(VOLUME, 4);
  return { flows, replenishment: volume === null ? [] : [{ month, volume: Math.round(volume * WAN) }] };
}
