import type { UnitOfWork } from '../../database/unit-of-work';
import type { Region } from '../../portfolio/reference.entity';
import { FlowRecord, FlowTarget, ReplenishmentEntry } from '../../water/flow.entity';
import type { Pack } from './types';

/** Rows in one change: well below its 64 KiB. */
const AT_ONCE = 200;

/**
 * Loads the targets of ecological flow, what rivers carried, and the water led into them.
 * @param made false leaves out what is made up.
 */
export async function loadFlows(unit: UnitOfWork, pack: Pack, regions: ReadonlyMap<string, Region>, made: boolean): Promise<void> {
  const authored = { recordedBy: unit.actor.name, recordedAt: unit.now };
  for (const [sort, { region, river, target }] of pack.flowTargets.entries()) {
    const regionId = regions.get(region)!.id;
    const row = await unit.insert(FlowTarget, { regionId, river, target, sort });
    const heading = { kind: 'FLOWS_LOADED', subjectType: 'FlowTarget', subjectId: row.id, summary: `载入生态流量：${regions.get(region)!.name}${river}` };
    unit.record(heading);
    const records = pack.flows.filter((flow) => flow.region === region && flow.river === river && (made || !flow.sample));
    for (let i = 0; i < records.length; i += AT_ONCE) {
      await unit.insertAll(FlowRecord, records.slice(i, i + AT_ONCE).map(({ month, flow, sample }) => ({ ...authored, targetId: row.id, regionId, river, month, flow, sample })));
      unit.record(heading);
    }
  }
  const city = pack.regions.find(({ kind }) => kind === 'MUNICIPALITY')!.adcode;
  const volumes = pack.replenishment.filter(({ sample }) => made || !sample);
  for (let i = 0; i < volumes.length; i += AT_ONCE) {
    await unit.insertAll(ReplenishmentEntry, volumes.slice(i, i + AT_ONCE).map(({ region, month, volume, sample }) => ({ ...authored, regionId: regions.get(region ?? city)!.id, month, volume, sample })));
    unit.record({ kind: 'PACK_LOADED', subjectType: 'Pack', subjectId: 1, summary: '载入数据包：生态补水' });
  }
}
