import type { Edge } from './read-days';
import { squeeze } from './read-text';
import type { FundingFields, ImportKind, ProcedureFields, WorkFields } from './rows';

/** Every field of every kind of file. */
export type AnyFields = WorkFields & FundingFields & ProcedureFields;

/**
 * What a column may be about: a field, or a way of writing one.
 * `leadRegion` and `place` (an address) help out for `regions`; `start` and `finish`, which do not say whether they are planned, go by the stage;
 * `condition` may be a stage, a progress or a story, and goes by what its cells hold.
 */
export type TitleKey = keyof AnyFields | 'leadRegion' | 'place' | 'start' | 'finish' | 'condition';

/** What a title means; DERIVED is what is reckoned from other columns or only counts the rows. `rank` tells the better title of two for one field. */
export interface Meaning {
  readonly key: TitleKey | 'DERIVED';
  readonly rank: number;
}

type Patterns = Partial<Record<TitleKey | 'DERIVED', readonly RegExp[]>>;

// Patterns are matched against whole titles without blanks, brackets, units and punctuation, in small letters; the surer one stands first.
const names: Patterns = {
  code: [/^(?:项目|工程|统一)?编码$/, /^(?:项目|工程|统一|台账)编号$/, /^(?:project|work)?code$/],
  number: [/^(?:图上|挂图)?编号$/, /^图号$/, /^(?:no|number)$/],
  name: [/^(?:建设|重点|治理|实施|工程)?(?:项目|工程)名称$/, /^(?:建设|重点|实施)?(?:项目|工程)(?:项目|工程)?(?:名称|名)?$/, /^(?:单项|子项目?|单位)工程名称$/, /^名称$/, /^(?:project|work)?(?:name)?$/],
  leadRegion: [/^(?:牵头|所属|所在|责任|属地|项目所在|建设)?(?:县市区|县区|区县|市县区|市县|县区市)(?:名称|名)?$/, /^(?:所属|所在|责任|属地|牵头)?(?:县|区|县域|区域|地区|属地|辖区|行政区划?|行政区域)(?:名称)?$/, /^(?:lead)?(?:region|county|district)$/],
  regions: [/^(?:涉及|覆盖|建设涉及|实施)的?(?:县市区|县区|区县|县|区域|范围)$/, /^(?:regions|counties)$/],
  place: [/^(?:项目|工程)?(?:建设|实施|所在)?(?:地点|地址|所在地|建设地)$/, /^(?:place|site|location)$/],
  DERIVED: [
    /^(?:序号|序|行号|#|s\/?no|serial)$/, /^(?:资金)?(?:到位|支付|拨付|下达|执行|支出)率$/, /^(?:投资)?完成率$/, /^(?:健康|进度|滞后)(?:状况|标志|情况)$/, /^停工$/, /^核定$/, /^阶段起始(?:日期|时间)$/,
    /^(?:已办|超期|办理|晚于计划|实际办理|逾期未开工|逾期未完工)天数$/, /^(?:年度|开工|完工)任务$/, /^(?:应达进度|滞后百分点)$/, /^(?:daysafterplan|days(?:start|finish)isoverdue|taskoftheyear|expectedprogress|pointsbehind)$/, /^(?:未到位|尚未到位|超到位支付|到位未支付)(?:资金)?$/, /^(?:notinplace|paidaboveinplace|inplacenotpaid)$/, /^(?:arrival|payment)rate$/, /^(?:health|suspended|verification|stagesince|daysheld|daysover)$/,
  ],
};

const works: Patterns = {
  nationalCode: [/^(?:国家|全国)?(?:投资)?项目(?:统一)?代码$/, /^(?:全国)?投资项目在线(?:审批)?(?:监管)?平台(?:项目)?代码$/, /^赋码$/, /^nationalcode$/],
  sector: [/^(?:所属|项目)?领域$/, /^(?:所属)?(?:行业|板块)(?:领域|分类)?$/, /^(?:市级|市直|行业)?(?:牵头|主管|行业)(?:部门|单位)$/, /^(?:市级|市直)(?:责任)?(?:部门|单位)$/, /^sector$/],
  category: [/^(?:项目|工程)?(?:类别|类型)$/, /^category$/],
  lists: [/^(?:所在|所属|列入|纳入)?(?:清单|名录)(?:名称|批次)?$/, /^lists?$/],
  ownerUnit: [/^(?:项目|工程)?(?:建设|业主|实施)单位(?:名称)?$/, /^(?:项目)?(?:业主|法人)(?:单位|名称)?$/, /^(?:建设|实施|责任)主体$/, /^owner(?:unit)?$/],
  scale: [/^(?:建设|工程|项目)?规模$/, /^scale$/],
  content: [/^(?:主要)?(?:建设|工程|治理|项目)(?:主要)?内容(?:[及与和]规模)?$/, /^(?:建设|工程)规模[及与和](?:主要)?(?:建设)?内容$/, /^(?:工程|项目)概况$/, /^content$/],
  waterBody: [/^(?:涉及|所在|受纳|治理)(?:水体|河流|河道|流域)(?:名称)?$/, /^(?:河流|水体|流域|河湖)(?:名称)?$/, /^(?:waterbody|river)$/],
  lon: [/^(?:中心)?经度$/, /^东经$/, /^(?:lon|longitude)$/],
  lat: [/^(?:中心)?纬度$/, /^北纬$/, /^(?:lat|latitude)$/],
  plannedStart: [/^(?:计划|拟|预计|规划|要求)(?:开工|开始|动工)(?:建设)?(?:时间|日期|年月|月份|时限|节点)?$/, /^(?:开工|开始)(?:时间|日期)?(?:计划|时限)(?:时间|日期)?$/, /^计划工期(?:开工|开始|起)(?:时间|日期)?$/, /^plannedstart$/],
  plannedFinish: [/^(?:计划|拟|预计|规划|要求)(?:完工|竣工|完成|建成|投运)(?:时间|日期|年月|月份|时限|节点)?$/, /^(?:完工|竣工|完成|建成)(?:时间|日期)?(?:计划|时限|期限)(?:时间|日期)?$/, /^计划工期(?:完工|竣工|结束|止)(?:时间|日期)?$/, /^plannedfinish$/],
  actualStart: [/^实际(?:开工|开始|动工)(?:建设)?(?:时间|日期|年月)?$/, /^(?:开工|动工)(?:时间|日期)?实际(?:时间|日期)?$/, /^actualstart$/],
  actualFinish: [/^实际(?:完工|竣工|完成|建成|投运)(?:时间|日期|年月)?$/, /^(?:完工|竣工|完成)(?:时间|日期)?实际(?:时间|日期)?$/, /^actualfinish$/],
  start: [/^(?:开工|动工|开始)(?:建设)?(?:时间|日期|年月)$/],
  finish: [/^(?:完工|竣工|建成|完成)(?:时间|日期|年月)$/],
  investment: [/^(?:计划|估算|概算|批复|项目|工程|建设|预算)?总投资(?:额|规模|估算|概算)?$/, /^投资(?:总额|额|总规模|规模|估算|概算)$/, /^(?:项目|工程|估算|概算|批复|计划|预算)投资(?:额|总额)?$/, /^(?:项目|工程)?总?概算$/, /^(?:total)?investment$/],
  investmentDone: [/^(?:累计|已|实际)*完成(?:总)?投资(?:额|总额)?$/, /^投资(?:累计|已)?完成(?:额|总额|情况)?$/, /^investmentdone$/],
  stage: [/^(?:当前|项目|工程|建设|现|目前|所处)*阶段$/, /^(?:项目|工程|建设|当前|目前|开工|实施|施工)?(?:状态|开工情况|建设情况|建设状态|进展状态)$/, /^开工情况$/, /^stage$/],
  condition: [/^(?:工程|项目|建设|施工|目前|当前|实施|推进)*(?:进展|实施|推进|建设进展)(?:情况|状况)?$/],
  progress: [/^(?:工程|项目|总体|累计|建设|实物|工程建设)*形象进度$/, /^(?:工程|项目|总体|累计|建设|施工|实物|完成)*进度(?:百分比|比例)?$/, /^完成比例$/, /^progress$/],
};

const money: Patterns = {
  planned: [/^计划(?:总)?(?:筹措)?资金(?:总?额)?$/, /^资金(?:计划|需求)(?:总?额|总量)?$/, /^(?:资金|项目资金)(?:总额|总量)$/, /^计划(?:总额|数|额)?$/, /^(?:funds)?planned$/],
  allocated: [/^(?:已|累计|实际)*下达(?:资金|计划|指标|数|金额|额)*$/, /^资金下达(?:数|额|金额|情况)?$/, /^(?:已|累计)*分配资金(?:额)?$/, /^(?:funds)?allocated$/],
  arrived: [/^(?:已|累计|实际)*到位(?:资金|数|金额|总?额)*$/, /^资金(?:已|累计|实际)*到位(?:数|金额|总?额|情况)?$/, /^(?:funds)?(?:inplace|arrived)$/],
  paid: [/^(?:已|累计|实际)*支付(?:资金|数|金额|总?额)*$/, /^资金(?:已|累计|实际)*支付(?:数|金额|总?额|情况)?$/, /^(?:已|累计|实际)*(?:拨付|支出|付款|使用)(?:资金|数|金额|总?额)*$/, /^资金(?:已|累计|实际)*(?:拨付|支出|使用)(?:数|金额|总?额|情况)?$/, /^(?:funds)?paid$/],
};

/** What other ledgers have beside, which these files do not change. */
const aside: Patterns = { DERIVED: [...(works.sector ?? []), ...(works.stage ?? [])] };

const funding: Patterns = {
  ...money,
  source: [/^资金(?:来源|渠道)(?:名称)?$/, /^资金(?:类别|性质|名称|科目)$/, /^来源(?:渠道)?$/, /^(?:funding)?source$/],
  documentNumber: [/^(?:资金|下达|拨款|指标)?(?:文号|文件号|文件文号|文件编号|文件)$/, /^document(?:number)?$/],
};

const procedures: Patterns = {
  kind: [/^(?:前期|审批|项目)?手续(?:名称|类别|事项|类型)?$/, /^(?:审批|办理|前期|要素保障)?事项(?:名称)?$/, /^(?:procedure|kind)$/],
  status: [/^(?:手续|审批)?(?:办理|办结)(?:状态|情况|进展|进度|结果)$/, /^(?:状态|是否办[结理]|完成情况|审批状态)$/, /^status$/],
  heldBy: [/^(?:办理|审批|承办|责任|主办|受理|批复|牵头|经办|发证|审查|核发)(?:部门|单位|机关|机构)$/, /^部门$/, /^heldby$/],
  appliedOn: [/^(?:申报|申请|上报|受理|报送|报件|报批)(?:时间|日期)?$/, /^appliedon$/],
  promisedDays: [/^承诺(?:办理|办结)?(?:时限|天数|工作日|期限|时间)$/, /^办理(?:时限|期限)$/, /^promiseddays$/],
  greenChannel: [/^(?:是否)?(?:走|纳入|列入|进入)?绿色通道$/, /^greenchannel$/],
  due: [/^(?:应|拟|计划|预计|要求|承诺)(?:办结|完成|办理完成|批复|取得)(?:时间|日期|时限)?$/, /^(?:办结|完成)(?:时限|期限)$/, /^due$/],
  doneOn: [/^(?:实际)?(?:办结|批复|完成|取得|办理完成|核发|批准|办理|发证)(?:时间|日期)$/, /^(?:时间|日期)$/, /^doneon$/],
  documentNumber: [/^(?:批复|批准|审批|证书|许可)?(?:文号|文件号|文件文号|文件编号|证号|证书编号)$/, /^(?:批复|批准|审批|证书|许可|文件)(?:编号|号)$/, /^(?:批复|审批|批准)文件$/, /^document(?:number)?$/],
};

const patternsOf: Record<ImportKind, readonly Patterns[]> = { works: [names, works, money], funding: [names, funding, aside], procedures: [procedures, names, aside] };

/** Which day a month without one means in a column. */
export const edgeOf: Partial<Record<TitleKey, Edge>> = {
  plannedStart: 'FIRST', actualStart: 'FIRST', start: 'FIRST', appliedOn: 'FIRST', plannedFinish: 'LAST', actualFinish: 'LAST', finish: 'LAST', due: 'LAST', doneOn: 'LAST',
};

/** The fields of cumulative money, which one cell of one row gives. */
export const FUNDS = ['planned', 'allocated', 'arrived', 'paid'] as const;
export const MONEY: ReadonlySet<string> = new Set(['investment', 'investmentDone', ...FUNDS]);

/** A title without what is not its words; brackets kept for their text, or left out with it. */
export function bareTitles(title: string): string[] {
  const squeezed = squeeze(title);
  const strip = (text: string): string => text.replace(/[()[\]【】{}《》"'“”、,，。.:;/·*_|-]/g, '').replace(/%$/, '').replace(/^(?:其中|目前|截至目前|已知)(?=..)/, '');
  return [...new Set([strip(squeezed.replace(/[([【][^)\]】]*[)\]】]/g, '')), strip(squeezed)])];
}

function meaningOfBare(kind: ImportKind, bare: string): Meaning | null {
  for (const patterns of patternsOf[kind]) {
    for (const [key, ways] of Object.entries(patterns) as [TitleKey | 'DERIVED', readonly RegExp[]][]) {
      const rank = ways.findIndex((way) => way.test(bare));
      if (rank >= 0) return { key, rank };
    }
  }
  return null;
}

/** What a title, without its unit, means in a file of a kind; null when it says nothing to us. */
export function meaningOf(kind: ImportKind, title: string): Meaning | null {
  for (const bare of bareTitles(title)) {
    const meaning = bare === '' ? null : meaningOfBare(kind, bare);
    if (meaning) return meaning;
  }
  return null;
}

/** Whether a title alone is that of the column which names works. */
export const namesWorks = (title: string): boolean =>
  bareTitles(title).some((bare) => bare !== '' && [...(names.name ?? []), ...(names.code ?? [])].some((way) => way.test(bare)));
