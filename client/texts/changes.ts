export const zh = {
  changes: {
    title: '变更记录', lead: '每一次变更都记在这里，不能修改或删除；每条都带前一条的指纹，改动任何一条都会被查出。', at: '时间', actor: '谁', what: '做了什么', where: '县（市、区）', seq: '序号', hash: '指纹', none: '还没有变更记录。', noMatch: '没有符合条件的记录。', search: '按人、内容查找', reading: '正在读取，已读 {{count}} 条……', read: '共 {{count}} 条，最新在前', open: '查看工程', opened: '这项工程已不能查看。', more: '再看 {{count}} 条',
  },
};

export const en: typeof zh = {
  changes: {
    title: 'Changes', lead: 'Every change is recorded here, never edited or deleted; each carries the fingerprint of the one before, so that tampering shows.', at: 'When', actor: 'Who', what: 'What', where: 'County', seq: 'No.', hash: 'Fingerprint', none: 'No changes yet.', noMatch: 'No record matches.', search: 'Search by person or content', reading: 'Reading, {{count}} so far…', read: '{{count}} records, latest first', open: 'Open the work', opened: 'This work can no longer be opened.', more: '{{count}} more',
  },
};
