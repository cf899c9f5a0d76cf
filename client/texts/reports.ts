export const zh = {
  reports: {
    title: '水质报告', about: '日分析、周研判、月通报，按现有监测数据即时生成。', kindLabel: '报告种类', kind: { DAILY: '日分析', WEEKLY: '周研判', MONTHLY: '月通报' },
    period: { DAILY: '日期', WEEKLY: '周的最后一天', MONTHLY: '月份' }, weekNote: '一周为所选日期及其前六天。', print: '打印', word: '下载 Word',
  },
};

export const en: typeof zh = {
  reports: {
    title: 'Water papers', about: 'Daily analysis, weekly review and monthly notice, made at once of the data as they stand. The papers themselves are in Chinese.', kindLabel: 'Which paper', kind: { DAILY: 'Daily analysis', WEEKLY: 'Weekly review', MONTHLY: 'Monthly notice' },
    period: { DAILY: 'Day', WEEKLY: 'Last day of the week', MONTHLY: 'Month' }, weekNote: 'A week is the chosen day and the six before it.', print: 'Print', word: 'Word file',
  },
};
