import { In, type EntityManager } from 'typeorm';
import { grouped } from '../../api/grouped';
import { SampleBatch, WaterSample } from '../../water/sample.entity';
import type { SampleOutcome } from '../../water/samples';
import type { DifferingSince } from './answer';

const AT_ONCE = 500;

/** What stands otherwise than a file has it, and since which batch; null where all of it stands. */
export async function differingSince(manager: EntityManager, { replaced, changed }: { replaced: number; changed: readonly SampleOutcome[] }): Promise<DifferingSince | null> {
  if (!replaced) return null;
  const batches = new Set<number>();
  for (const [sectionId, own] of grouped(changed, (one) => one.sectionId)) {
    for (let i = 0; i < own.length; i += AT_ONCE) {
      const rows = await manager.find(WaterSample, { select: { id: true, batchId: true }, where: { sectionId, period: In(own.slice(i, i + AT_ONCE).map(({ period }) => period)) } });
      for (const { batchId } of rows) batches.add(batchId);
    }
  }
  const first = await manager.findOneByOrFail(SampleBatch, { id: Math.min(...batches) });
  return { values: replaced, batch: first.id, file: first.sourceName, at: first.recordedAt.toISOString(), by: first.recordedBy };
}
