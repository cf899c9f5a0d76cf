export const zh = {
  form: {
    optional: '可不填', unit: '金额单位', wan: '万元', yuan: '元', reading: '即 {{yuan}} 元', tooLong: '最多 {{count}} 个字', need: '请填写', choose: '请选择',
    money: { empty: '请填写金额', malformed: '只填数字，如 1200 或 1200.5，不带单位和正负号', decimals: '最多精确到分（万元 6 位小数，元 2 位小数）', tooLarge: '金额过大，请核对单位' },
    conflict: '有人刚改过这项工程', conflictKeeps: '重新载入后，您填写的内容会保留，请核对后再提交。', reloaded: '已载入最新情况，请核对后再提交。',
    doubts: '提交前请留意', doubt: { ABOVE_PLAN: '{{what}}合计将为 {{sum}} 万元，超过计划 {{planned}} 万元。', PAID_ABOVE: '支付合计将为 {{sum}} 万元，超过到位 {{arrived}} 万元。', NO_DOCUMENT: '下达资金没有填文号。', LATER: '{{day}} 之后已另登记 {{later}} 万元，加上这一次，到今天合计将为 {{total}} 万元；请核对日期。', ABOVE_INVESTMENT: '计划合计 {{sum}} 万元，超过总投资 {{investment}} 万元。' },
    lostMeans: '不能确定是否已经写入。可以放心重试：同一份表单只会记一次。', date: '日期', notFuture: '不晚于今天（{{day}}）', note: '说明', reason: '原因', evidence: '依据', evidenceHint: '如开工令、竣工验收意见的文号或名称',
    stage: {
      title: '变更阶段', correct: '更正阶段', to: '转入{{stage}}', dateOf: '{{stage}}日期', counts: '提交后立即计入全市进展图；退回前一阶段须由专班更正。', waits: '完工当即计入，显示“待核”，等专班或主管部门确认。', correctMeans: '更正会留下记录：原记录不删除，以这次为准。',
      confirm: '确认{{stage}}', reasonLow: '进度还是 {{progress}}，完工须写明原因。', done: '“{{name}}”已转入{{stage}}。', notBefore: '不早于上次记录（{{day}}）', target: '更正为',
    },
    progress: { title: '填报进度', progress: '形象进度（%）', investmentDone: '累计完成投资', last: '上次：{{day}}，进度 {{progress}}，完成投资 {{money}} 万元。', cumulative: '填到这一天为止的累计数，不是本期数。', lower: '比上次低，请写明原因', range: '请填 0 到 100', submit: '提交进度', done: '进度已记录。', same: '同一天再填，以后填的为准。', number: '请填数字' },
    confirmStage: { title: '核定完工', confirm: '确认完工', reject: '退回', ask: '{{who}} 于 {{at}} 报告 {{day}} 完工。', evidence: '依据：{{text}}', reasonWhy: '退回原因', submitYes: '确认完工', submitNo: '退回完工', yes: '完工已确认。', no: '完工已退回。' },
    suspend: { title: '停工', from: '停工日期', cause: '停工原因', causeHint: '如：冬季低温、汛期、征地', expected: '预计复工', submit: '记录停工', done: '停工已记录，停工期间不计滞后。', means: '停工期间时钟暂停，不列滞后。' },
    resume: { title: '复工', on: '复工日期', since: '{{day}} 起停工：{{cause}}', submit: '记录复工', done: '复工已记录。' },
    funding: { title: '记一笔资金', kind: '类别', source: '来源', amount: '金额', date: '日期', mode: '填哪个数', modes: { CUMULATIVE: '累计数', AMOUNT: '本笔金额' }, cumulative: '截至 {{day}} 的累计数', chooseSource: '选定来源后，这里显示已登记的累计数。', booked: '截至 {{day}} 已登记 {{booked}} 万元。', adds: '将登记差额 {{difference}} 万元。', same: '与已登记数相同，没有差额可登记。', lower: '累计数比已登记数少 {{by}} 万元。累计数不能减少：请先更正有误的那一笔，再重新登记。', toEntries: '查看{{what}}的记录并更正', documentNumber: '文号', documentHint: '下达文件的文号', note: '说明', submit: '记入', done: '已记入：{{what}} {{sum}} 万元。', position: '这一来源：计划 {{planned}}，已下达 {{allocated}}，已到位 {{arrived}}，已支付 {{paid}} 万元。', means: '记入后不能改删；记错了请更正：整笔冲回，再重记。' },
    plan: { title: '资金计划', source: '来源', planned: '计划金额', effective: '自哪天起', now: '现计划 {{sum}} 万元', submit: '设定计划', done: '资金计划已设定。', means: '填这一来源的计划总额，不是增减数。' },
    annual: { year: '年度', range: '请填 2000 到 2100 的年份', planned: '年度投资计划', none: '现在没有这一年的计划。', now: '现计划 {{sum}} 万元。', doneSoFar: '这一年已完成 {{sum}} 万元。', submit: '设定年度计划', done: '{{year}} 年度计划已设定。', means: '填这一年要完成的投资，不是增减数。' },
    reverse: { title: '更正资金记录', ask: '把 {{day}} 的{{what}} {{sum}} 元整笔冲回。', means: '原记录保留并划线，随后请重记正确的一笔。', reason: '更正原因', submit: '整笔冲回', done: '已冲回，请重记正确的一笔。' },
    procedure: { title: '更新手续', kind: '手续', status: '办理情况', heldBy: '办理部门', appliedOn: '受理日期', promisedDays: '承诺天数', greenChannel: '走绿色通道', due: '应办结', doneOn: '办结日期', documentNumber: '批复文号', submit: '保存', done: '手续已更新。', whole: '请填 1 到 1000 的整数' },
    withdraw: { title: '调出工程', on: '调出日期', reason: '调出原因', submit: '调出', done: '已调出。', means: '调出后不再计入总数，也不在地图和台账中；记录保留。', sure: '我确认调出第 {{number}} 号“{{name}}”', need: '请先勾选确认' },
  },
};

