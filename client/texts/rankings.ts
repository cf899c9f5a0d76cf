export const zh = {
  rankings: {
    title: '指标排名', about: '各县（市、区）各项指标的数值、名次、变化和变化名次。', indicator: '指标', span: '时段', base: '对比时段', baseUsual: '上年同期', orderLabel: '排列',
    order: { rank: '按名次', official: '按官方顺序', change: '按变化名次' }, none: '还没有统计指标。', noFigures: '这项指标还没有数值。', missing: '没有数值：{{regions}}', unranked: '不参加排名',
    column: { rank: '名次', region: '县（市、区）', value: '数值', change: '变化', changeRank: '变化名次' },
    aim: { LOWER: '数值越低名次越前', HIGHER: '数值越高名次越前' }, turn: { better: '改善', worse: '变差', same: '持平' },
    against: '变化：与 {{base}} 比较', given: '变化为原表所列', partlyGiven: '带 * 的变化为原表所列', noChange: '没有可比较的数值', source: '来源：{{source}}', tie: '并列',
    download: '下载 csv', print: '打印', compensation: '跨界断面补偿（示例）', ledger: '台账',
    record: '录入数值', recordTitle: '录入 {{name}}', from: '起始日期', to: '截止日期', spanName: '时段名称', spanNameHint: '不填则按日期命名，如“2025年1月”', sourceLabel: '来源', paste: '县（市、区）与数值',
    pasteHint: '从表格里复制两列（县、数值）或三列（再加变化），粘贴在这里。', submit: '保存', saved: '数值已保存', readRows: '读出 {{count}} 个县（市、区）', nothingRead: '请粘贴表格', line: '第 {{line}} 行',
    problem: { region: '没有县（市、区）“{{text}}”', twice: '{{text}}出现两次', value: '“{{text}}”不是数', change: '变化“{{text}}”不是数', cells: '多于三列：{{text}}' },
    mend: '请先改正 {{count}} 处。', needed: '必填',
    newIndicator: '新增指标', indicatorSaved: '指标已保存', code: '代码', codeHint: '字母、数字和 - _ .', name: '名称', nameEn: '英文名称', unit: '单位', decimals: '小数位数', aimLabel: '名次', changeKindLabel: '变化', note: '说明',
    changeKind: { PERCENT: '百分比', DIFFERENCE: '差值' },
  },
};

export const en: typeof zh = {
  rankings: {
    title: 'Rankings', about: 'Values, ranks, changes and ranks of changes of the regions.', indicator: 'Indicator', span: 'Span', base: 'Against', baseUsual: 'the year before', orderLabel: 'Order',
    order: { rank: 'By rank', official: 'Official order', change: 'By change' }, none: 'There is no indicator yet.', noFigures: 'This indicator has no figures yet.', missing: 'No figure: {{regions}}', unranked: 'not ranked',
    column: { rank: 'Rank', region: 'Region', value: 'Value', change: 'Change', changeRank: 'Rank of change' },
    aim: { LOWER: 'Lower is better', HIGHER: 'Higher is better' }, turn: { better: 'better', worse: 'worse', same: 'the same' },
    against: 'Change against {{base}}', given: 'Changes as the source prints them', partlyGiven: 'Changes with * as the source prints them', noChange: 'Nothing is known to compare with', source: 'Source: {{source}}', tie: 'tied',
    download: 'Download csv', print: 'Print', compensation: 'Compensation across borders (example)', ledger: 'Ledger',
    record: 'Enter figures', recordTitle: 'Enter {{name}}', from: 'First day', to: 'Last day', spanName: 'Name of the span', spanNameHint: 'By its days when left empty, "January 2025"', sourceLabel: 'Source', paste: 'Regions and values',
    pasteHint: 'Copy two columns (region, value) or three (the change too) out of a spreadsheet and paste them here.', submit: 'Save', saved: 'The figures have been saved', readRows: '{{count}} regions read', nothingRead: 'Please paste a table', line: 'Line {{line}}',
    problem: { region: 'there is no region "{{text}}"', twice: '{{text}} stands twice', value: '"{{text}}" is not a number', change: 'the change "{{text}}" is not a number', cells: 'more than three columns: {{text}}' },
    mend: 'Mend {{count}} first.', needed: 'Required',
    newIndicator: 'New indicator', indicatorSaved: 'The indicator has been saved', code: 'Code', codeHint: 'Letters, digits and - _ .', name: 'Name', nameEn: 'Name in English', unit: 'Unit', decimals: 'Decimal places', aimLabel: 'Ranks', changeKindLabel: 'Change', note: 'Note',
    changeKind: { PERCENT: 'percent', DIFFERENCE: 'difference' },
  },
};
