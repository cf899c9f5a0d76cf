export const zh = {
  compensation: {
    title: '跨界断面水质生态补偿', about: '断面未达目标时，上游补偿下游：谁付给谁、付多少。', exampleTitle: '示例方案，不是现行规定', exampleMeans: '本市的补偿办法没有公开。下面按随系统附带的示例方案试算，金额没有任何效力；专班可以修改方案。',
    period: '时段', by: { month: '按月', year: '按年' }, none: '这个时段还没有生效的方案。', noSchemes: '还没有补偿方案。',
    totals: '各县（市、区）收支', due: '补偿明细', scheme: '方案', reckoned: '已计算 {{months}} 个月', nothingMeasured: '没有监测结果，不付不收', missing: '缺 {{count}} 个数值，不付不收', allMet: '没有需要补偿的月份。', onlyDue: '只看需补偿的', all: '全部',
    column: { region: '县（市、区）', paid: '付出', received: '收入', balance: '净额', month: '月份', section: '断面', who: '付款 → 收款', item: '指标', value: '数值', limit: '限值', multiple: '倍数', amount: '金额（元）' },
    kind: { PAYMENT: '补偿', REWARD: '奖励', MET: '达标', MISSING: '无数值' }, capped: '已封顶', better: '优于目标类别', yuan: '元', towards: '{{payer}} 付给 {{receiver}}',
    validFrom: '{{month}} 起', edit: '修改方案', editTitle: '修改补偿方案', submit: '保存方案', saved: '方案已保存', earlier: '历次方案',
    field: {
      validFrom: '起算月份', validFromHint: '从这个月起用新方案；同一个月已有方案的，会被替换。', name: '名称', items: '计算的指标', indicator: '指标', base: '每 1 倍的金额', addItem: '增加指标', borders: '断面与两侧', section: '断面', payer: '上游（付）', receiver: '下游（收）',
      target: '目标类别', ownTarget: '自身目标', addBorder: '增加断面', remove: '删除', cap: '单项单月封顶', reward: '优于目标一个类别的月奖励', multiple: '倍数', waterRounding: '数值修约', fenRounding: '金额取整', example: '这是示例，不是现行规定',
    },
    multiple: { EXCEEDANCE: '超标倍数 × 每倍金额', CLASSES: '低于目标的类别数 × 每倍金额' }, waterRounding: { EVALUATION: '按评价位数', AS_GIVEN: '按原值' }, fenRounding: { HALF_UP: '四舍五入到分', HALF_EVEN: '四舍六入五成双到分', DOWN: '舍去厘以下' },
    rule: { base: '{{item}}：每 1 倍 {{base}} 元', cap: '单项单月最多 {{cap}} 元', noCap: '不封顶', reward: '优于目标一个类别，下游奖励上游 {{reward}} 元', noReward: '不设奖励', border: '{{section}}（{{target}}）：{{payer}} → {{receiver}}' },
    item: { COD: '化学需氧量', NH3N: '氨氮', TP: '总磷', CODMn: '高锰酸盐指数', BOD5: '五日生化需氧量', F: '氟化物', Oil: '石油类', VP: '挥发酚', LAS: '阴离子表面活性剂', S: '硫化物', CN: '氰化物', Cu: '铜', Zn: '锌', Se: '硒', As: '砷', Hg: '汞', Cd: '镉', Cr6: '铬（六价）', Pb: '铅', FC: '粪大肠菌群', TN: '总氮' },
    needed: '必填', rankings: '指标排名',
  },
};

export const en: typeof zh = {
  compensation: {
    title: 'Compensation across borders', about: 'Where a section misses its target, upstream compensates downstream: who pays whom how much.', exampleTitle: 'An example, not a rule in force', exampleMeans: 'The city has published no rule of compensation. What follows is reckoned by an example that comes with the system and binds nobody; the task force can edit it.',
    period: 'Period', by: { month: 'Month', year: 'Year' }, none: 'No scheme was in force in this period.', noSchemes: 'There is no scheme yet.',
    totals: 'What regions pay and receive', due: 'What is due', scheme: 'The scheme', reckoned: '{{months}} months reckoned', nothingMeasured: 'Nothing was measured, and nothing is due', missing: '{{count}} values are missing and cost nothing', allMet: 'No month calls for compensation.', onlyDue: 'Only what is due', all: 'Everything',
    column: { region: 'Region', paid: 'Pays', received: 'Receives', balance: 'Balance', month: 'Month', section: 'Section', who: 'From → to', item: 'Item', value: 'Value', limit: 'Limit', multiple: 'Multiple', amount: 'Amount (yuan)' },
    kind: { PAYMENT: 'payment', REWARD: 'reward', MET: 'met', MISSING: 'no value' }, capped: 'capped', better: 'better than its target', yuan: 'yuan', towards: '{{payer}} to {{receiver}}',
    validFrom: 'from {{month}} on', edit: 'Edit the scheme', editTitle: 'Edit the scheme', submit: 'Save the scheme', saved: 'The scheme has been saved', earlier: 'All schemes',
    field: {
      validFrom: 'First month', validFromHint: 'The new scheme counts from this month on; one of that very month is replaced.', name: 'Name', items: 'What is reckoned', indicator: 'Item', base: 'For one multiple', addItem: 'Add an item', borders: 'Sections and their two sides', section: 'Section', payer: 'Upstream (pays)', receiver: 'Downstream (receives)',
      target: 'Target', ownTarget: 'its own', addBorder: 'Add a section', remove: 'Remove', cap: 'Most for one item in a month', reward: 'Reward for a month a class better', multiple: 'Multiple', waterRounding: 'Values', fenRounding: 'Amounts', example: 'This is an example, not a rule in force',
    },
    multiple: { EXCEEDANCE: 'times over the limit × amount for one multiple', CLASSES: 'classes below the target × amount for one multiple' }, waterRounding: { EVALUATION: 'at evaluation digits', AS_GIVEN: 'as given' }, fenRounding: { HALF_UP: 'rounded half up to the fen', HALF_EVEN: 'rounded half to even', DOWN: 'cut at the fen' },
    rule: { base: '{{item}}: {{base}} yuan for one multiple', cap: 'at most {{cap}} yuan for one item in a month', noCap: 'no bound', reward: 'a class better than the target: downstream pays upstream {{reward}} yuan', noReward: 'no reward', border: '{{section}} ({{target}}): {{payer}} → {{receiver}}' },
    item: { COD: 'chemical oxygen demand', NH3N: 'ammonia nitrogen', TP: 'total phosphorus', CODMn: 'permanganate index', BOD5: 'five-day BOD', F: 'fluoride', Oil: 'petroleum', VP: 'volatile phenol', LAS: 'anionic surfactant', S: 'sulphide', CN: 'cyanide', Cu: 'copper', Zn: 'zinc', Se: 'selenium', As: 'arsenic', Hg: 'mercury', Cd: 'cadmium', Cr6: 'chromium (VI)', Pb: 'lead', FC: 'faecal coliforms', TN: 'total nitrogen' },
    needed: 'Required', rankings: 'Rankings',
  },
};