export const en: typeof zh = {
  form: {
    optional: 'optional', unit: 'Unit', wan: '10k CNY', yuan: 'CNY', reading: '= {{yuan}} CNY', tooLong: 'At most {{count}} characters', need: 'Required', choose: 'Choose one',
    money: { empty: 'Enter a sum', malformed: 'Digits only, such as 1200 or 1200.5, without unit or sign', decimals: 'At most to the fen (6 decimals of 10k CNY, 2 of CNY)', tooLarge: 'Too large: check the unit' },
    conflict: 'Someone else has just changed this work', conflictKeeps: 'Reload it; what you typed stays. Check it, then send again.', reloaded: 'The latest state is loaded. Check and send again.',
    doubts: 'Before you send, please note', doubt: { ABOVE_PLAN: '{{what}} will add up to {{sum}} CNY, above the plan of {{planned}} CNY.', PAID_ABOVE: 'Paid will add up to {{sum}} CNY, above the {{arrived}} CNY in place.', NO_DOCUMENT: 'An allocation without its document number.', LATER: '{{later}} CNY are booked after {{day}} already; with this, today’s total will be {{total}} CNY. Please check the day.', ABOVE_INVESTMENT: 'The plans add up to {{sum}} CNY, above the investment of {{investment}} CNY.' },
    lostMeans: 'It may or may not have been written. Trying again is safe: one form is written once.', date: 'Date', notFuture: 'not after today ({{day}})', note: 'Note', reason: 'Reason', evidence: 'Evidence', evidenceHint: 'e.g. number or title of the start order or acceptance paper',
    stage: {
      title: 'Change stage', correct: 'Correct stage', to: 'Move to {{stage}}', dateOf: 'Date of {{stage}}', counts: 'Counts on the city’s map at once; only the task force can correct it back.', waits: 'A completion counts at once and shows as “to be confirmed” until the task force or the department confirms it.', correctMeans: 'A correction leaves a record: the old one stays, this one counts.',
      confirm: 'Confirm: {{stage}}', reasonLow: 'Progress is still {{progress}}: completing needs a reason.', done: '“{{name}}” is now in {{stage}}.', notBefore: 'not before the last event ({{day}})', target: 'Correct to',
    },
    progress: { title: 'Record progress', progress: 'Physical progress (%)', investmentDone: 'Investment done, cumulative', last: 'Last: {{day}}, progress {{progress}}, investment done {{money}} M CNY.', cumulative: 'Cumulative up to that day, not for the period.', lower: 'Lower than before: give a reason', range: 'Between 0 and 100', submit: 'Record progress', done: 'Progress recorded.', same: 'A second entry for a day replaces the first.', number: 'Enter a number' },
    confirmStage: { title: 'Review completion', confirm: 'Confirm', reject: 'Reject', ask: '{{who}} reported at {{at}} that it was completed on {{day}}.', evidence: 'Evidence: {{text}}', reasonWhy: 'Why rejected', submitYes: 'Confirm completion', submitNo: 'Reject completion', yes: 'Completion confirmed.', no: 'Completion rejected.' },
    suspend: { title: 'Suspend', from: 'Suspended from', cause: 'Cause', causeHint: 'e.g. frost, flood season, land', expected: 'Expected resumption', submit: 'Record suspension', done: 'Suspension recorded. Clocks pause.', means: 'Clocks pause while suspended; it does not count as lagging.' },
    resume: { title: 'Resume', on: 'Resumed on', since: 'Suspended since {{day}}: {{cause}}', submit: 'Record resumption', done: 'Resumption recorded.' },
    funding: { title: 'Book funds', kind: 'Kind', source: 'Source', amount: 'Sum', date: 'Date', mode: 'Which figure', modes: { CUMULATIVE: 'Running total', AMOUNT: 'This amount' }, cumulative: 'Running total by {{day}}', chooseSource: 'Choose a source to see what is booked so far.', booked: '{{booked}} CNY are booked by {{day}}.', adds: 'The difference of {{difference}} CNY will be booked.', same: 'The same as is booked: there is no difference to book.', lower: 'The total is {{by}} CNY below what is booked. A total cannot fall: reverse the wrong entry first, then book anew.', toEntries: 'See the entries: {{what}}', documentNumber: 'Document number', documentHint: 'Number of the allocating document', note: 'Note', submit: 'Book', done: 'Booked: {{what}} {{sum}} CNY.', position: 'This source: planned {{planned}}, allocated {{allocated}}, arrived {{arrived}}, paid {{paid}} M CNY.', means: 'Entries are never edited: reverse a wrong one and book it anew.' },
    plan: { title: 'Funding plan', source: 'Source', planned: 'Planned sum', effective: 'Effective from', now: 'Now {{sum}} M CNY', submit: 'Set plan', done: 'Funding plan set.', means: 'The whole plan of this source, not a change to it.' },
    annual: { year: 'Year', range: 'A year from 2000 to 2100', planned: 'Investment planned for the year', none: 'No plan for this year yet. ', now: 'Now {{sum}} CNY. ', doneSoFar: '{{sum}} CNY done in this year.', submit: 'Set annual plan', done: 'The plan of {{year}} is set.', means: 'What is to be done in the year, not a change to it.' },
    reverse: { title: 'Correct an entry', ask: 'Reverses the whole entry of {{day}}: {{what}} {{sum}} CNY.', means: 'The entry stays, struck through; book the right one afterwards.', reason: 'Reason', submit: 'Reverse the entry', done: 'Reversed.' },
    procedure: { title: 'Update procedure', kind: 'Procedure', status: 'Status', heldBy: 'Held by', appliedOn: 'Applied on', promisedDays: 'Promised days', greenChannel: 'Green channel', due: 'Due', doneOn: 'Done on', documentNumber: 'Approval number', submit: 'Save', done: 'Procedure updated.', whole: 'A whole number from 1 to 1000' },
    withdraw: { title: 'Withdraw work', on: 'Withdrawn on', reason: 'Reason', submit: 'Withdraw', done: 'Withdrawn.', means: 'It no longer counts, nor stands on maps and ledgers; its records stay.', sure: 'I do withdraw no. {{number}} “{{name}}”', need: 'Tick to confirm' },
  },
};
