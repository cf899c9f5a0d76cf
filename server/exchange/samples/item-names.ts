import { INDICATOR_KEYS, INDICATORS, WaterBody, type IndicatorKey } from '../../water/indicators';
import { unitFactor } from '../../water/units';
import type { Exact } from '../../water/exact';

/** An item that a title or a cell names, with the unit that stands beside the name. */
export interface NamedItem {
  key: IndicatorKey;
  /** The unit as it is written; null where there is none. */
  unit: string | null;
  /** What a value is multiplied with to be in the unit of GB 3838-2002; null where the item is not measured in that unit. */
  factor: Exact | null;
  /** The waters that the name is limited to, as in 总磷（湖、库）; null where it says none. */
  body: WaterBody | null;
}

/** A name as it is compared: narrow, small, letters and digits alone, so that NH₃-N and nh3n are one. */
const plain = (name: string): string => name.normalize('NFKC').toLowerCase().replace(/[^a-z0-9\u4e00-\u9fff]/g, '');

/** How else stations write the items; beside them stand key, Chinese and English name. Total metals are what table 1 limits. */
const OTHERS: Partial<Record<IndicatorKey, readonly string[]>> = {
  T: ['WT', 'temperature', 'temp'], pH: ['pH值', '酸碱度'], CODMn: ['IMn', '高锰酸钾指数', 'PI'], COD: ['CODCr', '化学需氧量CODCr'], BOD5: ['BOD', '生化需氧量'],
  NH3N: ['NH3-N', '氨氮NH3-N'], Cu: ['总铜'], Zn: ['总锌'], F: ['氟离子', 'F-'], Se: ['总硒'], As: ['总砷'], Hg: ['总汞'], Cd: ['总镉'],
  Cr6: ['六价铬', '铬六价', 'Cr6+', 'CrVI', '铬VI', '铬Cr6+'], Pb: ['总铅'], CN: ['总氰化物', 'CN-'], VP: ['挥发性酚', '挥发酚类', '挥发性酚类'], LAS: ['阴离子洗涤剂'], S: ['S2-'], FC: ['粪大肠菌群数', '粪大肠杆菌群'],
};

const BY_NAME: ReadonlyMap<string, IndicatorKey> = new Map(
  INDICATOR_KEYS.flatMap((key) => [key, INDICATORS[key].name, INDICATORS[key].nameEn, ...(OTHERS[key] ?? [])].map((name) => [plain(name), key] as const)),
);

const BRACKETED = /[([【{]([^()[\]【】{}]*)[)\]】}]/g;
/** What may stand in brackets and says neither item nor unit: "以P计", the water bodies that table 1 names beside total nitrogen. */
const REMARK = /^(?:以.{1,8}计|湖|库|湖库|河流|值|测值|浓度|监测值)$/;
const BODIES: Readonly<Record<string, WaterBody>> = { 湖: WaterBody.LAKE, 库: WaterBody.LAKE, 湖库: WaterBody.LAKE, 河流: WaterBody.RIVER };
/** "单位：" before a unit within brackets. */
const UNIT_WORD = /^(?:计量)?单位[:为]?\s*/;
/** A unit that stands behind the name without brackets. */
const BEHIND = /^(.*?[^\s,:;/_-])[\s,:;/_-]*((?:mg|[uμ]g|ng|g)(?:\/(?:l|m3)|·?l-1)|(?:个|mpn|cfu)\/(?:l|100ml|ml)|℃|°c|无量纲)$/i;

/** A unit as the table of units knows it: °C is ℃, mg·L⁻¹ is mg/L. */
const unitText = (unit: string): string => {
  const text = unit.normalize('NFKC').replaceAll(/\s/g, '');
  return /^°c$/i.test(text) ? '℃' : /[·.]?l-1$/i.test(text) ? text.replace(/[·.]?l-1$/i, '/L') : unit.trim();
};

