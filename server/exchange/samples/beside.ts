import type { EntityManager } from 'typeorm';
import type { Period } from '../../api/period';
import { besideWords } from '../../water/coarser';
import type { MonitoringSection } from '../../water/section.entity';
import type { Place } from './findings';
import type { SampleDesk } from './table';

/** Where in a file each section's months begin. */
export class Firsts {
  private readonly places = new Map<string, Place>();

  take(sectionId: number, period: Period, place: Place): void {
    const key = `${sectionId} ${period.slice(0, 7)}`;
    if (!this.places.has(key)) this.places.set(key, place);
  }

  /** The first row of a month, or of a year that is a sample itself. */
  of(sectionId: number, period: Period): Place {
    return this.places.get(`${sectionId} ${period.slice(0, 7)}`)!;
  }
}

/** Flags what stands beside the samples of a file for the same time, a line a section and month. */
export async function flagBeside(manager: EntityManager, { seen, firsts, findings, language, usual }: SampleDesk): Promise<void> {
  const sections = new Map<number, MonitoringSection>([...usual.keys()].map(({ section }) => [section.id, section]));
  for (const section of sections.values()) {
    const words = await besideWords(manager, { section, periods: seen.sent(section.id), keysOf: (period) => seen.itemsOf(section.id, period) });
    for (const { first, warning } of words) findings.flagFirst(firsts.of(section.id, first), warning(language));
  }
}
