import type { EntityManager } from 'typeorm';
import { MonitoringSection, SectionResult, WaterClass } from './section.entity';

/** From best to worst. */
const ORDER = Object.values(WaterClass);

/** A section with its classes by period, oldest first. */
export interface SectionSheet {
  section: MonitoringSection;
  results: readonly SectionResult[];
}

export const isGood = (value: WaterClass): boolean => ORDER.indexOf(value) <= ORDER.indexOf(WaterClass.III);

/** Whether a class is the target or better; null where the section was not judged. */
export const meetsTarget = (value: WaterClass | null, target: WaterClass): boolean | null =>
  value === null ? null : ORDER.indexOf(value) <= ORDER.indexOf(target);

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
export interface WaterTotals {
  sections: number;
  judged: number;
  good: number;
  /** Good of judged, 0–1; null where none was judged. */
  goodShare: number | null;
  inferiorV: number;
}

export function waterTotals(sheets: readonly SectionSheet[], period: string | null): WaterTotals {
  const classes = sheets.map((sheet) => resultIn(sheet, period)?.class ?? null).filter((value) => value !== null);
  const good = classes.filter(isGood).length;
  return {
    sections: sheets.length,
    judged: classes.length,
    good,
    goodShare: classes.length ? good / classes.length : null,
    inferiorV: classes.filter((value) => value === WaterClass.INFERIOR_V).length,
  };
}
