import type { Division } from './gazetteer.ts'
import type { AskedPlace } from './intent.ts'

/** What is measured of a whole place: what stands before it at the beginning of a question is whose figure is asked for. */
const OF_PLACE =
  /^的?(?:今年|去年|前年|上年|全年|本年|现在|目前)?的?(?:GDP|(?:地区|国内)?生产总值|经济(?:总量|规模|增长|增速)|(?:常住|户籍)?人口|人均|一般公共预算|财政|税收|固定资产投资|固投|投资(?!者|商|环境)|社会消费品|社零|进出口|外贸|规上|规模以上|居民(?:人均|收入|可支配)|城镇(?:居民|化|新增就业|调查失业)|农村居民|粮食(?:总?产|$)|旅游(?:收入|人[次数])|(?:接待)?游客|营(?:业|收)|产值)/i
/** 江心新区, 河口三角洲: areas that are no divisions, by how their names end. */
const AREA =
  /^(\p{Script=Han}{2,8}?(?:新区|新城|开发区|高新区|经开区|保税区|保税港区|综保区|自贸区|自贸港|经济圈|经济带|都市圈|城市群|湾区|三角洲))(?!的?(?:建设|规划))/u
/** Words for areas of a kind. */
const GENERIC = /[全各每哪几我本]|[国省市县区州]级|经济(?:技术)?开发区$|产业|工业|重点|园区|中心|两个|所有/
/** Those without such an ending. */
const REGIONS =
  /^(?:长三角|珠三角|京津冀|大湾区|粤港澳大湾区|成渝|苏[南北中]|浙[东西南北]|皖[南北]|鲁[南西东]|陕[南北]|赣[南北]|湘[西南]|粤[东西北]|闽[南西东]|川[南西东北]|冀[南北中]|豫[南北西东]|辽[东西南]|[东中西]部|东北|西北|西南|华[东北南中]|[南北东]疆|兵团|关中|河西|河套|海西|美国|日本|欧盟|东盟|德国|法国|英国|韩国|俄罗斯|印度|越南|新加坡|台湾|香港|澳门|世界|全球)/
/** Names that papers give a port, a zone or a park of the place: 某浦港, 某浦经济开发区. */
const LEARNED = ['经济开发区', '新区', '经济圈', '保税港区', '港']
const MAX_LEARNED = 4

/** What the library holds of places. */
export interface AreaSources {
  readonly mentions: (text: string) => boolean
  /** Counties and districts in the places of the library. */
  readonly counties: readonly Division[]
}

/**
 * An area that is no division, or a county by the name without its suffix, whose own figure a question asks for (江心新区GDP, 苏南人均收入): at the beginning, what is measured right
 * behind it. Null where none stands there.
 */
export function findOwnerArea(text: string, sources: AreaSources): { readonly text: string; readonly place: AskedPlace } | null {
  const start = text.trimStart().replace(/^(?:那么?|请问|查一?下)(?![曲坡])/, '')
  // 那石桥呢 asks again what was asked before.
  const isWhole = (name: string): boolean => /^的?呢?[？?]?$/.test(start.slice(name.length).trim())
  const said = [areaIn(start), REGIONS.exec(start)?.[0], countyIn(start, sources), learnedIn(start, sources)].find(
    (name) => name !== undefined && (OF_PLACE.test(start.slice(name.length).trimStart()) || isWhole(name)),
  )
  if (said === undefined) return null
  const standing = sources.mentions(said) ? 'mentioned' : 'unknown'
  return { text: said, place: { name: said, standing, strict: true } }
}

function areaIn(start: string): string | undefined {
  const name = AREA.exec(start)?.[1]
  return name !== undefined && !GENERIC.test(name.slice(0, -2)) ? name : undefined
}

/** A county by its short name, unless the library knows that as a word, and neither as a county nor beside another one (石桥、红石). */
function countyIn(start: string, { mentions, counties }: AreaSources): string | undefined {
  const county = counties.find(({ short, name }) => short !== name && start.startsWith(short))
  if (county === undefined) return undefined
  const { name, short } = county
  const isCounty =
    /族自治[县旗]$/.test(name) ||
    !mentions(short) ||
    mentions(name) ||
    counties.some((other) => other !== county && (mentions(`${other.short}、${short}`) || mentions(`${short}、${other.short}`)))
  return isCounty ? short : undefined
}

function learnedIn(start: string, { mentions }: AreaSources): string | undefined {
  for (let length = 2; length <= MAX_LEARNED; length += 1) {
    const name = start.slice(0, length)
    if (name.length < length || !/^\p{Script=Han}+$/u.test(name) || !OF_PLACE.test(start.slice(length))) continue
    if (LEARNED.some((kind) => mentions(`${name}${kind}`))) return name
  }
  return undefined
}
