export const zh = {
  samples: {
    lead: '站点导出的监测数据直接交上来：先看会写入什么，确认后分批写入；中断了再传一次，从断处接着写。',
    about: '一行一个断面一个时间、一列一个监测项目；或者一行一个数值。四小时值、日均值、月均值、年均值都可以。', limits: '每次一个文件，不超过 {{most}} MB。', tooLarge: '文件有 {{size}} MB，最多 {{most}} MB；请按年份拆成几个文件。', template: '下载监测数据模板',
    notes: {
      shape: '表头写断面（名称或编码）、监测时间和监测项目（氨氮、NH3-N……），单位写在表头里或下一行、合并的组名里，或表上方的“单位：”里；标题行、合计行、备注、空行都认得。', times: '2024-06-30 08:00 是四小时值（0、4、8、12、16、20 时），2024-06-30 是日均值，2024-06 是月均值，2024 是年均值。',
      cells: '0.004L、<0.004 是低于检出限；--、/、*、-1、停运、维护是没有监测；只写“未检出”没有检出限的不入库，单独计数。不可能的数值（pH 15、负数）拒收，与以往相差约千倍的标出来。', again: '同一个文件传两次，第二次什么也不会改。',
    },
    step: { CHECK: '正在通读核对', WRITE: '正在分批写入' }, values: '已处理 {{shown}} 个数值', pace: '每秒 {{rate}} 个数值，大约还要 {{left}}', seconds: '{{count}} 秒', minutes: '{{count}} 分钟',
    stay: '请不要关闭页面。离开或断线后，把同一个文件再传一次，会从断处接着写。', leave: '导入还没有结束。离开后会在这一批写完时停下；把同一个文件再传一次可以接着写。确定离开吗？', lostWritten: '已经写完的批次都在。请把同一个文件再传一次，会从断处接着写，不会重复。',
    size: '{{rows}} 行，{{values}} 个数值', count: { created: '新增（条）', changed: '变更（条）', unchanged: '不变（条）', replaced: '替换数值', refused: '拒收' }, nothing: '另有 {{withoutLimit}} 格“未检出”没有检出限、{{notMeasured}} 格没有监测，不入库。',
    already: '这个文件已经全部入库（{{day}}，{{by}}），不需要再导入。', differing: '其中 {{values}} 个数值后来已被替换：{{day}} 由 {{by}} 的第 {{batch}} 批（{{file}}）起。这次没有写入；确实要改回去，请在文件里只留这些数值再传。', byHand: '手工录入', columns: '各列的读法（{{count}}）', item: '监测项目', unit: '单位', example: '示例：表中 → 读作', itemsLeftOut: '有 {{count}} 列写的是监测项目，但没有采用', comma: '、', written: '已写入：新增 {{created}} 条，变更 {{changed}} 条。', writtenMeans: '每一批都记在变更记录里，被替换的原值也在其中。', wentOn: '共 {{parts}} 批，其中 {{before}} 批以前已经入库。', goesOn: '还没有写完：共 {{parts}} 批，{{before}} 批已经入库，确认后接着写其余的。',
    stopped: '有 {{count}} 处不能入库', stoppedMeans: '请改好后重传；也可以只写入其余的数值，这些地方不写，并列在下面。', takeRest: '只写入其余的', confirmMeans: '将分 {{parts}} 批写入 {{values}} 个数值。原有的不同数值会被替换，原值留在变更记录里。', confirmRest: '将写入 {{values}} 个数值；{{refused}} 个数值不写入。',
    first: '只列出前 {{shown}} 处。', sections: '断面和时段（{{count}}）', flagged: '请核对（{{count}}）', section: '断面', grain: '数据', grains: { HOURS: '四小时值', DAY: '日均值', MONTH: '月均值', YEAR: '年均值' }, from: '最早', to: '最晚', samples: '条数', unknown: '不在 24 项之内、没有采用的列和项目',
  },
};

export const en: typeof zh = {
  samples: {
    lead: "Hand in a station's export as it is: first see what would be written, then confirm; it is written batch by batch, and sent again after a break it goes on.",
    about: 'A row a section and time with a column an item; or a row a value. Four-hourly values, means of days, months and years.', limits: 'One file at a time, at most {{most}} MB.', tooLarge: 'The file has {{size}} MB, at most {{most}} MB are taken; split it by years.', template: 'Template: samples',
    notes: {
      shape: 'The heading names section (name or code), time and items (氨氮, NH3-N …), the unit beside or below them; title lines, totals, notes and blank rows are understood.', times: '2024-06-30 08:00 is a four-hourly value (0, 4, 8, 12, 16, 20), 2024-06-30 a day, 2024-06 a month, 2024 a year.',
      cells: '0.004L and <0.004 are below the detection limit; --, /, *, -1, 停运 and 维护 were not measured; 未检出 without a limit is not taken, but counted. What cannot be (pH 15, negative) is refused; what is about a thousand times off is flagged.', again: 'The same file twice changes nothing the second time.',
    },
    step: { CHECK: 'Reading it through', WRITE: 'Writing batch by batch' }, values: '{{shown}} values so far', pace: '{{rate}} values a second, about {{left}} left', seconds: '{{count}} s', minutes: '{{count}} min',
    stay: 'Please stay on this page. After a break send the same file again: it goes on where it ended.', leave: 'The import has not finished. If you leave it stops after this batch; the same file sent again goes on. Leave?', lostWritten: 'The batches that were written stand. Send the same file again: it goes on where it ended and writes nothing twice.',
    size: '{{rows}} rows, {{values}} values', count: { created: 'New samples', changed: 'Changed', unchanged: 'Unchanged', replaced: 'Values replaced', refused: 'Refused' }, nothing: 'Besides, {{withoutLimit}} cells say 未检出 without a limit and {{notMeasured}} were not measured; they bring nothing.',
    already: 'All of this file came in on {{day}} from {{by}}; there is nothing to import.', differing: '{{values}} of its values gave way since, from {{day}} on, to batch {{batch}} ({{file}}) of {{by}}. Nothing was written; if they are to come back, send a file with these values only.', byHand: 'entered by hand', columns: 'Columns as read ({{count}})', item: 'Item', unit: 'Unit', example: 'Example: written → read', itemsLeftOut: 'Columns about items that were left out: {{count}}', comma: ', ', written: 'Written: {{created}} new, {{changed}} changed.', writtenMeans: 'Every batch stands in the change record, with the values that gave way.', wentOn: '{{before}} of {{parts}} batches were in before.', goesOn: 'Not finished: {{before}} of {{parts}} batches are in. Confirm to write the others.',
    stopped: '{{count}} places cannot be taken', stoppedMeans: 'Mend the file and send it again; or write the other values only, and leave these out.', takeRest: 'Write the others only', confirmMeans: 'This writes {{values}} values in {{parts}} batches. Other values that stand give way and stay in the change record.', confirmRest: 'This writes {{values}} values and leaves {{refused}} out.',
    first: 'The first {{shown}} are listed.', sections: 'Sections and periods ({{count}})', flagged: 'To be checked ({{count}})', section: 'Section', grain: 'Values', grains: { HOURS: 'four-hourly', DAY: 'days', MONTH: 'months', YEAR: 'years' }, from: 'From', to: 'To', samples: 'Samples', unknown: 'Columns and items beyond the 24, left out',
  },
};
