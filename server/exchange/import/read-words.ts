import { FundingSource, fundingSourceNames } from '../../funding/funding.entity';
import { ProcedureKind, ProcedureStatus, Stage } from '../../portfolio/facts.entity';
import { procedureNames, procedureStatusNames } from '../../portfolio/procedure.service';
import { squeeze } from './read-text';

/** The words that mean each value, squeezed; its code counts with and without underlines. */
function wordsOf<T extends string>(words: Record<T, string>, names: Partial<Record<T, string>> = {}): ReadonlyMap<string, T> {
  return new Map((Object.entries(words) as [T, string][]).flatMap(([value, text]) =>
    [value, value.replaceAll('_', ''), names[value] ?? '', ...text.split(' ')].filter(Boolean).map((word) => [squeeze(word), value] as const)));
}

/** Words for the stages, as the counties' files have them. */
export const stageWords = wordsOf<Stage>({
  PREPARATION: '前期 前期阶段 前期工作 前期准备 前期手续 前期手续办理 手续办理 手续办理中 未开工 尚未开工 待开工 拟开工 未动工 未建 谋划 储备 notstarted',
  CONSTRUCTION: '开工 已开工 新开工 动工 已动工 在建 建设中 施工 施工中 正在施工 正在建设 建设 续建 复工 已复工 underconstruction',
  COMPLETED: '完工 已完工 竣工 已竣工 完成 已完成 建成 已建成 竣工验收 已竣工验收 验收 已验收 完工未验收 已完工未验收 已完工已验收 投运 已投运 投入使用 已投入使用 投入运行 已投入运行 试运行 finished',
});
export const suspensionWords: ReadonlySet<string> = new Set(['停工', '已停工', '停工中', '暂停', '暂停施工', '缓建', '停建', 'suspended']);

/** Words for the sources of money. */
export const sourceWords = wordsOf<FundingSource>({
  CENTRAL_GRANT: '中央 中央财政 中央财政资金 中央预算内 中央预算内资金 中央预算内投资 中央补助 中央补助资金 中央专项 中央专项资金 中央奖补 中央级 国家资金',
  TREASURY_BOND: '国债 增发国债 增发国债资金 特别国债 超长期特别国债 超长期国债',
  PROVINCIAL_GRANT: '省级 省级财政 省财政 省财政资金 省级财政资金 省级补助 省级补助资金 省补 省级专项 省级专项资金 省级奖补 省资金',
  YELLOW_RIVER_AWARD: '黄河奖补 黄河奖补资金 黄河流域奖补 黄河流域生态补偿 黄河流域生态补偿资金 黄河流域横向生态补偿 黄河流域横向生态补偿资金 黄河流域生态保护和高质量发展奖补资金',
  SPECIAL_BOND: '专项债 专项债资金 专项债券资金 政府专项债 政府专项债券 地方政府专项债券 地方专项债',
  GENERAL_BOND: '一般债 一般债资金 一般债券资金 政府一般债券 地方政府一般债券',
  MUNICIPAL_BUDGET: '市级 市级资金 市级财政资金 市财政 市财政资金 市级配套 市级配套资金 市级补助 市级专项 市本级 市本级资金 市资金',
  COUNTY_BUDGET: '县级 区级 县级资金 区级资金 县区级 县市区级 县财政 区财政 县级财政资金 区级财政 县级配套 县级配套资金 县区配套 县区资金 县市区资金 县市区财政 县级自筹 县自筹 县区自筹',
  BANK_LOAN: '贷款 银行贷款资金 政策性贷款 金融机构贷款 银行借款',
  SOCIAL_CAPITAL: '社会资金 社会投资 企业自筹 企业自筹资金 企业资金 业主自筹 ppp',
  OTHER: '其他 其它 其它资金 其他来源',
}, fundingSourceNames);

/** Words for the approvals. */
export const procedureWords = wordsOf<ProcedureKind>({
  PROPOSAL: '立项 立项批复 项目立项 立项备案 项目备案 建议书 项目建议书批复 projectproposal',
  FEASIBILITY: '可研 可研批复 可研报告 可研报告批复 可行性研究报告 可行性研究报告批复 可行性研究批复 feasibilitystudy',
  LAND_USE: '用地预审 用地 用地手续 土地手续 选址意见书 用地预审与选址意见书 用地预审和选址意见书 用地预审及选址 用地预审与规划选址 建设用地预审 土地预审 landusepre-approval',
  PLANNING_PERMIT: '规划许可证 规划手续 建设工程规划许可 建设工程规划许可证 建设用地规划许可 建设用地规划许可证 工程规划许可 工程规划许可证',
  ENVIRONMENTAL_ASSESSMENT: '环评 环评批复 环评手续 环境影响评价批复 环境影响评价文件 环境影响报告 环境影响报告表 环境影响报告书 环境影响评价报告',
  WATER_CONSERVATION: '水保 水保方案 水保批复 水保方案批复 水土保持 水土保持方案批复 soilandwaterconservationplan',
  FLOOD_IMPACT: '防洪 洪评 防洪评价 防洪评价批复 洪水影响评价 防洪影响评价批复 涉河手续 floodimpactassessment',
  SEWAGE_OUTLET: '排污口 入河排污口设置 入河排污口论证 入河排污口设置论证 入河排污口审批 排污口论证 排污口设置',
  PRELIMINARY_DESIGN: '初设 初设批复 初步设计批复 初步设计及概算 初步设计及概算批复',
  BUDGET_REVIEW: '财评 财政投资评审 预算评审 投资评审 财政预算评审',
  TENDERING: '招标 招投标 招标投标手续 招标手续 招标采购 招采 公开招标 工程招标',
  CONSTRUCTION_PERMIT: '施工许可证 施工许可手续 建筑工程施工许可证 建筑工程施工许可 开工许可 开工报告 开工备案',
  FINAL_ACCEPTANCE: '验收 竣工验收备案 项目验收 工程验收 完工验收',
}, procedureNames);

/** Words for how far an approval is. */
export const procedureStatusWords = wordsOf<ProcedureStatus>({
  NOT_NEEDED: '不需 不需要 无需 无需办理 不用办理 不涉及 免办 无须办理 不适用',
  NOT_STARTED: '未办理 未启动 未开始 未开展 尚未办理 待办 待办理 未申报 未完成 否 × ✗ ✘ x no',
  IN_PROGRESS: '办理中 正在办理 正办理 审批中 审查中 审核中 评审中 已受理 受理 已上报 已申报 已报审 已报送 申报中 进行中 编制中 推进中',
  DONE: '办结 已办结 办理完成 已办理 办理完毕 完成 已完成 已批复 批复 已取得 取得 已核发 已审批 已通过 通过 已验收 已备案 已批 已办理完成 是 √ ✓ ✔ ☑ v yes finished',
}, procedureStatusNames);

export const truthWords: ReadonlyMap<string, boolean> = new Map([
  ...['是', '有', '√', '✓', '✔', '☑', '1', 'yes', 'y', 'true', '已纳入', '绿色通道'].map((word) => [word, true] as const),
  ...['否', '无', '×', '✗', '✘', '0', 'no', 'n', 'false', '未纳入', '不'].map((word) => [word, false] as const),
]);
