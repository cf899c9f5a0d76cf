export const zh = {
  flow: {
    title: '生态流量与补水', about: '各县（市、区）河流的月均流量对照目标，全年生态补水对照目标。', source: '目标依据：{{source}}。', dataAsOf: '数据截止 {{day}}',
    month: '月份', earlier: '前一个月', later: '后一个月', record: '录入流量和补水', empty: '还没有设定生态流量目标。', nothing: '这个月没有录入流量。',
    ofMonth: '{{month}}达标情况', count: '{{total}} 处中 <b>{{met}}</b> 处达标', missed: '{{count}} 处未达标', unmeasured: '{{count}} 处未测', running: '{{count}} 处待录入',
    column: { river: '河流', region: '县（市、区）', target: '目标', flow: '月均流量', above: '与目标相差', state: '是否达标', year: '{{year}}年达标' }, unitOf: '单位：m³/s',
    state: { met: '达标', missed: '未达标', missing: '未测', running: '未到期' }, ofMonths: '{{met}} / {{measured}} 个月', noMonths: '无数据', lacking: '缺 {{count}} 个月',
    charts: '逐月流量', span: '时段', spans: { '12': '近一年', '24': '近两年', '60': '近五年' }, chooseMonth: '选择月份', targetLine: '目标 {{target}}', read: '{{month}}：{{met}} 处达标，{{missed}} 处未达标',
    pick: '指向或用方向键逐月看；点选后上面的表换到那个月。', chartTable: '逐月数据表（m³/s）', noCharts: '这段时间没有录入流量。', legend: '图例',
  },
  replenishment: {
    title: '{{year}}年生态补水', unit: '单位：万立方米', amount: '{{value}} 万立方米', total: '已补水', target: '全年目标', share: '完成比例', expected: '到 {{day}} 直线进度', ahead: '比直线进度多 {{value}}', behind: '比直线进度少 {{value}}',
    until: '到 {{month}}', line: '直线进度', reached: '已达到全年目标', short: '比全年目标少 {{value}}', none: '这一年还没有补水记录。', noTarget: '没有设定', chart: '逐月与累计（万立方米）', running: '累计补水',
    table: '逐月补水数据表（万立方米）', month: '月份', volume: '当月补水', barOf: '已补 {{total}}，全年目标 {{target}}，完成 {{share}}', targetMark: '目标 {{value}}', lineMark: '今日直线进度 {{value}}',
  },
  recordFlows: {
    title: '录入流量和补水', month: '月份', flows: '月均流量（m³/s）', volume: '生态补水（万立方米）', city: '全市（市本级）', target: '目标 {{target}}', submit: '保存', saved: '{{month}}的流量和补水已保存',
    badFlow: '请填 0 以上的数，最多三位小数', badVolume: '请填 0 以上的数，最多四位小数', nothing: '没有改动任何数值', stands: '已录入的数值已填好，改动的才会保存，原值留在变更记录；样例数值只作参考，填写后即替换。',
  },
};

export const en: typeof zh = {
  flow: {
    title: 'Ecological flow', about: 'Monthly mean flow of rivers against their targets, and the replenishment of the year against its own.', source: 'Targets: {{source}}.', dataAsOf: 'Data as of {{day}}',
    month: 'Month', earlier: 'Month before', later: 'Month after', record: 'Record flow', empty: 'No target of ecological flow has been set.', nothing: 'No flow was recorded for this month.',
    ofMonth: 'Targets in {{month}}', count: '<b>{{met}}</b> of {{total}} met', missed: '{{count}} missed', unmeasured: '{{count}} not measured', running: '{{count}} to be recorded',
    column: { river: 'River', region: 'Region', target: 'Target', flow: 'Mean flow', above: 'Above target', state: 'Target met', year: 'Met in {{year}}' }, unitOf: 'in m³/s',
    state: { met: 'met', missed: 'missed', missing: 'not measured', running: 'not due' }, ofMonths: '{{met}} of {{measured}} months', noMonths: 'no data', lacking: '{{count}} months lacking',
    charts: 'Month by month', span: 'Span', spans: { '12': '1 year', '24': '2 years', '60': '5 years' }, chooseMonth: 'Choose a month', targetLine: 'target {{target}}', read: '{{month}}: {{met}} met, {{missed}} missed',
    pick: 'Point, or use the arrow keys, to read a month; a click takes the table above to it.', chartTable: 'The months as a table (m³/s)', noCharts: 'No flow was recorded in this time.', legend: 'Key',
  },
  replenishment: {
    title: 'Replenishment of {{year}}', unit: 'in million m³', amount: '{{value}} million m³', total: 'Brought', target: 'Target of the year', share: 'Share', expected: 'Straight line by {{day}}', ahead: '{{value}} ahead of the straight line', behind: '{{value}} behind the straight line',
    until: 'up to {{month}}', line: 'straight line', reached: 'The target of the year is reached', short: '{{value}} short of the target of the year', none: 'Nothing has been recorded for this year.', noTarget: 'none', chart: 'By month and in all (million m³)', running: 'running total',
    table: 'The months as a table (million m³)', month: 'Month', volume: 'In the month', barOf: '{{total}} brought of {{target}}, {{share}}', targetMark: 'target {{value}}', lineMark: 'straight line today {{value}}',
  },
  recordFlows: {
    title: 'Record flow and replenishment', month: 'Month', flows: 'Mean flow (m³/s)', volume: 'Replenishment (10,000 m³)', city: 'the city as a whole', target: 'target {{target}}', submit: 'Save', saved: 'Flow and replenishment of {{month}} have been saved',
    badFlow: 'A number from 0 on, with at most three decimals', badVolume: 'A number from 0 on, with at most four decimals', nothing: 'No value was changed', stands: 'What was recorded is filled in; only what you change is saved, and the record keeps the old value. Sample values are shown behind the fields and give way to what you type.',
  },
};
