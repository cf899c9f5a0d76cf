import type { EntityManager } from 'typeorm';
import { besideWords } from '../../water/coarser';
import type { MonitoringSection } from '../../water/section.entity';
import type { SampleDesk } from './table';

/** Flags what stands beside the samples of a file for the same time, a line a section and month. */
export async function flagBeside(manager: EntityManager, { seen, firsts, findings, language, usual }: SampleDesk): Promise<void> {
  const sections = new Map<number, MonitoringSection>([...usual.keys()].map(({ section }) => [section.id, section]));
  for (const section of sections.values()) {
    const words = await besideWords(manager, { section, periods: seen.sent(section.id), keysOf: (period) => seen.itemsOf(section.id, period) });
    for (const { first, warning } of words) findings.flagFirst(firsts.of(section.id, first), warning(language));
  }
}
