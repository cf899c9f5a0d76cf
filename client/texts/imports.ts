export const zh = {
  imports: {
    title: '导入', lead: '把已有的表格直接交上来：先看会改什么，确认后才写入；要么全部写入，要么都不写。',
    kind: '导入什么', kinds: { works: '工程', funding: '资金', procedures: '手续', samples: '监测数据' },
    about: {
      works: '一行一项工程：基本情况、计划日期、总投资、阶段、进度和累计资金，有哪些列就用哪些列。', funding: '一行一项工程的一个资金来源，或一个来源一组列：计划、下达、到位、支付的累计数。', procedures: '一行一项手续，或一类手续一列：办理状态、办理部门、申报和办结日期、文号。',
    },
    drop: '把 .xlsx 或 .csv 文件拖到这里', pick: '选一个 .xlsx 或 .csv 文件', choose: '选择文件', limits: '每次一个文件，不超过 {{most}} MB、20 万行。', empty: '文件是空的。', tooLarge: '文件有 {{size}} MB，最多 {{most}} MB；请拆成几个文件，或删去图片后再上传。', unreadable: '读不到这个文件：可能是文件夹，或已被移走。',
    asOf: '数据截止日期', asOfHint: '表中未写时填写', asOfMeans: '表的标题写了“截至……”就不用填。累计资金按截止日期记账。', asOfDay: '数据截止 {{day}}', template: '下载{{kind}}模板', templateMeans: '已填好您可以填报的工程现在的数据。',
    notes: {
      first: '标题行、合并的表头、两行表头、“单位：万元”、合计行、表下的说明都认得；几张工作表一起读。', match: '按项目编码对应工程；没有编码的按牵头县（市、区）和名称。对不上的是新工程，会给编号和编码。',
      funds: '资金填累计数，与已记数的差额自动记一笔；累计数变小不收。', twice: '同一个文件传两次，第二次什么也不会改。',
    },
    dayNeeded: '这些数据截止哪一天？', goOn: '继续', other: '换一个文件',
    checking: '正在检查，还没有写入', writing: '正在写入', sending: '正在上传', step: { READ: '正在读取表格', CHECK: '正在逐行核对', WRITE: '正在写入' }, rowsDone: '{{done}} 行', rowsOf: '{{done}} / {{total}} 行', stay: '请不要关闭页面。', leave: '导入还没有结束，离开后看不到结果。确定离开吗？',
    notTaken: '没有导入', lost: '连接中断', lostLook: '什么也没有写入，请重试。', lostWritten: '不能确定是否已经写入。请重新选择这个文件检查一遍：已写入的会显示为“不变”，不会重复记账。',
    checkedTitle: '检查结果', doneTitle: '导入完成', action: { CREATED: '新增', CHANGED: '变更', UNCHANGED: '不变', REFUSED: '拒绝' },
    notYet: '还没有写入。请核对下面的变化，再确认导入。', nothingNew: '与现有数据完全相同，不需要导入。', nothingFound: '表中没有找到数据行。', stopped: '有 {{count}} 处问题，不能导入', stoppedMeans: '整份文件要么全部写入，要么都不写。请下载标注后的文件，改好后再传。', written: '已写入：新增 {{created}} 行，变更 {{changed}} 行。', writtenMeans: '每一项变更都记在变更记录里。',
    confirm: '确认导入', confirmTitle: '导入“{{file}}”？', confirmMeans: '将写入：新增 {{created}} 行，变更 {{changed}} 行；{{unchanged}} 行不变。写入后不能整批撤回，只能逐项更正。', marked: '下载标注后的文件', toLedger: '查看台账',
    rows: '各行（{{count}}）', errors: '问题（{{count}}）', unclear: '未采用（{{count}}）', where: '位置', work: '工程', becomes: '处理', changes: '变化：原来 → 现在', place: '{{sheet}} 第 {{row}} 行', find: '查找', noRows: '没有符合条件的行。', nothing: '空',
    sheet: '工作表', cell: '单元格', column: '列', value: '内容', problem: '问题', sorts: '按问题筛选', wholeRow: '整行', unknownColumns: '不认识的列', unknownColumnsMean: '这些列没有采用。如果其中有需要的，请改成模板里的列名。', ignoredRows: '不是数据的行', andMore: '还有 {{count}} 条。',
    field: { category: '类别', status: '办理状态', heldBy: '办理部门', appliedOn: '申报日期', promisedDays: '承诺天数', greenChannel: '绿色通道', due: '应办结日期', doneOn: '办结日期', documentNumber: '文号' },
  },
};

