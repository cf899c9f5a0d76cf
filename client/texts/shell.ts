export const zh = {
  shell: {
    product: '一泓', home: '一泓：回到首页', skip: '跳到正文', places: '主要页面', beside: '本类页面', menu: '打开菜单', demonstration: '（演示）',
    demonstrationMeans: '演示模式：日期停在演示数据的最后一天，部分内容为样例数据。', toNight: '夜间配色', toDay: '日间配色', password: '修改密码', signOut: '退出登录', userMenu: '{{who}}：账号菜单',
  },
  nav: { progress: '进展图', distribution: '分布图', water: '水质图', quality: '水质', sections: '断面水质', flow: '生态流量', reports: '水质报告', projects: '工程', ledgers: '台账', funding: '资金台', tasks: '责任清单', rankings: '排名', county: '县级工作台', import: '导入', changes: '变更记录', users: '账号', wall: '大屏' },
  state: {
    loading: '正在载入', failed: '没有取到内容', retry: '重试', reload: '重新载入', unknown: '出了意外，请稍后再试。', lost: '网络中断或服务器没有应答。',
    http: '服务器拒绝了请求（{{status}}）。', broken: '这一页出了故障', noPage: '没有这一页', toStart: '回到首页', sample: '样例数据', sampleMeans: '演示生成的内容，不是公开数据',
    busy: '正在提交，请稍候……', warnings: '已保存，请留意：', saved: '已保存', cancel: '取消', close: '关闭', none: '无', more: '再看 {{count}} 条', yes: '是', no: '否', all: '全部',
  },
};

export const en: typeof zh = {
  shell: {
    product: 'Yihong', home: 'Yihong: home', skip: 'Skip to content', places: 'Main pages', beside: 'Pages of this kind', menu: 'Open menu', demonstration: ' (demonstration)',
    demonstrationMeans: 'Demonstration: the day is the last one of the demonstration data, and some of it is made up.', toNight: 'Night colours', toDay: 'Day colours', password: 'Change password', signOut: 'Sign out', userMenu: '{{who}}: account menu',
  },
  nav: { progress: 'Progress', distribution: 'Distribution', water: 'Water map', quality: 'Water', sections: 'Sections', flow: 'Flow', reports: 'Water papers', projects: 'Works', ledgers: 'Ledgers', funding: 'Funding', tasks: 'Tasks', rankings: 'Rankings', county: 'County desk', import: 'Import', changes: 'Changes', users: 'Users', wall: 'Wall' },
  state: {
    loading: 'Loading', failed: 'Nothing came back', retry: 'Try again', reload: 'Reload', unknown: 'Something unexpected happened. Please try again later.', lost: 'The connection was lost or the server did not answer.',
    http: 'The server refused the request ({{status}}).', broken: 'This page failed', noPage: 'There is no such page', toStart: 'To the start', sample: 'sample', sampleMeans: 'Made up for the demonstration, not public data',
    busy: 'Sending, please wait…', warnings: 'Saved. Please note:', saved: 'Saved', cancel: 'Cancel', close: 'Close', none: 'none', more: '{{count}} more', yes: 'Yes', no: 'No', all: 'All',
  },
};