/** Whether a text is the unit of any item, and of no other use. */
export const isUnit = (text: string): boolean => text.trim() !== '' && !/^[-—]+$/.test(text.trim()) && INDICATOR_KEYS.some((key) => unitFactor(key, unitText(text)) !== null);

/** Whether two texts write one unit. */
export const sameUnit = (a: string, b: string): boolean => squeezed(a) === squeezed(b);

const squeezed = (unit: string): string => unitText(unit).normalize('NFKC').replaceAll(/\s/g, '').toLowerCase().replace(/^u(?=g)/, 'μ').replace('毫克/升', 'mg/l').replace('微克/升', 'μg/l');

/** The unit in the brackets of a text, behind it, or alone: 重金属（μg/L）, （单位：mg/L）, 重金属 μg/L; null where there is none. */
export function unitOf(title: string): string | null {
  const text = title.normalize('NFKC').trim().replace(UNIT_WORD, '');
  const within = [...text.matchAll(BRACKETED)].flatMap(([, inner]) => inner.split(/[,;、]/)).map((part) => part.trim().replace(UNIT_WORD, ''));
  const unit = isUnit(text) ? text : (within.find(isUnit) ?? BEHIND.exec(text.replace(BRACKETED, '').trim())?.[2]);
  return unit === undefined ? null : unitText(unit);
}

/** The waters that a heading over several columns names; null for any other. */
export const bodyOf = (title: string): WaterBody | null => BODIES[plain(title)] ?? null;

/** The item that a title is about though it does not name it alone, as in 氨氮均值 or 上年同期氨氮; null where none can be told. */
export function itemWithin(title: string): IndicatorKey | null {
  const text = plain(title);
  return MENTIONED.find(([name]) => text.includes(name))?.[1] ?? null;
}

/** Names that cannot be part of another word, the longest first. */
const MENTIONED = [...BY_NAME].filter(([name]) => /[\u4e00-\u9fff]/.test(name) || name.length >= 4).sort(([a], [b]) => b.length - a.length);

/** How a unit of an item is reckoned; null where the item is not measured in it. */
export const factorOf = (key: IndicatorKey, unit: string): Exact | null => unitFactor(key, unitText(unit));

/**
 * Reads the name of an item, matched whole: "氨氮", "氨氮(mg/L)", "总磷（以P计，mg/L）", "NH3-N", "铬（六价）", "汞 μg/L".
 * @returns null where the text says anything more or else
 */
export function namedItem(title: string): NamedItem | null {
  const text = title.normalize('NFKC').trim();
  const whole = BY_NAME.get(plain(text));
  if (whole) return named(whole, null, null);
  const bracketed = [...text.matchAll(BRACKETED)].flatMap(([, inner]) => inner.split(/[,;、]/)).map((part) => part.trim().replace(UNIT_WORD, ''));
  const within = bracketed.filter((part) => part && !REMARK.test(part));
  const bare = text.replace(BRACKETED, '').trim();
  const [, name = bare, unitBehind] = BEHIND.exec(bare) ?? [];
  const units = [...within.filter(isUnit), ...(unitBehind ? [unitBehind] : [])];
  const synonyms = within.filter((part) => BY_NAME.has(plain(part)));
  // What else the brackets hold is part of the name, as in 铬(六价)(mg/L), or it makes another thing of it.
  const key = BY_NAME.get(plain(name + within.filter((part) => !units.includes(part) && !synonyms.includes(part)).join('')));
  if (!key || units.length > 1 || synonyms.some((part) => BY_NAME.get(plain(part)) !== key)) return null;
  return named(key, units[0] ?? null, bracketed.map((part) => BODIES[part]).find(Boolean) ?? null);
}

const named = (key: IndicatorKey, unit: string | null, body: WaterBody | null): NamedItem => ({ key, body, unit: unit === null ? null : unitText(unit), factor: factorOf(key, unit ?? INDICATORS[key].unit) });
