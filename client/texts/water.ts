export const zh = {
  water: {
    title: '水质', comma: '、', class: '水质类别', deciding: '定类因子', pollutants: '主要污染指标', overBy: '{{name}}（{{times}}倍）', belowDetection: '未检出',
    condition: { EXCELLENT: '优', GOOD: '良好', LIGHT: '轻度污染', MODERATE: '中度污染', HEAVY: '重度污染' },
    fullPage: '断面详情', panelHint: '点一个断面，看定类因子、逐月类别、各项走势和周边工程。', panelFailed: '这个断面的结果暂时读不到。', reading: '正在读取…', nothingMeasured: '还没有监测结果。', notMeasuredThen: '这一期没有结果。',
    classAlone: '只公布了类别，没有分项数值', noneDeciding: 'Ⅰ类，不列定类因子', classHistory: '近两年逐月类别', trends: '各项走势（近两年）', barsNote: '柱越高越差，虚线为目标', classBars: '{{from}}至{{to}}逐月类别：{{count}} 个月有结果，{{missed}} 个月未达标',
    againstMonthBefore: '较上月', better: '转好 {{count}} 类', worse: '转差 {{count}} 类', same: '类别不变',
    grain: { YEAR: '年', MONTH: '月', DAY: '日', HOURS: '4小时' },
    replay: { by: '按月或按年', pace: '每秒播放几期', slider: '回放时段', failed: '往期水质暂时取不到。', open: '往期与回放', past: '往期', then: '当期', pastOf: '这是 {{period}} 的水质，不是最新', back: '返回实时' },
  },
};

export const en: typeof zh = {
  water: {
    title: 'Water quality', comma: ', ', class: 'Class', deciding: 'Deciding items', pollutants: 'Main pollutants', overBy: '{{name}} ({{times}} times over)', belowDetection: 'below detection',
    condition: { EXCELLENT: 'excellent', GOOD: 'good', LIGHT: 'lightly polluted', MODERATE: 'moderately polluted', HEAVY: 'heavily polluted' },
    fullPage: 'All about this section', panelHint: 'Choose a section to see what decides its class, its months, its trends and the works around it.', panelFailed: 'The results of this section cannot be read now.', reading: 'Reading…', nothingMeasured: 'Nothing has been measured yet.', notMeasuredThen: 'There is no result of this period.',
    classAlone: 'only the class was published', noneDeciding: 'class I, none is named', classHistory: 'Classes of two years', trends: 'Trends of two years', barsNote: 'higher is worse; dashes: target', classBars: 'Classes from {{from}} to {{to}}: {{count}} months judged, {{missed}} missed the target',
    againstMonthBefore: 'Since last month', better: 'better by {{count}}', worse: 'worse by {{count}}', same: 'the same class',
    grain: { YEAR: 'Years', MONTH: 'Months', DAY: 'Days', HOURS: '4 hours' },
    replay: { by: 'By month or year', pace: 'Periods a second', slider: 'Replay period', failed: 'Earlier periods cannot be fetched now.', open: 'Earlier periods', past: 'Past', then: 'Then', pastOf: 'The water of {{period}}, not the latest', back: 'Back to live' },
  },
};
