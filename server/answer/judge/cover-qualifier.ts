import { INDICATOR_NAMES } from '../../../ingest/facts/indicator-synonyms.ts'
import { withoutPartsOfYear } from '../../understand/parts-of-year.ts'
import { withoutPlans } from '../../understand/plan-periods.ts'
import type { AnswerContext } from '../context/answer-context.ts'
import { holdsWord } from '../find/content-words.ts'
import { nameForms } from './name-forms.ts'
import { type Cover, covered } from './objection.ts'

/** Words before an indicator that set it apart from nothing, and those of speech. */
const PLAIN =
  /^(?:老?百姓|群众|人民|市民|村民|农民|居民|大家|人们|打工人?|整个|整体|总体|主要|预期|预计|今后|未来|过去|往后|接下来|官方|最新|累计|合计|政府|地方|当地|本地|本级|市级|地区|国内|国家|中国|我国|全国|经济|社会|民生|发展|指标|数据|报告|计划|目标|增长|增速|增加|实现|完成|达到|保持|提高|突破|拉动|带动|推动|关于|其中|目前|现在|当前|眼下|实际|年度|年初|年底|全年|全部|所有|每年|年均|平均|对应|相应|预算|城乡|外贸|对外|规划|时期|期间|以来|一年|五年|上半年|下半年|季度|一季度|扣除|单位|单列|力争|确保|[两三四]地|[两三四]省)$/
const SPOKEN = /评上|[获拿]|[的了着过给把被将让使没想么那这再还都就又去来从到在跟搞咱啥它他她你我们吗呢是有和与及、，]/
const MAX_CHARS = 8

/**
 * Says what sets the asked indicator apart and a candidate does not speak of: 绿色|GDP, 清河片区|GDP are not told by the plain one. Words of speech and those that stand before any
 * indicator set nothing apart. Null where nothing speaks against it.
 */
export function createQualifierCover(context: AnswerContext): Cover {
  const qualifiers = qualifiersOf(context)
  if (qualifiers.length === 0) return covered
  return ({ evidence: { row } }) => {
    const told = context.wordings.ofRow(row) + context.wordings.ofText(row.document.document.metadata.title)
    const absent = qualifiers.find((word) => !holdsWord(context.wordings, told, { forms: nameForms(context, word) }))
    return absent === undefined ? null : { missing: absent }
  }
}

const YEAR_BEHIND = /^的?\d{4}年/

function qualifiersOf({ intent, synonyms, segmenter }: AnswerContext): string[] {
  const { asked } = intent
  if (intent.kind !== 'value') return []
  return intent.focus
    .filter(({ weight }) => weight === 1)
    .flatMap(({ text }, at, parts) => {
      const name = synonyms(text).find(({ found }) => INDICATOR_NAMES.has(found))?.found
      // A stretch of time sets no indicator apart: 十五五|GDP, 上半年|GDP.
      const own = name === undefined ? '' : withoutPartsOfYear(withoutPlans(text.slice(0, text.indexOf(name)))).replace(/的$/, '')
      const last = parts[at - 1]?.text ?? ''
      // A year may stand between: 农垦集团 2030年 生产总值.
      const before = own === '' && name !== undefined && last !== '' && YEAR_BEHIND.test(asked.slice(asked.indexOf(last) + last.length)) ? last : own
      // Only what a name may begin with, not a clause.
      if (before === '' || before.length > MAX_CHARS || !/^\p{Script=Han}+$/u.test(before) || SPOKEN.test(before)) return []
      const words = segmenter.cut(before).filter((word) => word.length >= 2)
      return words.length === 1 || words.join('') === before ? words.filter((word) => !PLAIN.test(word)) : []
    })
}
