import { INDICATOR_SYNONYMS } from '../../ingest/facts/indicator-synonyms.ts'
import { remember } from '../../ingest/text/remember.ts'

/** What people call in everyday words what papers name officially; the official names first. Each row is usual all over China. */
const EVERYDAY_NAMES: readonly (readonly string[])[] = [
  ['失业人员', '没了工作', '下岗'],
  ['联系电话', '咨询电话', '联系方式'],
  ['国际进口博览会', '进博会'],
  ['服务贸易交易会', '服贸会'],
  ['消费品博览会', '消博会'],
  ['进出口商品交易会', '广交会'],
  ['建立了邦交', '建交', '建立外交关系', '建立邦交'],
  ['普惠率', '普惠性幼儿园占比', '普惠性幼儿园覆盖率', '普惠园占比'],
  ['再就业', '重新工作', '重新找到工作', '再上岗'],
  ['户厕', '卫生厕所', '厕所', '茅房', '茅厕'],
  ['农村', '乡下', '村里'],
  ['城镇', '城里'],
  ['优良天数', '空气好的日子', '空气好的天数', '空气优良的天数'],
  ['接待游客', '游客接待量', '游客接待人数', '接待游客量', '接待游客人数'],
  ['警情', '刑事案件', '治安'],
  ['细颗粒物', 'PM2.5'],
  ['新农合', '新型农村合作医疗', '农村合作医疗', '合作医疗'],
  ['出口总额', '出口额', '外贸出口'],
  ['公路', '马路'],
  ['易涝点', '内涝', '积水点', '积水'],
  ['组成部门', '部委'],
  ['清洁取暖', '烧煤', '煤炉', '散煤'],
  ['赤字率', '财政赤字率'],
  ['婚姻登记', '领结婚证', '领证', '登记结婚'],
  ['人均预期寿命', '平均寿命', '寿命'],
  ['医疗旅游', '医疗游'],
  ['就诊', '看病', '求医'],
  ['饭店', '酒店', '宾馆'],
  ['托位', '托育', '托儿所'],
  ['欠薪', '拖欠工资', '拖欠农民工工资', '讨薪'],
  ['电价', '电费', '用电成本'],
  ['停车位', '停车泊位', '车位', '停车难'],
  ['个人所得税', '个税', '报税'],
  ['老年人', '爷爷奶奶', '上年纪'],
  ['创业担保贷款', '创业贷款'],
  ['易地搬迁', '搬迁', '搬家'],
  ['住房公积金', '公积金'],
  ['残疾人', '残障'],
  ['高校毕业生', '大学毕业生', '应届生'],
  ['农民工', '务工人员', '打工的', '打工人'],
  ['义务教育', '小学初中', '中小学'],
  ['学位', '上学名额', '入学名额'],
  ['加装电梯'],
  ['危房', '危旧房', '破房子'],
  ['口袋公园', '小微绿地', '小公园'],
  ['养老金', '退休金'],
  ['最低生活保障', '低保', '救济金'],
  ['居民消费价格', '物价'],
  ['广义货币', 'M2'],
  ['不良贷款', '坏账', '呆账'],
  ['保障性住房', '保障房'],
  ['保障性租赁住房', '保租房'],
  ['不超过', '封顶', '上限', '顶格', '至多'],
  ['上市', '敲钟'],
  ['填补', '补上'],
  ['结算', '报销'],
  ['供热', '供暖', '暖气'],
  ['没有提出', '不定', '没定', '不设'],
  ['高速公路', '高速'],
  ['养老机构', '养老院', '敬老院'],
  ['殡葬', '丧葬', '丧事', '白事', '办丧'],
  ['骗取', '骗', '套取', '冒领'],
  ['企业', '厂子', '厂家'],
  ['异地', '跨市', '外市', '外地'],
  ['关闭', '关停', '关掉', '淘汰'],
  ['境外旅客', '老外', '外国人'],
  ['燃气', '煤气'],
  ['案件', '案子'],
  ['首次', '第一次'],
  ['营业收入', '营收'],
  ['成交额', '交易额'],
  ['汲取', '吸取'],
  ['违法建设', '违法建筑', '违章建筑', '违建'],
  ['未能', '不及预期', '未达', '没有达到', '未达到', '未完成', '没有完成', '没达到', '没完成', '没实现', '未实现', '低于预期'],
  ['建成', '建好', '修好', '盖好'],
  ['房屋征收', '拆迁'],
  ['医药卫生', '医改'],
  ['外商投资', '外资'],
  ['驾驶人', '司机', '驾驶员'],
  ['驾驶经历', '驾龄'],
  ['公网', '普通互联网', '普通网络'],
  ['视频', '摄像头画面', '监控画面', '摄像头'],
  ['预置', '预装'],
  ['教师', '老师'],
  ['分娩', '生孩子', '生娃'],
  ['自付', '自己掏钱', '自掏腰包'],
  ['失信', '老赖', '黑名单'],
  ['现金', '钞票', '现钱'],
  ['驿站', '歇脚点', '歇脚的站点', '歇脚的地方'],
  ['研发投入', '科研花钱', '搞科研花的钱', '研发花的钱'],
  ['饮水', '吃水', '喝水'],
  ['驾驶证', '驾照'],
  ['师范生', '读师范', '念师范'],
  ['免费', '不交学费', '不要钱', '不花钱', '不收钱'],
  ['自贸试验区', '自由贸易试验区', '自贸区'],
]

