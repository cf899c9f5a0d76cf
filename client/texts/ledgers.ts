export const zh = {
  ledgers: {
    index: '台账目录', choose: '选择台账', none: '还没有台账。', table: '{{ledger}}：{{count}} 行',
    asOf: '数据日期', asOfToday: '今天', lastFriday: '上周五', lastMonthEnd: '上月末', lastYearEnd: '上年末', year: '年度', anyYear: '年度',
    group: '分组', groups: { NONE: '不分组', REGION: '按县（市、区）', SECTOR: '按领域' }, foldAll: '全部折叠', unfoldAll: '全部展开', rowsOf: '{{count}} 行',
    columns: '列', columnsTitle: '显示哪些列', columnsReset: '恢复全部列', up: '上移“{{title}}”', down: '下移“{{title}}”', unit: '金额单位', units: { WAN: '万元', YUAN: '元' },
    search: '查找（按 / 键）', searchShort: '查找', look: '筛选、分组与视图', narrow: '筛选', more: '更多条件', moreCount: '更多条件（{{count}}）', clear: '清除条件', plannedStart: '计划开工', plannedFinish: '计划完工', from: '{{what}}不早于', to: '{{what}}不晚于', leadRegion: '牵头县（市、区）', source: '资金来源', fundsExceeded: '资金超限', notSuspended: '未停工', notUnverified: '无待核', notFundsExceeded: '资金未超限', notSample: '非样例',
    total: '合计 {{count}} 行', rows: '{{count}} 行', dataAsOf: '数据截止 {{day}}', moneyIn: '金额：{{unit}}', sample: '下有虚线的是样例数据', updated: '数据已更新 {{at}}', loading: '正在读取……', refreshing: '正在更新……',
    sort: '按“{{title}}”排序', emptyFiltered: '没有符合条件的行。', relax: '可以放宽：', emptyNever: '这本台账在 {{day}} 还没有内容。', unknown: '没有这本台账。', toFirst: '打开第一本台账',
    conditions: { search: '查找“{{value}}”', regions: '县（市、区）', leadRegions: '牵头县（市、区）', sources: '资金来源', fundsExceeded: '资金超限', sectors: '领域', stages: '阶段', lists: '清单', categories: '类别', health: '进度状况', suspended: '停工', unverified: '待核', sample: '样例工程', plannedStartFrom: '计划开工不早于', plannedStartTo: '计划开工不晚于', plannedFinishFrom: '计划完工不早于', plannedFinishTo: '计划完工不晚于', year: '年度 {{value}}', asOf: '数据日期 {{value}}' },
    remove: '去掉条件：{{condition}}', views: '视图', saveView: '保存当前视图', viewName: '视图名称', viewNameNeed: '请给视图起个名字', saved: '视图“{{name}}”已保存在这个浏览器里。', noViews: '还没有保存过视图。视图保存在这个浏览器里，也可以复制链接发给同事。', deleteView: '删除视图“{{name}}”', storageFull: '这个浏览器不让保存，请改用复制链接。',
    copy: '复制链接', copied: '链接已复制。', copyHand: '请按 Ctrl+C 复制这个链接：', export: '导出', exportXlsx: 'Excel 表格（.xlsx）', exportCsv: '文本表格（.csv）', exportNote: '全部行，条件、排序、列与屏幕相同；金额为万元。', print: '打印所见', printPart: '这里打印了 {{shown}} 行，共 {{count}} 行；整本请导出 Excel 后打印。', keys: '方向键移动，回车打开，/ 查找',
    cell: {
      yes: '是', no: '否', toConfirm: '待核', confirmed: '已核', suspended: '停工', startTask: '开工', finishTask: '完工', bothTasks: '开工并完工', taskOpen: '未完成', taskDone: '已完成', taskLate: '已完成（逾期）', startLate: '逾期未开工', finishLate: '逾期未完工', slow: '进度滞后', reversal: '冲回', corrected: '已更正',
      national: '国考', provincial: '省考', municipal: '市考', met: '达标', missed: '未达标', inferiorV: '劣Ⅴ', city: '市本级', points: '个百分点', changeGiven: '原表所列', baseGiven: '随数值录入的基数',
    },
  },
};

