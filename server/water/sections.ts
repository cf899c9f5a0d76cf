import type { EntityManager } from 'typeorm';
import { MonitoringSection, SectionResult } from './section.entity';
import { countClasses, type ClassCounts } from './shares';

export { meetsTarget } from './classes';

/** A section with its classes by period, oldest first. */
export interface SectionSheet {
  section: MonitoringSection;
  results: readonly SectionResult[];
}

/** Sections in the order of the pack, with their results. */
export async function readSections(manager: EntityManager): Promise<SectionSheet[]> {
  const sections = await manager.find(MonitoringSection, { order: { sort: 'ASC', id: 'ASC' } });
  const results = await manager.find(SectionResult, { order: { period: 'ASC' } });
  const bySection = new Map<number, SectionResult[]>();
  for (const result of results) bySection.set(result.sectionId, [...(bySection.get(result.sectionId) ?? []), result]);
  return sections.map((section) => ({ section, results: bySection.get(section.id) ?? [] }));
}

/** A month such as "2024-06". */
const isMonth = (period: string): boolean => period.length === 7;

/** The last month for which any section has a class; null where none has. */
export function latestMonth(sheets: readonly SectionSheet[]): string | null {
  const months = sheets.flatMap(({ results }) => results.filter((r) => isMonth(r.period) && r.class !== null).map((r) => r.period));
  return months.length ? months.reduce((a, b) => (a > b ? a : b)) : null;
}

/** A section's result in a period. */
export const resultIn = ({ results }: SectionSheet, period: string | null): SectionResult | null =>
  period === null ? null : (results.find((result) => result.period === period) ?? null);

/** A section's last `months` monthly results, oldest first. */
export const monthlyHistory = ({ results }: SectionSheet, months: number): SectionResult[] => results.filter((r) => isMonth(r.period)).slice(-months);

/** Counts over sections in a period. */
export interface WaterTotals extends ClassCounts {
  sections: number;
  /** Good of judged, 0–1; null where none was judged. */
  goodShare: number | null;
}

export function waterTotals(sheets: readonly SectionSheet[], period: string | null): WaterTotals {
  const counts = countClasses(sheets.map((sheet) => resultIn(sheet, period)?.class ?? null).filter((value) => value !== null));
  return { sections: sheets.length, ...counts, goodShare: counts.judged ? counts.good / counts.judged : null };
}
