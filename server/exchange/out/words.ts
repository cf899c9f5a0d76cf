import type { Language } from '../../api/refusal';
import { Stage } from '../../portfolio/facts.entity';
import { Health } from '../../dispatch/rules';
import { stageNames } from '../../portfolio/stage-rules';
import { healthNames } from '../../ledgers/work-columns';

/** What files say around the records, which stay in the language that they are kept in. */
interface Words {
  /** The unit of money after a column's title, and in the line above the table. */
  money: string;
  moneyLine: string;
  percent: string;
  asOf(day: string): string;
  filter(conditions: string): string;
  everything: string;
  rows(count: number): string;
  sample: string;
  /** In the name of a file that cannot mark what is made up. */
  holdsSamples: string;
  subtotal(label: string, count: number): string;
  total: string;
  signature: string;
  /** Around a page's number and the count of pages. */
  footer: { page: string; of: string; end: string };
  stage: Record<Stage, string>;
  health: Record<Health, string>;
  year(name: string, year: number): string;
  /** A condition of a filter and what it asks. */
  condition(name: string, values: readonly string[]): string;
  join(conditions: readonly string[]): string;
  from(day: string): string;
  until(day: string): string;
}

const gap = '　'.repeat(8);

export const words: Record<Language, Words> = {
  zh: {
    money: '（万元）', moneyLine: '单位：万元', percent: '（%）',
    asOf: (day) => `数据截止：${day}`,
    filter: (conditions) => `筛选：${conditions}`,
    everything: '全部',
    rows: (count) => `共${count}行`,
    sample: '斜体灰字为样例数据，不是实际数据',
    holdsSamples: '（含样例数据）',
    subtotal: (label, count) => `小计：${label}（${count}行）`,
    total: '合计',
    signature: `填报人：${gap}审核人：${gap}负责人：${gap}`,
    footer: { page: '第', of: '页 共', end: '页' },
    stage: stageNames,
    health: healthNames,
    year: (name, year) => `${name}（${year}年度）`,
    condition: (name, values) => `${name} ${values.join('、')}`,
    join: (conditions) => conditions.join('；'),
    from: (day) => `${day}起`,
    until: (day) => `${day}止`,
  },
  en: {
    money: ' (10,000 CNY)', moneyLine: 'Unit: 10,000 CNY', percent: ' (%)',
    asOf: (day) => `As of ${day}`,
    filter: (conditions) => `Filter: ${conditions}`,
    everything: 'all',
    rows: (count) => `${count} ${count === 1 ? 'row' : 'rows'}`,
    holdsSamples: ' (with sample data)',
    sample: 'Grey italics are made up for the demonstration, not actual data',
    subtotal: (label, count) => `Subtotal: ${label} (${count})`,
    total: 'Total',
    signature: `Prepared by:${gap}Checked by:${gap}Responsible:${gap}`,
    footer: { page: 'Page', of: 'of', end: '' },
    stage: { PREPARATION: 'Preparation', CONSTRUCTION: 'Construction', COMPLETED: 'Completed' },
    health: { ON_TRACK: 'On track', LAGGING: 'Lagging', SERIOUS: 'Serious' },
    year: (name, year) => `${name} (${year})`,
    condition: (name, values) => `${name} ${values.join(', ')}`,
    join: (conditions) => conditions.join('; '),
    from: (day) => `from ${day}`,
    until: (day) => `until ${day}`,
  },
};
