/** The codes that `extensions.code` may carry. */
export type ErrorCode =
  | 'UNAUTHENTICATED' | 'FORBIDDEN' | 'NOT_FOUND' | 'BAD_USER_INPUT' | 'CONFLICT'
  | 'CURSOR_STALE' | 'TOO_COMPLEX' | 'RATE_LIMITED' | 'INTERNAL_SERVER_ERROR';

interface Sentence {
  code: ErrorCode;
  zh: string;
  en: string;
}

const input = (zh: string, en: string): Sentence => ({ code: 'BAD_USER_INPUT', zh, en });

/** Every sentence that a refusal may say, in both languages. A sentence names the rule and what would be right. */
export const sentences = {
  UNAUTHENTICATED: { code: 'UNAUTHENTICATED', zh: '请先登录。', en: 'Please sign in first.' },
  WRONG_PASSWORD: { code: 'UNAUTHENTICATED', zh: '用户名或密码不对。', en: 'User name or password is wrong.' },
  CURRENT_PASSWORD_WRONG: input('当前密码不对。', 'The current password is wrong.'),
  FORBIDDEN: { code: 'FORBIDDEN', zh: '您的账号没有这项权限。', en: 'Your account may not do this.' },
  FOREIGN_ORIGIN: { code: 'FORBIDDEN', zh: '拒绝来自其他网站的请求。', en: 'Requests from another site are refused.' },
  BAD_REQUEST: { code: 'BAD_USER_INPUT', zh: '请求的格式不对。', en: 'The request is malformed.' },
  BAD_JSON: { code: 'BAD_USER_INPUT', zh: '请求内容不是有效的 JSON。', en: 'The body of the request is not valid JSON.' },
  BODY_TOO_LARGE: { code: 'BAD_USER_INPUT', zh: '请求内容太大，最多 {limit} KB。', en: 'The body of the request is too large; at most {limit} KB are allowed.' },
  DEMO_ONLY_LOCAL: { code: 'FORBIDDEN', zh: '一键登录只能在本机使用；请用演示密码登录。', en: 'One-click sign-in works on this machine only; use the demonstration password.' },
  NOT_FOUND: { code: 'NOT_FOUND', zh: '没有找到，或您无权查看。', en: 'Not found, or not yours to open.' },
  RATE_LIMITED: { code: 'RATE_LIMITED', zh: '登录失败次数过多，请 15 分钟后再试。', en: 'Too many failed sign-ins; try again in 15 minutes.' },
  TOO_COMPLEX: { code: 'TOO_COMPLEX', zh: '一次查询的内容太多（{complexity}，上限 {limit}），请减少字段或条数。', en: 'The query asks for too much at once ({complexity}, limit {limit}); ask for fewer fields or rows.' },
  CURSOR_STALE: { code: 'CURSOR_STALE', zh: '游标来自另一个数据库，请重新读取。', en: 'The cursor comes from another database; read afresh.' },
  INTERNAL: { code: 'INTERNAL_SERVER_ERROR', zh: '系统出错，已记录（编号 {reference}）。', en: 'Something went wrong on our side; it is on record as {reference}.' },
  VERSION_CONFLICT: { code: 'CONFLICT', zh: '这项工程刚被别人改过（现为第 {currentVersion} 版），请刷新后再改。', en: 'Somebody else changed this work (now version {currentVersion}); reload and try again.' },
  KEY_REUSED: { code: 'CONFLICT', zh: '这个重试标识已用于另一次不同的提交。', en: 'This idempotency key was used for a different request.' },
  ALREADY_CONFIRMED: { code: 'CONFLICT', zh: '这次完工已经核定过了。', en: 'This completion has been decided already.' },
  ALREADY_REVERSED: { code: 'CONFLICT', zh: '这笔资金已经更正过，不能再更正。', en: 'This entry has been reversed already.' },

  BAD_VALUE: input('“{value}”不是有效的{expected}。', '"{value}" is not a valid {expected}.'),
  BAD_CHOICE: input('“{value}”不在可选范围内。', '"{value}" is not one of the choices.'),
  BAD_NUMBER: input('应为数字。', 'It must be a number in range.'),
  BAD_INPUT: input('此项的值无效，请核对。', 'The value is not valid.'),
  UNKNOWN_MEMBER: input('没有这一项。', 'There is no such member.'),
  BAD_DATE: input('“{value}”不是有效日期，应为 2024-06-30 这样的日期。', '"{value}" is not a date; write it like 2024-06-30.'),
  BAD_MONEY: input('“{value}”不是有效金额，应为 1250000.00 这样的元数，至多两位小数，小于十万亿。', '"{value}" is not an amount; write yuan like 1250000.00, at most two decimals, below 10^13.'),
  BAD_ADCODE: input('“{value}”不是区划代码，应为 141081 这样的六位代码。', '"{value}" is not a region code; it has six characters, like 141081.'),
  BAD_CURSOR: input('“{value}”不是有效游标。', '"{value}" is not a cursor.'),
  BAD_TEXT: input('文字中有无法保存的字符。', 'The text holds characters that cannot be stored.'),
  TEXT_TOO_LONG: input('文字太长：{length} 字，最多 {limit} 字。', 'The text is too long: {length} characters, at most {limit}.'),
  TEXT_BLANK: input('此项不能为空。', 'This may not be blank.'),
  REQUIRED: input('此项必填。', 'This is required.'),
  FIRST_OUT_OF_RANGE: input('每页条数应为 1 到 500。', 'first must be from 1 to 500.'),
  NUMBER_OUT_OF_RANGE: input('应为 {low} 到 {high} 的数。', 'It must be a number from {low} to {high}.'),
  UNKNOWN_REGION: input('没有区划“{value}”。', 'There is no region "{value}".'),
  UNKNOWN_SECTOR: input('没有领域“{value}”。', 'There is no sector "{value}".'),
  UNKNOWN_CATEGORY: input('没有工程类别“{value}”。', 'There is no category "{value}".'),
  UNKNOWN_LIST: input('没有清单“{value}”。', 'There is no list "{value}".'),
  UNKNOWN_DEPARTMENT: input('没有部门“{value}”。', 'There is no department "{value}".'),
  RANGE_REVERSED: input('起始日期晚于截止日期。', 'The first day lies after the last.'),

  AMOUNT_NOT_POSITIVE: input('金额必须大于零。', 'The amount must be greater than zero.'),
  AMOUNT_NEGATIVE: input('金额不能小于零。', 'The amount may not be negative.'),
  DATE_IN_FUTURE: input('日期不能晚于今天（{today}）。', 'The day may not be later than today ({today}).'),
  DATE_BEFORE_REGISTRATION: input('日期早于入库日期（{registeredOn}）。', 'The day is before the work was registered ({registeredOn}).'),
  CODE_TAKEN: input('工程编码“{value}”已被使用。', 'The code "{value}" is taken.'),
  FINISH_BEFORE_START: input('计划完工早于计划开工（{start}）。', 'The planned finish is before the planned start ({start}).'),
  POSITION_HALF: input('经度和纬度要一起填。', 'Longitude and latitude go together.'),
  POSITION_OUTSIDE: input('位置在{region}之外 {distance} 公里，超过 1 公里，请核对经纬度。', 'The position is {distance} km outside {region}; at most 1 km is allowed.'),
  NATIONAL_CODE_FORM: input('项目代码应为 2301-141081-04-01-123456 的格式（GB/T 40058-2021）。', 'The national code has the form 2301-141081-04-01-123456 (GB/T 40058-2021).'),
  WITHDRAWN: input('这项工程已调出清单，不能再改。', 'This work has been withdrawn and cannot be changed.'),

  CUMULATIVE_SAME: input('累计数与截至 {date} 已登记的 {booked} 元相同，没有可登记的差额。', 'The running total equals the {booked} yuan booked by {date}; there is no difference to book.'),
  CUMULATIVE_LOWER: input('累计数低于截至 {date} 已登记的 {booked} 元；请先更正有误的那一笔，再重新登记。', 'The running total is below the {booked} yuan booked by {date}; reverse the wrong entry first.'),
  RANGE_TOO_LONG: input('时间跨度太长，最多 {years} 年。', 'The span is too long; at most {years} years.'),
  UNKNOWN_LEDGER: input('没有“{value}”这本台账。', 'There is no ledger "{value}".'),
  UNKNOWN_COLUMN: input('这本台账没有“{value}”这一列，可用的有：{columns}。', 'This ledger has no column "{value}"; it has {columns}.'),
  NO_YEAR_HERE: input('{ledger}不分年度，请去掉年度。', 'The ledger {ledger} knows no years; leave the year out.'),
  NO_FILTER_HERE: input('{ledger}不能按这个条件筛选。', 'The ledger {ledger} cannot be filtered by this.'),
  NO_GROUP_HERE: input('{ledger}不能这样分组。', 'The ledger {ledger} cannot be grouped this way.'),

  NOTHING_TO_CHANGE: input('没有填写要修改的内容。', 'Nothing to change was given.'),

  STAGE_NOT_NEXT: input('现阶段为{current}，下一步只能是{next}；其他变更须由专班更正并说明理由。', 'The stage is {current}; the next can only be {next}. Anything else is a correction by the task force, with a reason.'),
  STAGE_AT_END: input('工程已完工；变更阶段须由专班更正并说明理由。', 'The work is completed; a change is a correction by the task force, with a reason.'),
  STAGE_DATE_BEFORE_LAST: input('日期不能早于上一次阶段变更（{last}）。', 'The day may not be before the last change of stage ({last}).'),
  STAGE_SAME: input('那一天的阶段已经是{current}。', 'The stage of that day is {current} already.'),
  STAGE_SUSPENDED: input('工程正在停工，请先登记复工。', 'The work is suspended; record its resumption first.'),
  CORRECTION_NEEDS_REASON: input('更正必须说明理由。', 'A correction needs a reason.'),
  COMPLETION_NEEDS_PROGRESS: input('形象进度为 {progress}%，未到 100%；请先填报进度，或说明理由。', 'Progress is {progress} %, not 100; record it first, or give a reason.'),
  NOT_A_COMPLETION: input('只有待核的完工需要核定。', 'Only a reported completion is confirmed or rejected.'),
  REJECTION_NEEDS_REASON: input('退回必须说明理由。', 'A rejection needs a reason.'),
  PROGRESS_RANGE: input('进度应为 0 到 100。', 'Progress is from 0 to 100.'),
  PROGRESS_LOWER: input('进度低于上一次（{date} 为 {before}%），请说明理由。', 'Progress is below the entry before ({before} % on {date}); give a reason.'),
  INVESTMENT_DONE_LOWER: input('累计完成投资低于上一次（{date} 为 {before} 元），请说明理由。', 'Investment done is below the entry before ({before} yuan on {date}); give a reason.'),
  ALREADY_SUSPENDED: input('工程已在停工（自 {from} 起）。', 'The work is suspended already, since {from}.'),
  SUSPENSION_OVERLAPS: input('与 {from} 至 {to} 的停工重叠。', 'It overlaps the suspension from {from} to {to}.'),
  NOT_SUSPENDED: input('工程没有停工。', 'The work is not suspended.'),
  RESUME_BEFORE_SUSPENSION: input('复工日期不能早于停工日期（{from}）。', 'The resumption may not be before the suspension began ({from}).'),
  RESUMPTION_BEFORE_START: input('预计复工日期必须晚于停工日期。', 'The expected resumption must be after the suspension begins.'),
  COMPLETED_CANNOT_SUSPEND: input('已完工的工程不能停工。', 'A completed work cannot be suspended.'),
  PROCEDURE_DONE_NEEDS_DATE: input('已办结的手续要填办结日期。', 'A finished procedure needs its date.'),
  PROCEDURE_DONE_ON_EXTRA: input('只有已办结的手续有办结日期。', 'Only a finished procedure has a date of completion.'),
  PROCEDURE_DATES: input('办结日期早于申报日期（{applied}）。', 'It was finished before it was applied for ({applied}).'),
  REVERSAL_OF_REVERSAL: input('更正记录本身不能再更正，请重新登记。', 'A reversal cannot be reversed; enter the amount anew.'),
  WITHDRAW_BEFORE_REGISTRATION: input('调出日期早于入库日期（{registeredOn}）。', 'It would be withdrawn before it was registered ({registeredOn}).'),

  USERNAME_FORM: input('用户名应为 2 到 40 个字母、数字、点、横线或下划线。', 'A user name has 2 to 40 letters, digits, dots, hyphens or underscores.'),
  USERNAME_TAKEN: input('用户名“{value}”已被使用。', 'The user name "{value}" is taken.'),
  PASSWORD_SHORT: input('密码至少 {least} 个字符。', 'A password has at least {least} characters.'),
  PASSWORD_WEAK: input('密码太容易猜，请不要使用用户名或常见密码。', 'The password is too easy to guess; do not use the user name or a common one.'),
  COUNTY_NEEDS_REGION: input('县级账号要选所属县（市、区）。', 'A county account needs its region.'),
  DEPARTMENT_NEEDS_DEPARTMENT: input('部门账号要选所属部门。', 'A department account needs its department.'),
  REGION_NOT_FOR_ROLE: input('只有县级账号有所属县（市、区）。', 'Only a county account has a region.'),
  DEPARTMENT_NOT_FOR_ROLE: input('只有部门账号有所属部门。', 'Only a department account has a department.'),
  OWN_ACCOUNT: input('不能停用或降级自己的账号。', 'You cannot disable your own account or change its role.'),
} satisfies Record<string, Sentence>;

export type SentenceKey = keyof typeof sentences;
