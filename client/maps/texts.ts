/** Texts of the maps, Chinese and English. */
export const zh = {
  map: {
    progress: '工程进展图', distribution: '工程分布图', water: '水质断面图', board: '分县分领域', works: '工程', comma: '，',
    stage: { PREPARATION: '前期', CONSTRUCTION: '开工', COMPLETED: '完工' },
    stageShort: { PREPARATION: '前期', CONSTRUCTION: '开工', COMPLETED: '完工' },
    health: { LAGGING: '滞后', SERIOUS: '严重滞后' },
    healthShort: { LAGGING: '滞后', SERIOUS: '严重滞后' },
    sector: { ECOLOGY: '生态环境', WATER: '水利', URBAN: '城市管理', HOUSING: '住房城建', RESOURCES: '规划自然资源', COMMERCE: '商务' },
    sectorShort: { ECOLOGY: '生态环境', WATER: '水利', URBAN: '城市管理', HOUSING: '住房城建', RESOURCES: '规划自然', COMMERCE: '商务' },
    class: { I: 'Ⅰ', II: 'Ⅱ', III: 'Ⅲ', IV: 'Ⅳ', V: 'Ⅴ', INFERIOR_V: '劣' },
    classLong: { I: 'Ⅰ类', II: 'Ⅱ类', III: 'Ⅲ类', IV: 'Ⅳ类', V: 'Ⅴ类', INFERIOR_V: '劣Ⅴ类' },
    magnet: '{{number}}号 {{name}}', progressOf: '进度{{percent}}%', unverified: '完工待核', waiting: '完工待核', suspended: '停工', river: '河流',
    note: '示意图，\n不作划界依据', noteOne: '示意图，不作划界依据', number: '审图号：{{number}}', approximate: '断面位置为近似',
    sample: '样例数据', met: '达标', missed: '未达标', unjudged: '未评价', noClass: '—', classTitle: '水质类别',
    byOwnSections: '按本河断面着色', withoutSection: '本河无断面或未评价', sectionLabel: '{{name}}断面，{{river}}，{{class}}，目标{{target}}，{{verdict}}', noClassLong: '无结果',
    nearby: '{{name}}断面 10公里内工程', nearbyNone: '10公里内没有您可以查看的工程。', nearbyFailed: '周边工程暂时读不到。', nearbyLoading: '正在读取周边工程…', nearbyHint: '点一个断面，看它周边10公里内的工程。', km: '{{km}} 公里', close: '关闭',
    all: '全部', filterSector: '领域', filterList: '清单', filterCategory: '类别', count: '{{count}} 项', shown: '共 {{count}} 项', reset: '复位', zoomIn: '放大', zoomOut: '缩小', print: '打印', saveSvg: '存为 SVG', savePng: '存为 PNG', viewMap: '地图', viewBoard: '分县分领域', view: '视图',
    region: '县（市、区）', total: '合计', legend: '图例', fullScreen: '大屏', loading: '正在取图…', none: '没有符合条件的工程。', tools: '地图工具', replay: '回放', offline: '连接中断，图面停在 {{time}}',
  },
};

export const en: typeof zh = {
  map: {
    progress: 'Progress map', distribution: 'Distribution map', water: 'Water quality map', board: 'By county and sector', works: 'Works', comma: ', ',
    stage: { PREPARATION: 'Preparation', CONSTRUCTION: 'Construction', COMPLETED: 'Completed' },
    stageShort: { PREPARATION: 'Prep.', CONSTRUCTION: 'Constr.', COMPLETED: 'Done' },
    health: { LAGGING: 'lagging', SERIOUS: 'seriously lagging' },
    healthShort: { LAGGING: 'Lagging', SERIOUS: 'Serious' },
    sector: { ECOLOGY: 'Ecology', WATER: 'Water', URBAN: 'Urban mgmt', HOUSING: 'Housing', RESOURCES: 'Resources', COMMERCE: 'Commerce' },
    sectorShort: { ECOLOGY: 'Ecology', WATER: 'Water', URBAN: 'Urban', HOUSING: 'Housing', RESOURCES: 'Resources', COMMERCE: 'Commerce' },
    class: { I: 'Ⅰ', II: 'Ⅱ', III: 'Ⅲ', IV: 'Ⅳ', V: 'Ⅴ', INFERIOR_V: '>Ⅴ' },
    classLong: { I: 'class I', II: 'class II', III: 'class III', IV: 'class IV', V: 'class V', INFERIOR_V: 'worse than V' },
    magnet: 'No. {{number}} {{name}}', progressOf: '{{percent}}% done', unverified: 'completion unconfirmed', waiting: 'Unconfirmed', suspended: 'Suspended', river: 'River',
    note: 'Schematic map,\nno boundary claim', noteOne: 'Schematic map, no boundary claim', number: 'Map no. {{number}}', approximate: 'Sections approximate',
    sample: 'Sample data', met: 'Met', missed: 'Missed', unjudged: 'Not judged', noClass: '—', classTitle: 'Water class',
    byOwnSections: 'By its own sections', withoutSection: 'No section or result', sectionLabel: 'Section {{name}}, {{river}}, {{class}}, target {{target}}, {{verdict}}', noClassLong: 'no result',
    nearby: 'Works within 10 km of {{name}}', nearbyNone: 'No works that you may open within 10 km.', nearbyFailed: 'The works around cannot be read now.', nearbyLoading: 'Reading the works around…', nearbyHint: 'Choose a section to see the works within 10 km.', km: '{{km}} km', close: 'Close',
    all: 'All', filterSector: 'Sector', filterList: 'List', filterCategory: 'Category', count: '{{count}}', shown: '{{count}} works', reset: 'Reset', zoomIn: 'Zoom in', zoomOut: 'Zoom out', print: 'Print', saveSvg: 'Save SVG', savePng: 'Save PNG', viewMap: 'Map', viewBoard: 'Board', view: 'View',
    region: 'County', total: 'Total', legend: 'Legend', fullScreen: 'Wall screen', loading: 'Drawing the map…', none: 'No works match.', tools: 'Map tools', replay: 'Replay', offline: 'Line lost; the picture is of {{time}}',
  },
};
