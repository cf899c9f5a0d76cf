export const zh = {
  tasks: {
    title: '责任清单', about: '文件确定的任务：谁牵头、何时完成、进展如何。', dataAsOf: '数据截止 {{day}}', document: '选择文件', total: '共 {{count}} 项', doneCount: '完成 {{count}}', overdueCount: '逾期 {{count}}',
    search: '任务、单位、目标或说明', asOf: '查看某一天', clear: '清除条件', showing: '这是 {{day}} 的情况，只能查看；回到今天才能更新。',
    none: '没有符合条件的任务。', noneAtAll: '这一天还没有任务。', shown: '显示 {{shown}} 项，共 {{total}} 项', silent: '尚无进展说明', reported: '{{day}} 报',
    column: { number: '序号', title: '任务与目标', lead: '牵头单位', cooperating: '配合单位', responsible: '责任单位', deadline: '完成时限', target: '目标', status: '状态', note: '进展说明', action: '操作' },
    status: { OPEN: '推进中', DONE: '已完成', OVERDUE: '逾期', DROPPED: '不再推进' },
    due: { overdue: '已逾期 {{count}} 天', today: '今天到期', left: '还有 {{count}} 天', late: '晚于时限完成', without: '未定时限' },
    update: '更新', updateOf: '更新第 {{number}} 项：{{title}}', updateTitle: '更新任务进展', submit: '保存', saved: '任务进展已更新', sayWhy: '请写明不再推进的原因。',
  },
};

export const en: typeof zh = {
  tasks: {
    title: 'Responsibilities', about: 'Tasks that documents give out: who leads, by when, how they stand.', dataAsOf: 'Data as of {{day}}', document: 'Choose a document', total: '{{count}} tasks', doneCount: '{{count}} done', overdueCount: '{{count}} overdue',
    search: 'Task, unit, target or note', asOf: 'As of a day', clear: 'Clear', showing: 'This is how things stood on {{day}}, to be read only; go back to today to update.',
    none: 'No task meets these conditions.', noneAtAll: 'There were no tasks on that day.', shown: '{{shown}} of {{total}} shown', silent: 'nothing reported yet', reported: 'reported {{day}}',
    column: { number: 'No.', title: 'Task and target', lead: 'Lead', cooperating: 'Cooperating', responsible: 'Responsible', deadline: 'Deadline', target: 'Target', status: 'Status', note: 'Note', action: 'Action' },
    status: { OPEN: 'open', DONE: 'done', OVERDUE: 'overdue', DROPPED: 'dropped' },
    due: { overdue: '{{count}} days overdue', today: 'due today', left: '{{count}} days left', late: 'done after the deadline', without: 'no deadline' },
    update: 'Update', updateOf: 'Update no. {{number}}: {{title}}', updateTitle: 'Update the task', submit: 'Save', saved: 'The task has been updated', sayWhy: 'Please say why it was dropped.',
  },
};