export const en: typeof zh = {
  imports: {
    title: 'Import', lead: 'Hand in the spreadsheets that you have: first see what would change, then confirm; all of it is written, or nothing.',
    kind: 'What to import', kinds: { works: 'Works', funding: 'Funding', procedures: 'Procedures', samples: 'Samples' },
    about: {
      works: 'A row a work: basic facts, planned days, investment, stage, progress, cumulative funds. Whatever columns there are.', funding: 'A row for a work and a source of money, or a group of columns a source: planned, allocated, in place, paid, cumulative.', procedures: 'A row an approval, or a column for each: status, who holds it, applied and done, document.',
    },
    drop: 'Drop an .xlsx or .csv here', pick: 'Choose an .xlsx or .csv', choose: 'Choose a file', limits: 'One file at a time, at most {{most}} MB and 200,000 rows.', empty: 'The file is empty.', tooLarge: 'The file has {{size}} MB, at most {{most}} MB are taken; split it, or take pictures out.', unreadable: 'The file cannot be read: it may be a folder, or it was moved.',
    asOf: 'Figures hold for', asOfHint: 'if the file says none', asOfMeans: 'Not needed where the title of the table says it. Cumulative funds are booked on that day.', asOfDay: 'figures of {{day}}', template: 'Template: {{kind}}', templateMeans: 'filled with the works that you may report, as they stand.',
    notes: {
      first: 'Title lines, merged and two-line headings, a line with the unit, totals and notes are understood; all sheets are read.', match: 'A row finds its work by code, else by lead county and name. Others are new works and get a number and a code.',
      funds: 'Funds are cumulative: the difference to what is booked becomes an entry; a decrease is refused.', twice: 'The same file twice changes nothing the second time.',
    },
    dayNeeded: 'Which day do the figures hold for?', goOn: 'Go on', other: 'Another file',
    checking: 'Checking; nothing is written yet', writing: 'Writing', sending: 'Uploading', step: { READ: 'Reading the sheets', CHECK: 'Checking row by row', WRITE: 'Writing' }, rowsDone: '{{done}} rows', rowsOf: '{{done}} of {{total}} rows', stay: 'Please stay on this page.', leave: 'The import has not finished; leaving hides its result. Leave?',
    notTaken: 'Not imported', lost: 'The connection was lost', lostLook: 'Nothing was written. Please try again.', lostWritten: 'It may or may not have been written. Choose the file again to see: what is written shows as unchanged and is not booked twice.',
    checkedTitle: 'What the file would do', doneTitle: 'Imported', action: { CREATED: 'New', CHANGED: 'Changed', UNCHANGED: 'Unchanged', REFUSED: 'Refused' },
    notYet: 'Nothing is written yet. Look through the changes, then confirm.', nothingNew: 'The file says what stands already: nothing to import.', nothingFound: 'No rows of data were found.', stopped: '{{count}} problems: it cannot be imported', stoppedMeans: 'All of a file is written, or nothing. Download the marked file, mend it and send it again.', written: 'Written: {{created}} new, {{changed}} changed.', writtenMeans: 'Every change stands in the change record.',
    confirm: 'Import', confirmTitle: 'Import “{{file}}”?', confirmMeans: 'This writes {{created}} new and {{changed}} changed rows; {{unchanged}} stay as they are. It cannot be taken back as a whole, only corrected one by one.', marked: 'Download the marked file', toLedger: 'To the ledger',
    rows: 'Rows ({{count}})', errors: 'Problems ({{count}})', unclear: 'Left out ({{count}})', where: 'Where', work: 'Work', becomes: 'Becomes', changes: 'Changes: before → after', place: '{{sheet}}, row {{row}}', find: 'Search', noRows: 'No row matches.', nothing: 'nothing',
    sheet: 'Sheet', cell: 'Cell', column: 'Column', value: 'Says', problem: 'Problem', sorts: 'Filter by problem', wholeRow: 'whole row', unknownColumns: 'Unknown columns', unknownColumnsMean: 'These were left out. If one is needed, give it the title that the template has.', ignoredRows: 'Rows that are no data', andMore: '{{count}} more.',
    field: { category: 'Category', status: 'Status', heldBy: 'Held by', appliedOn: 'Applied on', promisedDays: 'Promised days', greenChannel: 'Green channel', due: 'Due', doneOn: 'Done on', documentNumber: 'Document' },
  },
};
