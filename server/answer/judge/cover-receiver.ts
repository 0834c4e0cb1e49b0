import { sectionPath } from '../../../ingest/corpus/section-path.ts'
import { subjectBefore } from '../../../ingest/structure/sentence-context.ts'
import type { AnswerContext, Candidate } from '../context/answer-context.ts'
import { type ContentWord, holdsWord } from '../find/content-words.ts'
import { splitClauseTexts } from '../sentences/clause-window.ts'
import type { Cover } from './objection.ts'

/** What is paid for a deed, as a question asks for it: 奖多少, 多少补助. */
const PAID =
  /(?:奖|补|贴|资助|给予?|拨|扶持|支持|拿到?|罚)[^，,。？?]{0,8}(?:多少|几(?=[百千万]|块))|(?:多少|几[百千万]?块?)[^，,。？?]{0,4}(?:奖|补|资助|钱|扶持|支持|罚)/
/** How many receive it is no sum: 补贴了多少人. */
const COUNTS_RECEIVERS = /(?:多少|几)个?(?:[万亿])?(?:人|名|户|家|位|项|次)/
/** Asked in the words of such rules, so that they answer in them. */
const PLAINLY_PAID = /(?:奖|补(?![齐上发]))[^，,。？?]{0,6}(?:多少|几(?=[百千万]|块))|(?:多少|几[百千万]?块?)[^，,。？?]{0,4}(?:奖|补)/
/** What one must be or have done for it. */
const DEED =
  /认定|评[为上]|获[评批得]|入选|列入|通过|认证|上市|[新扩改]?建(?!筑)|引进|创建|成立|设立|租用|牵头|承担|主导|首[次台套]|(?:企业|公司|工厂|园区|平台|中心|基地|实验室|机构|单位|工作站|孵化器|项目)的?(?:一次性|每[家个])?(?:最[高多])?(?:给予?)?[奖补]/
/** Words of every such rule, whatever it is for. */
const FRAME =
  /^(?:企业|公司|单位|机构|个人|主体|团队|项目|平台|中心|基地|认定|评为|获得|获评|获批|入选|列入|通过|首次|第一次|评上|新建|牵头|承担|国家级?|省级?|市级?|区级|县级|一次性|奖励?|奖金|补助|补贴|资助|给予|扶持|支持|资金|财政|标准|条件|符合|申报|申请|政府|最?[多高低]?[补奖].*|最[多高低少]|至多|上限|封顶|[每各一].*|能.+|.*[万亿]?元)$/
/** What a rule that pays says. */
const PAYS = /奖|补|贴|资助|给予|扶持|支持|拨付|罚|津|保费|免费|减免|元[^，；。]{0,6}(?:资金|经费)|标准|发放/
/** A sum, a share of one, or that nothing is to be paid. */
const SUM = /元|[%％‰倍免]|\d[折成]|全额|\d\s*[万亿](?=[，。；、]|$)/
/** From this share of what sets the deed apart from others on, a sum is of it. */
const MOST = 0.5

/**
 * Objects to sums that are paid for something else: a rule that shares no more than its frame with the question (对新认定的……一次性奖励……) is a rule for others. Null for a
 * question that asks for no such sum.
 */
export function createReceiverCover(context: AnswerContext, words: readonly ContentWord[]): Cover | null {
  const { asked } = context.intent
  if (!PAID.test(asked) || COUNTS_RECEIVERS.test(asked)) return null
  const own = DEED.test(asked) ? words.filter(({ text }) => !FRAME.test(text)) : []
  const all = own.reduce((sum, { share }) => sum + share, 0)
  return (candidate) => {
    const told = ruleOf(candidate, context)
    if (PLAINLY_PAID.test(asked) && !(PAYS.test(told) && SUM.test(candidate.text))) return { missing: '给付的标准' }
    const lacking = own.filter((word) => !holdsWord(context.wordings, told, word))
    const lack = lacking.reduce((sum, { share }) => sum + share, 0)
    return lack > MOST * all ? { missing: lacking.map(({ text }) => text).join('、') } : null
  }
}

/** The rule that the quoted clauses belong to, with its headings and what leads up to it; other rules of the same sentence stand behind semicolons. */
function ruleOf({ evidence: { row }, text }: Candidate, { wordings }: AnswerContext): string {
  const { document } = row.document
  const sentence = row.sentence.text
  const parts: string[] = []
  let part = ''
  for (const clause of splitClauseTexts(sentence)) {
    part += clause
    if (/[；;]$/.test(clause)) {
      parts.push(part)
      part = ''
    }
  }
  if (part !== '') parts.push(part)
  const quoted = parts.filter((rule) => text.split('……').some((stretch) => rule.includes(stretch) || stretch.includes(rule.replace(/[；;]$/, ''))))
  const lead = subjectBefore(document.sentences, row.sentence)?.text ?? ''
  return wordings.ofText([...sectionPath(document.sections, row.sentence.section), lead, ...(quoted.length > 0 ? quoted : [text])].join(' '))
}