/** What offices are for, as their short names say it (工信局) and as their full ones do. */
const FIELDS_OF_OFFICES: readonly (readonly string[])[] = [
  ['工业和信息化', '工信'],
  ['发展改革', '发改', '发展和改革'],
  ['住房城乡建设', '住建', '住房和城乡建设'],
  ['人力资源社会保障', '人社', '人力资源和社会保障'],
  ['卫生健康', '卫健'],
  ['市场监管', '市监'],
]

/** Whether a name is of an office, which is no thing that is measured. */
export function isOfOffice(name: string): boolean {
  return FIELDS_OF_OFFICES.some((row) => row.includes(name))
}

/**
 * Short forms, foreign letters and everyday words that questions use for what papers write out. General usage all over China; nothing that belongs to one place or company.
 * The first name of a row is how papers write it.
 */
const SPOKEN_NAMES: readonly (readonly string[])[] = [
  ['规模以上', '规上'],
  ['限额以上', '限上'],
  ['战略性新兴产业', '战新产业'],
  ['国有企业', '国企', 'SOE'],
  ['民营企业', '民企'],
  ['研发', 'R&D', 'RD', '科研'],
  ['光伏', 'PV', '太阳能'],
  ['储能', 'ESS'],
  ['人工智能', 'AI'],
  ['新能源汽车', 'EV', '电动汽车', '电车'],
  ['本地', 'local'],
  ['目标', 'target', 'KPI'],
  ['增长', '增速', 'growth'],
  ['项目', 'project'],
  ['保交房', '保交楼'],
  ['保障性租赁住房', '保租房', '保障性租赁房'],
  ['公共租赁住房', '公租房'],
  ['高速铁路', '高铁', '动车'],
  ['城镇老旧小区', '老旧小区', '老小区'],
  ['电梯', '直梯'],
  ['幼儿园', '幼儿园'],
  ['公办园', '公办幼儿园'],
  ['财政收入', '财政总收入', '一般公共预算收入'],
  ['经济增长', '地区生产总值', '国内生产总值', '生产总值', '经济增速', 'GDP'],
  ['经济增速', '地区生产总值', '国内生产总值', '生产总值', 'GDP'],
  ['建设', '新建', '改建', '扩建', '新改建', '新改扩建', '修建', '兴建'],
  ['责任单位', '负责', '牵头单位', '主管部门'],
  ...EVERYDAY_NAMES,
  ...FIELDS_OF_OFFICES,
]
/** So many other names are searched beside the one that was asked. */
const MAX_OTHERS = 4
/** Each part of a question is asked for many times on the way to its answer. */
const MAX_REMEMBERED_TEXTS = 2_000

/** Names of things in a text, each with other names of the same thing, e.g. GDP with 地区生产总值. */
export type SynonymFinder = (text: string) => readonly { readonly found: string; readonly others: readonly string[] }[]

/** Finds names of things in a text, longest first, with the other names of the same thing. */
export function createSynonymFinder(): SynonymFinder {
  const rows = [...INDICATOR_SYNONYMS, ...SPOKEN_NAMES]
  const names = rows.flatMap((row) => row.map((name) => ({ name, folded: fold(name), row }))).toSorted((a, b) => b.name.length - a.name.length)
  return remember((text) => {
    const found: { found: string; others: string[] }[] = []
    let rest = fold(text)
    for (const { name, folded, row } of names) {
      if (!holdsName(rest, folded)) continue
      const at = rest.indexOf(folded)
      found.push({ found: text.slice(at, at + name.length) || name, others: row.filter((other) => other !== name).slice(0, MAX_OTHERS) })
      rest = rest.replaceAll(folded, '\u0000'.repeat(folded.length))
    }
    return found
  }, MAX_REMEMBERED_TEXTS)
}

function fold(text: string): string {
  return text.toLowerCase()
}

/** Latin abbreviations must stand alone; Han names may stand anywhere. */
function holdsName(text: string, name: string): boolean {
  const at = text.indexOf(name)
  if (at < 0) return false
  if (!/^[a-z&]+$/.test(name)) return true
  return !/[a-z]/.test(text[at - 1] ?? '') && !/[a-z]/.test(text[at + name.length] ?? '')
}

/** Abbreviations in Latin letters that a slip may have disarranged. */
export const LATIN_ABBREVIATIONS: readonly string[] = ['GDP', 'CPI', 'PPI', 'PMI', 'FDI']
