import type { Language } from '../../api/refusal';
import type { ProjectFilter } from '../../catalogue/filter';
import { fundingSourceNames } from '../../funding/funding.entity';
import type { Reference } from '../../portfolio/reference';
import { words } from './words';

type Filter = Required<{ [Name in keyof ProjectFilter]: NonNullable<ProjectFilter[Name]> }>;
type Told = readonly [condition: string, values: readonly string[]];
type Tellers = { [Name in keyof Filter]: (wanted: Filter[Name]) => Told };

/** How each condition is said, in a language. */
function tellers(reference: Reference, language: Language): Tellers {
  const zh = language === 'zh';
  const { stage, health, from, until } = words[language];
  const named = <Label extends { name: string; nameEn: string }>(labels: readonly Label[], keyOf: (label: Label) => string, wanted: readonly string[]) =>
    wanted.map((key) => {
      const label = labels.find((one) => keyOf(one) === key);
      return label ? (zh ? label.name : label.nameEn) : key;
    });
  const codeOf = ({ code }: { code: string }) => code;
  const flag = (yes: readonly [string, string], no: readonly [string, string]) => (wanted: boolean): Told => [(wanted ? yes : no)[zh ? 0 : 1], []];
  return {
    search: (text) => [zh ? '搜索' : 'search', [zh ? `“${text.trim()}”` : `"${text.trim()}"`]],
    regions: (wanted) => [zh ? '县（市、区）' : 'region', named(reference.regions, ({ adcode }) => adcode, wanted)],
    leadRegions: (wanted) => [zh ? '牵头县（市、区）' : 'lead region', named(reference.regions, ({ adcode }) => adcode, wanted)],
    sectors: (wanted) => [zh ? '领域' : 'sector', named(reference.sectors, codeOf, wanted)],
    stages: (wanted) => [zh ? '阶段' : 'stage', wanted.map((one) => stage[one])],
    lists: (wanted) => [zh ? '清单' : 'list', named(reference.lists, codeOf, wanted)],
    categories: (wanted) => [zh ? '类别' : 'category', named(reference.categories, codeOf, wanted)],
    health: (wanted) => [zh ? '进度状况' : 'health', wanted.map((one) => health[one])],
    suspended: flag(['停工', 'suspended'], ['未停工', 'not suspended']),
    unverified: flag(['完工待核', 'completion unverified'], ['不含完工待核', 'no unverified completion']),
    plannedStartFrom: (day) => [zh ? '计划开工' : 'planned start', [from(day)]],
    plannedStartTo: (day) => [zh ? '计划开工' : 'planned start', [until(day)]],
    plannedFinishFrom: (day) => [zh ? '计划完工' : 'planned finish', [from(day)]],
    plannedFinishTo: (day) => [zh ? '计划完工' : 'planned finish', [until(day)]],
    sources: (wanted) => [zh ? '资金来源' : 'source', wanted.map((source) => (zh ? fundingSourceNames[source] : source))],
    fundsExceeded: flag(['资金超出', 'funds exceeded'], ['资金未超出', 'funds not exceeded']),
    sample: flag(['样例工程', 'invented works'], ['不含样例工程', 'no invented works']),
  };
}

/** A filter in words, for the line above a table. */
export function filterWords(filter: ProjectFilter | null | undefined, reference: Reference, language: Language): string {
  const { condition, join, everything } = words[language];
  const tell = tellers(reference, language);
  const told = Object.entries(filter ?? {}).flatMap(([name, wanted]) => {
    const says = wanted !== null && wanted !== undefined && !(Array.isArray(wanted) && !wanted.length) && !(typeof wanted === 'string' && !wanted.trim());
    return says ? [condition(...(tell[name as keyof Filter] as (value: unknown) => Told)(wanted))] : [];
  });
  return told.length ? join(told) : everything;
}