export const en: typeof zh = {
  ledgers: {
    index: 'Ledgers', choose: 'Choose a ledger', none: 'There are no ledgers yet.', table: '{{ledger}}: {{count}} rows',
    asOf: 'As of', asOfToday: 'today', lastFriday: 'last Friday', lastMonthEnd: 'end of last month', lastYearEnd: 'end of last year', year: 'Year', anyYear: 'Year',
    group: 'Group', groups: { NONE: 'No groups', REGION: 'By county', SECTOR: 'By sector' }, foldAll: 'Fold all', unfoldAll: 'Unfold all', rowsOf: '{{count}} rows',
    columns: 'Columns', columnsTitle: 'Columns shown', columnsReset: 'Show all columns', up: 'Move “{{title}}” up', down: 'Move “{{title}}” down', unit: 'Unit of money', units: { WAN: 'M CNY', YUAN: 'CNY' },
    search: 'Search (press /)', searchShort: 'Search', look: 'Filter, group and views', narrow: 'Filter', more: 'More', moreCount: 'More ({{count}})', clear: 'Clear filters', plannedStart: 'Planned start', plannedFinish: 'Planned finish', from: '{{what}} from', to: '{{what}} until', leadRegion: 'Lead county', source: 'Source of money', fundsExceeded: 'Sums exceeded', notSuspended: 'Not suspended', notUnverified: 'Nothing to confirm', notFundsExceeded: 'No sums exceeded', notSample: 'Not invented',
    total: 'Total, {{count}} rows', rows: '{{count}} rows', dataAsOf: 'As of {{day}}', moneyIn: 'Money in {{unit}}', sample: 'underlined with dashes: sample data', updated: 'Updated {{at}}', loading: 'Reading…', refreshing: 'Updating…',
    sort: 'Sort by “{{title}}”', emptyFiltered: 'No row matches.', relax: 'You can drop:', emptyNever: 'Nothing stood in this ledger on {{day}}.', unknown: 'There is no such ledger.', toFirst: 'Open the first ledger',
    conditions: { search: 'search “{{value}}”', regions: 'county', leadRegions: 'lead county', sources: 'source of money', fundsExceeded: 'sums exceeded', sectors: 'sector', stages: 'stage', lists: 'list', categories: 'category', health: 'health', suspended: 'suspension', unverified: 'confirmation', sample: 'invented works', plannedStartFrom: 'planned start from', plannedStartTo: 'planned start until', plannedFinishFrom: 'planned finish from', plannedFinishTo: 'planned finish until', year: 'year {{value}}', asOf: 'as of {{value}}' },
    remove: 'Drop: {{condition}}', views: 'Views', saveView: 'Save this view', viewName: 'Name of the view', viewNameNeed: 'Give the view a name', saved: 'View “{{name}}” is saved in this browser.', noViews: 'No views saved yet. They are kept in this browser; a link can be sent to others.', deleteView: 'Delete view “{{name}}”', storageFull: 'This browser keeps nothing: copy the link instead.',
    copy: 'Copy link', copied: 'The link is copied.', copyHand: 'Press Ctrl+C to copy this link:', export: 'Export', exportXlsx: 'Excel (.xlsx)', exportCsv: 'Text table (.csv)', exportNote: 'All rows, with the filter, order and columns of the screen; money in 10,000 CNY.', print: 'Print what is shown', printPart: '{{shown}} of {{count}} rows are printed here; export to Excel to print all.', keys: 'Arrow keys move, Enter opens, / searches',
    cell: {
      yes: 'yes', no: 'no', toConfirm: 'to be confirmed', confirmed: 'confirmed', suspended: 'suspended', startTask: 'start', finishTask: 'finish', bothTasks: 'start and finish', taskOpen: 'not done', taskDone: 'done', taskLate: 'done (late)', startLate: 'start overdue', finishLate: 'finish overdue', slow: 'behind schedule', reversal: 'reversal', corrected: 'corrected',
      national: 'national', provincial: 'provincial', municipal: 'municipal', met: 'met', missed: 'not met', inferiorV: '>Ⅴ', city: 'the city itself', points: 'percentage points', changeGiven: 'as published', baseGiven: 'the base that came with it',
    },
  },
};
