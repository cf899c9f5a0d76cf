export const zh = {
  signIn: {
    title: '登录', lead: '治水工程组合实时平台', username: '用户名', password: '密码', submit: '登录', needUsername: '请填写用户名', needPassword: '请填写密码',
    demo: '演示模式', demoLead: '这里是演示环境，今天固定为{{day}}。带“样例数据”标记的内容由程序生成，不是公开数据。', oneClick: '选一个身份，一键登录', noClick: '从这台电脑登录演示账号需要演示密码，密码由开启演示的人提供（启动时打印，或在 DEMO_PASSWORD 中设定）。',
    groups: { office: '领导与专班', departments: '市直部门', counties: '县（市、区）', screens: '大屏与管理' }, as: '以{{who}}身份登录',
  },
  password: {
    title: '修改密码', current: '当前密码', next: '新密码', again: '再输一遍新密码', submit: '修改密码', done: '密码已修改。', mismatch: '两次输入的新密码不一致', tooShort: '新密码至少 {{count}} 个字符', need: '请填写', hint: '至少 8 个字符。别人知道旧密码也不要紧，改后旧密码立即失效。',
  },
  users: {
    title: '账号', lead: '管理账号与密码。管理员对工程没有发言权，也看不到台账。', create: '新建账号', username: '用户名', role: '身份', region: '县（市、区）', department: '部门', lastSignIn: '最近登录', never: '从未登录',
    state: '状态', enabled: '可用', disabled: '已停用', disable: '停用', enable: '恢复', edit: '改身份', setPassword: '重设密码', password: '密码', empty: '还没有账号。', search: '按用户名、县区或部门查找',
    disableAsk: '停用“{{name}}”？', enableAsk: '恢复“{{name}}”？', enableMeans: '恢复后可以用原密码登录。', disableMeans: '停用后立即退出所有设备，不能再登录；它做过的记录保留。', created: '账号“{{name}}”已建立。', updated: '账号“{{name}}”已更新。',
    needRegion: '县级账号要选县（市、区）', needDepartment: '部门账号要选部门', needRole: '请选身份', needUsername: '请填写用户名', passwordMeans: '至少 8 个字符。请当面交给使用者，并请其登录后修改。', editTitle: '改“{{name}}”的身份', passwordTitle: '重设“{{name}}”的密码', save: '保存', actions: '操作',
  },
};

export const en: typeof zh = {
  signIn: {
    title: 'Sign in', lead: 'The live portfolio of river clean-up works', username: 'User name', password: 'Password', submit: 'Sign in', needUsername: 'Enter the user name', needPassword: 'Enter the password',
    demo: 'Demonstration', demoLead: 'This is a demonstration. Today is fixed at {{day}}. What is tagged “sample” was generated and is not public data.', oneClick: 'Pick a role to sign in with one click', noClick: 'From this computer the demonstration accounts need the demonstration password. Whoever started the demonstration has it (printed at start, or set in DEMO_PASSWORD).',
    groups: { office: 'Leader and task force', departments: 'Departments', counties: 'Counties, cities and districts', screens: 'Wall and administration' }, as: 'Sign in as {{who}}',
  },
  password: {
    title: 'Change password', current: 'Current password', next: 'New password', again: 'New password again', submit: 'Change password', done: 'The password has been changed.', mismatch: 'The two new passwords differ', tooShort: 'At least {{count}} characters', need: 'Required', hint: 'At least 8 characters. The old password stops working at once.',
  },
  users: {
    title: 'Users', lead: 'Accounts and passwords. Administrators have no say over the works and cannot open the ledgers.', create: 'New user', username: 'User name', role: 'Role', region: 'County, city or district', department: 'Department', lastSignIn: 'Last sign-in', never: 'never',
    state: 'State', enabled: 'active', disabled: 'disabled', disable: 'Disable', enable: 'Enable', edit: 'Change role', setPassword: 'Set password', password: 'Password', empty: 'No users yet.', search: 'Search by user name, county or department',
    disableAsk: 'Disable “{{name}}”?', enableAsk: 'Enable “{{name}}”?', enableMeans: 'The user can sign in again with the old password.', disableMeans: 'The user is signed out everywhere at once and cannot sign in. The user’s records stay.', created: 'User “{{name}}” has been created.', updated: 'User “{{name}}” has been updated.',
    needRegion: 'A county user needs a county', needDepartment: 'A department user needs a department', needRole: 'Choose a role', needUsername: 'Enter a user name', passwordMeans: 'At least 8 characters. Hand it over in person and have it changed at first sign-in.', editTitle: 'Role of “{{name}}”', passwordTitle: 'New password for “{{name}}”', save: 'Save', actions: 'Actions',
  },
};
