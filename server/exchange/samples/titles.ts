import { bareTitles } from '../import/read-titles';
import { isUnit, namedItem, type NamedItem } from './item-names';

/** What a column of a station's file may be about, beside the items themselves. */
export type TitleKey = 'SECTION' | 'CODE' | 'RIVER' | 'DATE' | 'TIME' | 'YEAR' | 'MONTH' | 'DAY' | 'HOUR' | 'ITEM_NAME' | 'VALUE' | 'UNIT' | 'ASIDE';

/** What a title means. */
export type Meaning = { key: TitleKey; rank: number; unit: string | null } | { key: 'ITEM'; item: NamedItem };

// Matched against whole titles without blanks, brackets, units and punctuation, in small letters; the surer one stands first.
const KIND = '(?:(?:监测|考核|评价|水质|地表水|国家|国考|省考|国控|省控|市控|县控|自动|自动监测|控制|入河|出境|入境|跨界)*)';
const PLACE = '(?:断面|站点|测站|水站|站位|点位|测点|监测站|自动站|监测点|断面点位|点位断面)';
const PATTERNS: Readonly<Record<TitleKey, readonly RegExp[]>> = {
  CODE: [new RegExp(`^${KIND}${PLACE}(?:编码|代码|编号|代号|id|code)$`), /^(?:section|station|site)(?:code|id|no)$/, /^(?:编码|代码)$/],
  SECTION: [new RegExp(`^${KIND}${PLACE}(?:名称|名)$`), new RegExp(`^${KIND}${PLACE}$`), /^站名$/, /^(?:section|station|site)(?:name)?$/],
  RIVER: [/^(?:所在|所属|监测)?(?:河流|河段|水体|河湖)(?:名称|名)?$/, /^river(?:name)?$/],
  DATE: [/^(?:监测|采样|检测|取样|数据)日期$/, /^(?:日期|date)$/, /^(?:监测|采样|数据)?(?:年月日|年月)$/],
  TIME: [/^(?:监测|采样|检测|取样|数据)时间$/, /^(?:时间|时刻|时段|监测时段|监测时刻|数据时刻|time|datetime|period)$/, /^(?:发布|更新|测量)时间$/],
  YEAR: [/^(?:监测)?(?:年|年份|年度)$/, /^year$/],
  MONTH: [/^(?:监测)?(?:月|月份|月度)$/, /^month$/],
  DAY: [/^(?:监测)?(?:日|日子)$/, /^day$/],
  HOUR: [/^(?:监测)?(?:时|小时|整点|点)$/, /^hour$/],
  ITEM_NAME: [/^(?:监测|检测|分析|水质|评价)?(?:项目|指标|因子|参数)(?:名称|名)?$/, /^(?:item|indicator|parameter|pollutant)(?:name)?$/],
  VALUE: [/^(?:监测|检测|测定|实测|测量|分析)?(?:数值|值|浓度|浓度值|结果|数据)$/, /^(?:value|result|concentration)$/],
  UNIT: [/^(?:计量|浓度|监测|数据)?单位$/, /^units?$/],
  // What only counts the rows.
  ASIDE: [/^(?:序号|序|行号|no|#)$/],
};

/** A unit in the brackets of a title, as in 浓度(mg/L). */
function unitIn(title: string): string | null {
  const within = [...title.normalize('NFKC').matchAll(/[([【]([^()[\]【】]*)[)\]】]/g)].map(([, inner]) => inner.trim());
  return within.find(isUnit) ?? null;
}

const known = new Map<string, Meaning | null>();
/** Titles are few; cells that are asked whether they are one may be many. */
const MOST_KNOWN = 5000;

/** What a title means, matched whole; null when it says nothing to us. */
export function meaningOf(title: string): Meaning | null {
  const before = known.get(title);
  if (before !== undefined) return before;
  if (known.size >= MOST_KNOWN) known.clear();
  const meaning = read(title);
  known.set(title, meaning);
  return meaning;
}

function read(title: string): Meaning | null {
  if (title.length > 60) return null;
  const item = namedItem(title);
  if (item) return { key: 'ITEM', item };
  for (const bare of bareTitles(title)) {
    for (const [key, ways] of Object.entries(PATTERNS) as [TitleKey, readonly RegExp[]][]) {
      const rank = ways.findIndex((way) => way.test(bare));
      if (rank >= 0) return { key, rank, unit: key === 'VALUE' ? unitIn(title) : null };
    }
  }
  return null;
}
