import type { Problems } from './read-problems';
import { checkKnown, checkUnique, type Table } from './read-table';
import type { TABLES } from './read-tables';
import type { PackInfo } from './types';

type FlowTables = { readonly [K in 'regions' | 'flow_targets' | 'flows' | 'replenishment']: Table<(typeof TABLES)[K]> };

/** Checks the targets of ecological flow, what rivers carried, and the water led into them. */
export function checkFlows({ regions, flow_targets: targets, flows, replenishment }: FlowTables, info: PackInfo | null, problems: Problems): void {
  const known = new Set(regions.rows.map(({ cells }) => cells.adcode));
  const city = regions.rows.find(({ cells }) => cells.kind === 'MUNICIPALITY')?.cells.adcode ?? '';
  const nameOf = ({ region, river }: { region: string; river: string }): string => `${region} ${river}`;
  checkKnown(targets, 'region', (row) => row.region, known, regions.file, problems);
  checkUnique(targets, 'river', nameOf, problems);
  for (const { line, cells } of targets.rows) if (cells.target === 0) problems.at(targets.file, line, 'target', 'must be more than 0');
  checkKnown(flows, 'river', nameOf, new Set(targets.rows.map(({ cells }) => nameOf(cells))), targets.file, problems);
  checkUnique(flows, 'month', (row) => `${nameOf(row)} ${row.month}`, problems);
  checkKnown(replenishment, 'region', (row) => row.region, known, regions.file, problems);
  // The city itself may be named or left out.
  checkUnique(replenishment, 'month', (row) => `${row.region ?? city} ${row.month}`, problems);
  if (!info) return;
  for (const { file, rows } of [flows, replenishment]) {
    for (const { line, cells } of rows) if (cells.month > info.lastDay) problems.at(file, line, 'month', `${cells.month} is after the pack's last day ${info.lastDay}`);
  }
}
