/** What people count and measure, as a question names it; each with what it is called in full. */
export interface AskedThing {
  /** The noun phrase itself (养老床位), without what is done to it; at least two characters. */
  readonly name: string
  /** Its last word (床位). */
  readonly head: string
  /** What stands before the last word (养老); empty where the name is one word. */
  readonly modifiers: string
}

const BEFORE = /([\p{Script=Han}A-Za-z0-9“”"·]{2,30})$/u
/** What stands between the name of a thing and 多少. */
const LINKS =
  /(?:(?:分别|一共|总共|大概|大约|约|共|总)?(?:要|计划|预计|目标|打算|准备|力争|将|会|可|能|应|拟|已经|已)?(?:(?:(?<!营)收|[投花用做建修办开种招引卖产欠还补发设占涨降增减达有是为到])了?|实际|不得?少于|不得?低于|不得?超过|不能?超过|至少|最多|每年|年均|力争|达到了?|完成了?|实现了?|突破了?|超过了?|控制在|保持在|提高到|降到|增长了?|增加了?|减少了?|下降了?|提高了?|降低了?|上涨了?|上升了?|扩大了?|缩小了?|新增了?|安排了?|(?:提|涨|加|调|升|增|扩|减|缩|降)[高加升大低少小]?[到至]了?|人均|每人(?:每[年月])?|目标)|的?(?:目标|任务)|分别|一共|总共|共)+$/
const ACTS =
  /^(?:计划|目标|预计|打算|准备|力争|要|将|拟|会|已经|已|共|一共|总共|全年|全市|全省|全县|全区|全国|分别)*(?:新改扩建|新建|改建|扩建|续建|建设|建成|改造|实施|推进|完成|开展|举办|培育|引进|打造|创建|新增|净增|新开工|新签约|开工|治理|修复|发放|解决|盘活|整治|拆除|打通|设置|投用|认定|获批|设立|启动|发布|推出|接待|培训|筹集|交付|压减|淘汰|关停|加装|更新|开通|吸引|安排|投入)+/
const POINTING =
  /^(?:(?:过去|最近|这|近)?[两三五十]年(?:来|里|间|以来|内)?|实际|这样的|这类|这种|那样的|此类|相关|有关|其他|全部|所有|末|底|我国|中国|国内|全国|全球|全市|全省|全区|全县|我市|我省|我区|我县|本市|本区|本县|本省|的)+/
const MIN_NAME = 4

/**
 * The thing whose figure a question asks for: what is counted behind the unit (多少个|老旧小区), else the words before 多少 (新增|养老床位|多少张). Null where no name of a few
 * words stands there.
 *
 * @param rest the question without its years and places
 * @param counted the noun behind the unit, if any
 */
export function readAskedThing(rest: string, counted: string, cut: (text: string) => readonly string[]): AskedThing | null {
  const name = readAskedName(rest, counted)
  // Whom something is given to is no thing that is counted: 国家给每人补多少钱.
  if (name.length < MIN_NAME || /多少|给|每[人户个]/.test(name)) return null
  const words = cut(name).filter((word) => word.trim() !== '')
  const head = words.at(-1) ?? ''
  const modifiers = name.slice(0, name.length - head.length)
  if (head.length < 2 || !/\p{Script=Han}/u.test(modifiers)) return null
  return { name, head, modifiers }
}

/** The noun phrase whose figure a question asks for, of one word or several, bare of what points and of what is done to it; empty where none stands there. */
export function readAskedName(rest: string, counted: string): string {
  return (counted.length >= 2 ? counted : nameBefore(rest)).replace(POINTING, '').replace(ACTS, '')
}

function nameBefore(rest: string): string {
  const at = rest.search(/多少|百分之几|几(?=个|家|项|处|条|所|座|台|套|户|名|人)/)
  if (at < 0) return ''
  const run = BEFORE.exec(rest.slice(0, at).trimEnd())?.[1] ?? ''
  return (
    run
      .replace(LINKS, '')
      .split(/的|[，,、]/)
      .at(-1) ?? ''
  ).replace(/[“”"]/g, '')
}
