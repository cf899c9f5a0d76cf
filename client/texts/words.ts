/** The programme's fixed words: one for every value of the schema's enumerations. */
export const zh = {
  role: { ADMIN: '系统管理员', TASK_FORCE: '专班', DEPARTMENT: '市直部门', COUNTY: '县（市、区）', LEADER: '领导', KIOSK: '大屏' },
  stage: { PREPARATION: '前期', CONSTRUCTION: '开工', COMPLETED: '完工' },
  health: { ON_TRACK: '正常', LAGGING: '滞后', SERIOUS: '严重滞后' },
  eventStatus: { REPORTED: '待核', CONFIRMED: '已核', REJECTED: '退回' },
  source: {
    CENTRAL_GRANT: '中央资金', TREASURY_BOND: '国债资金', PROVINCIAL_GRANT: '省级资金', YELLOW_RIVER_AWARD: '黄河流域奖补资金', SPECIAL_BOND: '专项债券', GENERAL_BOND: '一般债券',
    MUNICIPAL_BUDGET: '市级财政', COUNTY_BUDGET: '县级财政', BANK_LOAN: '银行贷款', SOCIAL_CAPITAL: '社会资本', OTHER: '其他资金',
  },
  fundingKind: { ALLOCATED: '下达', ARRIVED: '到位', PAID: '支付' },
  procedure: {
    PROPOSAL: '项目建议书', FEASIBILITY: '可行性研究', LAND_USE: '用地预审与选址', PLANNING_PERMIT: '规划许可', ENVIRONMENTAL_ASSESSMENT: '环境影响评价', WATER_CONSERVATION: '水土保持方案',
    FLOOD_IMPACT: '防洪影响评价', SEWAGE_OUTLET: '入河排污口', PRELIMINARY_DESIGN: '初步设计', BUDGET_REVIEW: '财政评审', TENDERING: '招标投标', CONSTRUCTION_PERMIT: '施工许可', FINAL_ACCEPTANCE: '竣工验收',
  },
  procedureStatus: { NOT_NEEDED: '不需办理', NOT_STARTED: '未办', IN_PROGRESS: '在办', DONE: '已办' },
  unit: { days: '天', wan: '万元', yi: '亿元', yuan: '元', points: '点', works: '项' },
};

export const en: typeof zh = {
  role: { ADMIN: 'Administrator', TASK_FORCE: 'Task force', DEPARTMENT: 'Department', COUNTY: 'County', LEADER: 'Leader', KIOSK: 'Wall screen' },
  stage: { PREPARATION: 'Preparation', CONSTRUCTION: 'Construction', COMPLETED: 'Completed' },
  health: { ON_TRACK: 'On track', LAGGING: 'Lagging', SERIOUS: 'Seriously lagging' },
  eventStatus: { REPORTED: 'to be confirmed', CONFIRMED: 'confirmed', REJECTED: 'rejected' },
  source: {
    CENTRAL_GRANT: 'Central grant', TREASURY_BOND: 'Treasury bond', PROVINCIAL_GRANT: 'Provincial grant', YELLOW_RIVER_AWARD: 'Yellow River award', SPECIAL_BOND: 'Special bond', GENERAL_BOND: 'General bond',
    MUNICIPAL_BUDGET: 'Municipal budget', COUNTY_BUDGET: 'County budget', BANK_LOAN: 'Bank loan', SOCIAL_CAPITAL: 'Social capital', OTHER: 'Other',
  },
  fundingKind: { ALLOCATED: 'Allocated', ARRIVED: 'Arrived', PAID: 'Paid' },
  procedure: {
    PROPOSAL: 'Project proposal', FEASIBILITY: 'Feasibility study', LAND_USE: 'Land use pre-approval', PLANNING_PERMIT: 'Planning permit', ENVIRONMENTAL_ASSESSMENT: 'Environmental assessment', WATER_CONSERVATION: 'Soil and water conservation plan',
    FLOOD_IMPACT: 'Flood impact assessment', SEWAGE_OUTLET: 'Sewage outlet', PRELIMINARY_DESIGN: 'Preliminary design', BUDGET_REVIEW: 'Budget review', TENDERING: 'Tendering', CONSTRUCTION_PERMIT: 'Construction permit', FINAL_ACCEPTANCE: 'Final acceptance',
  },
  procedureStatus: { NOT_NEEDED: 'Not needed', NOT_STARTED: 'Not started', IN_PROGRESS: 'In progress', DONE: 'Done' },
  unit: { days: 'days', wan: 'M CNY', yi: 'M CNY', yuan: 'CNY', points: 'points', works: 'works' },
};
