export const zh = {
  county: {
    title: '县级工作台', choose: '选择县（市、区）', chooseLead: '请先选一个县（市、区）。', works: '工程', count: '{{count}} 项', order: '未完工在前', none: '这里还没有登记工程。', noneForYou: '这里没有属于您领域的工程。', waiting: '待办', nothingWaiting: '—', invested: '完成投资 / 总投资（万元）', arrival: '到位率', actions: '办理', more: '更多', act: '办理：{{name}}',
    kinds: { DISTRICT: '市辖区', CITY: '县级市', COUNTY: '县', DEVELOPMENT_ZONE: '开发区', MUNICIPALITY: '市本级' }, desk: '县级工作台',
    wait: { confirm: '完工待核', rejected: '完工被退回：{{reason}}', suspendedSince: '停工第 {{days}} 天', resumeOverdue: '预计 {{day}} 复工，已过', resume: '预计 {{day}} 复工', overdue: '超计划完工 {{days}} 天', startOverdue: '计划 {{day}} 开工，尚未开工', procedure: '{{what}}在{{who}}，{{days}} 天', procedureOver: '{{what}}在{{who}}，超承诺 {{days}} 天', noProgress: '进度 {{days}} 天未更新' },
    ticks: '竖线为计划进度', done: '完成投资 {{done}} / {{all}} 万元',
  },
};

export const en: typeof zh = {
  county: {
    title: 'County desk', choose: 'Choose a county', chooseLead: 'Choose a county first.', works: 'Works', count: '{{count}}', order: 'unfinished first', none: 'No works are registered here yet.', noneForYou: 'No works of your sector here.', waiting: 'Waiting', nothingWaiting: '—', invested: 'Done / investment (M CNY)', arrival: 'Arrived', actions: 'Actions', more: 'More', act: 'Actions: {{name}}',
    kinds: { DISTRICT: 'district', CITY: 'city', COUNTY: 'county', DEVELOPMENT_ZONE: 'development zone', MUNICIPALITY: 'municipal level' }, desk: 'County desk',
    wait: { confirm: 'completion to be confirmed', rejected: 'completion rejected: {{reason}}', suspendedSince: 'suspended, day {{days}}', resumeOverdue: 'expected back {{day}}, past', resume: 'expected back {{day}}', overdue: '{{days}} days past planned finish', startOverdue: 'planned start {{day}}, not started', procedure: '{{what}} at {{who}}, {{days}} days', procedureOver: '{{what}} at {{who}}, {{days}} days over promise', noProgress: 'progress not updated for {{days}} days' },
    ticks: 'the tick is planned progress', done: 'done {{done}} of {{all}} M CNY',
  },
};
