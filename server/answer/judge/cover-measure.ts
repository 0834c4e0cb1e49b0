import { INDICATOR_NAMES } from '../../../ingest/facts/indicator-synonyms.ts'
import type { AnswerContext } from '../context/answer-context.ts'
import { splitClauseTexts } from '../sentences/clause-window.ts'
import { isToldByDeed } from './measured-names.ts'
import { type Cover, covered } from './objection.ts'

/** What is measured, each with how papers tell it. */
const MEASURED: readonly { readonly head: string; readonly told: string }[] = [
  { head: '投资', told: '投资|投入|投资额' },
  { head: '出口', told: '(?<!进)出口' },
  { head: '贷款', told: '贷款|信贷|融资' },
  { head: '存款', told: '存款' },
  { head: '余额', told: '余额' },
  { head: '利润', told: '利润' },
  { head: '消费', told: '消费' },
  { head: '收入', told: '收入|创收|增收' },
  { head: '增加值', told: '增加值' },
  { head: '产量', told: '产量|总产|产[^，。；]{0,8}吨' },
]
const HEADS = MEASURED.map(({ head }) => head).join('|')
/** 工业|投资|增速: what is measured, of what, and what is asked of it. */
const NAME = new RegExp(
  `^(?:全市|全省|全区|全县|全国|我市|我省|我区|本市|本省|全年|完成|实现)?([\\p{Script=Han}]{2,6}?)的?(${HEADS})(?:总?额)?的?(?:预期)?(?:目标|任务)?(?:同比)?(?:增长|增速|增幅|增加|下降|涨幅|降幅|完成|占比|规模|总量|多少)*了?$`,
  'u',
)
/** 某省制造业投资增速 asks for its figure as well. */
const NAMED_ALONE = new RegExp(`^[^，。？?怎如何什啥哪谁]*(?:${HEADS})(?:总?额)?的?(?:增长|增速|增幅|涨幅|降幅|总量|规模)?呢?[？?]?$`)
/** Words before a measure that set it apart from nothing, and those of speech and of deeds. */
const PLAIN =
  /固定资产|固投|全社会|社会|外贸|对外|货物|进出?口|各项|本外币|人民币|居民|城乡|城镇|农村|人均|金融机构|总|累计|实际|计划|预计|项目|政府|财政|扩大|促进|带动|拉动|引进|吸引|签约|完成|新增|[的了着过给把被让没想么那这再还都就又来每各从到在跟和与及、]/
/** What may stand within the name or between its thing and its measure: 制造业|完成|投资, 旅游|总|消费. */
const BETWEEN =
  '(?:领域|方面|综合|营业|主营|业务|行业|产业|业|类|开发|企业|(?:建设)?项目|固定资产|完成|实际|累计|新增|全社会|全年|[总年的在]|各项|人民币|本外币)*(?:[、和与及][\\p{Script=Han}、“”]{0,24}?)?'
/** What tells of a thing after its measure was named: 投资中，|工业增长. */
const BEHIND = '(?:投资)?(?:增长|下降|占|完成|增速|增幅|为|达|[\\d０-９])'
/** A part of the thing by the word before it: 高技术|制造业. */
const PART_BEFORE = /高技术|装备|先进|现代|高端|智能|新型|传统/
const NO_PART_BEFORE = `(?<!${PART_BEFORE.source})`

/**
 * What is measured must be what the question names, of the thing that it names: 制造业|投资 is told neither by 制造业贷款 nor by 工业投资, and 工业|投资 neither by 固定资产投资 nor by
 * 工业技改投资. Sentences that hold neither word are left to other judges. Standard names have their own synonyms.
 */
export function createMeasureCover(context: AnswerContext): Cover {
  const name = nameOfMeasure(context)
  if (name === null) return covered
  const { thing, head, told } = name
  const own = PART_BEFORE.test(thing) ? thing : `${NO_PART_BEFORE}${thing}`
  const whole = new RegExp(`${own}${BETWEEN}(?:${told})|(?:${told})[^。；]*${own}${BEHIND}`, 'u')
  const narrower = new RegExp(`${thing}([\\p{Script=Han}“”]{2,6})(?:${told})`, 'u')
  return ({ evidence: { row }, text }) => {
    if (whole.test(row.sentence.text)) return null
    // 生产某某9万吨: by the deed that it measures.
    if (splitClauseTexts(text).some((clause) => clause.includes(thing) && isToldByDeed(head, clause))) return null
    const has = row.sentence.text.includes(thing) || row.sentence.text.includes(head)
    const part = narrower.exec(text)?.[0]
    return has ? { missing: `${thing}${head}${part === undefined ? '' : `（库中查到的是${part}）`}` } : null
  }
}

function nameOfMeasure({ intent, synonyms, knowledge, segmenter }: AnswerContext): {
  readonly thing: string
  readonly head: string
  readonly told: string
} | null {
  if (intent.kind !== 'value' || (intent.expected.kind !== 'figure' && !NAMED_ALONE.test(intent.asked))) return null
  const parts = intent.focus.filter(({ weight }) => weight === 1)
  const [part] = parts
  if (part === undefined || parts.length > 1) return null
  const [, thing = '', head = ''] = NAME.exec(part.text) ?? []
  const isKnown = [thing, `${thing}${head}`].some((text) => INDICATOR_NAMES.has(text)) || synonyms(`${thing}${head}`).length > 0
  if (thing === '' || isKnown || PLAIN.test(thing) || !knowledge.mentions(thing)) return null
  if (segmenter.cut(thing).some((word) => word.length < 2)) return null
  return { thing, head, told: MEASURED.find((one) => one.head === head)?.told ?? head }
}
