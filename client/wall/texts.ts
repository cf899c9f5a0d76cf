/** Texts of the wall screen, Chinese and English. */
export const zh = {
  wall: {
    title: { progress: '{{city}}“{{name}}”工程进展图', distribution: '{{city}}“{{name}}”工程分布图', water: '{{city}}“{{name}}”水质断面图' },
    demo: '（演示）', live: '实时', connecting: '正在连接', replayMark: '回放', asKnown: '按今日所知的记录',
    offlineSince: '连接中断 · {{time}} 起', offlineBanner: '连接已于 {{time}} 中断，正在自动重连。图面停在 {{fresh}}，已过 {{age}}。', waitingFirst: '正在等待第一幅图…',
    age: { seconds: '{{n}} 秒', minutes: '{{n}} 分钟', hours: '{{n}} 小时', days: '{{n}} 天' },
    unit: '项', yi: '亿元', day: '天', investment: '总投资', countdown: '距全部完工目标', overdue: '已过目标日', noTarget: '未定目标日',
    thisWeek: '本周变化', thatWeek: '当周变化', noChange: '本周没有阶段变化', recent: '近期', counties: '各县（市、区）', stages: '前期 · 开工 · 完工', more: '另有 {{n}} 项',
    change: { PREPARATION: '前期', corrected: '更正为{{stage}}', rejected: '完工退回', CONSTRUCTION: '开工', COMPLETED: '完工', registered: '入库', progress: '进度至 {{percent}}%', suspended: '停工', resumed: '复工', LAGGING: '列入滞后', SERIOUS: '列入严重滞后', ON_TRACK: '转为正常', confirmed: '完工已核' },
    strip: {
      works: '工程', waiting: '完工待核', weekDone: '本周新完工', late: '滞后', arrival: '资金到位率', good: '优良断面', toTarget: '距目标日', updated: '最近更新', afterTarget: '已过目标日', others: '等{{n}}县',
      sections: '国考断面', inferior: '劣Ⅴ类', missed: '未达标', better: '较上月转好', worse: '较上月转差', index: '水质指数', goodShare: '优良', invested: '完成投资', sectors: '领域', regions: '县（市、区）', started: '开工率',
    },
    water: { goodTitle: '优良断面（Ⅰ—Ⅲ类）', share: '优良比例', meets: '达到各自目标', table: '断面', target: '目标', latest: '最新', monthly: '逐月', foot: '柱越高水质越差', sampleFoot: '柱越高水质越差；月度类别为样例数据', footRight: '达标：不劣于本断面目标', previous: '上期 {{text}}', index: '水质指数', change: '同比 {{text}}', inferior: '劣Ⅴ类 {{n}}' },
    list: { title: '工程名录', page: '第 {{page}} / {{pages}} 页' },
    replay: { play: '播放', pause: '暂停', pace: '每秒 1 周', back: '返回实时', slider: '回放日期', loading: '正在取 {{day}} 的图…', failed: '这一天的图暂时取不到', open: '回放' },
  },
};

export const en: typeof zh = {
  wall: {
    title: { progress: '{{nameEn}}: progress', distribution: '{{nameEn}}: works', water: '{{nameEn}}: water' },
    demo: ' (demo)', live: 'Live', connecting: 'Connecting', replayMark: 'Replay', asKnown: 'as known today',
    offlineSince: 'Offline since {{time}}', offlineBanner: 'The line was lost at {{time}}; reconnecting. The picture is of {{fresh}}, {{age}} old.', waitingFirst: 'Waiting for the first picture…',
    age: { seconds: '{{n}} s', minutes: '{{n}} min', hours: '{{n}} h', days: '{{n}} d' },
    unit: 'works', yi: '×10⁸ ¥', day: 'days', investment: 'Investment', countdown: 'To the target day', overdue: 'Past the target day', noTarget: 'No target day',
    thisWeek: 'This week', thatWeek: 'That week', noChange: 'No stage changed this week', recent: 'Recent', counties: 'Counties', stages: 'Prep · Constr · Done', more: '{{n}} more',
    change: { PREPARATION: 'Preparation', corrected: 'Corrected to {{stage}}', rejected: 'Completion rejected', CONSTRUCTION: 'Started', COMPLETED: 'Completed', registered: 'Registered', progress: 'Progress {{percent}}%', suspended: 'Suspended', resumed: 'Resumed', LAGGING: 'Lagging', SERIOUS: 'Seriously lagging', ON_TRACK: 'Back on track', confirmed: 'Completion confirmed' },
    strip: {
      works: 'Works', waiting: 'Unconfirmed', weekDone: 'Done in week', late: 'Late', arrival: 'Funds arrived', good: 'Good sections', toTarget: 'To target', updated: 'Updated', afterTarget: 'Past target', others: '+{{more}}',
      sections: 'Sections', inferior: 'Worse than V', missed: 'Missed', better: 'Better', worse: 'Worse', index: 'Index', goodShare: 'Good', invested: 'Invested', sectors: 'Sectors', regions: 'Counties', started: 'Started',
    },
    water: { goodTitle: 'Good sections (I–III)', share: 'good', meets: 'on target', table: 'Section', target: 'Target', latest: 'Latest', monthly: 'by month', foot: 'Higher bar: worse water', sampleFoot: 'Higher bar: worse water; sample data', footRight: 'Met: not worse than its target', previous: 'before {{text}}', index: 'Index', change: '{{text}} on the year', inferior: 'worse than V {{n}}' },
    list: { title: 'Works', page: 'page {{page}} / {{pages}}' },
    replay: { play: 'Play', pause: 'Pause', pace: '1 week a second', back: 'Back to live', slider: 'Replay day', loading: 'Fetching {{day}}…', failed: 'This day cannot be fetched now', open: 'Replay' },
  },
};
