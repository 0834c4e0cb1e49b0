import type { AnswerContext } from '../context/answer-context.ts'
import { type ContentWord, holdsWord } from '../find/content-words.ts'
import { readDatedEvent } from './dated-event.ts'
import { namedSubjects } from './named-subjects.ts'
import { type Cover, covered } from './objection.ts'

/** Offices by which a question asks for a person. */
const OFFICE = /[市县区省州盟旗镇乡]长(?=是|叫|[？?]|$)|书记|局长|厅长|主任|董事长|总经理|[院校]长(?=是|叫|[？?]|$)|镇长|乡长/
/** What is done by a firm that is asked for by it; and how firms are called. */
const DONE_BY = /承建|施工|总包|中标|监理|设计|运营|承办|投资建设/
const FIRM_ASKED = /哪一?(?:家|个)(?:公司|企业|单位|机构|集团)|哪家/
const FIRM = /公司|集团|股份|中[建铁交冶]|研究院|设计院/
const WHEN = /\d\s*(?:年|月|日|天|个工作日|小时)|年[底内初末]|季度|[上下]半年|同步|提前|长期|即日|之日/

/** Says what a candidate lacks of the person, the firm or the time that was asked for; null where nothing speaks against it. */
export function createNameCover(context: AnswerContext, words: readonly ContentWord[]): Cover {
  const { intent, knowledge, wordings } = context
  if (intent.kind !== 'value' && intent.kind !== 'list') return covered
  const office = intent.answerType === 'person' ? (OFFICE.exec(intent.asked)?.[0] ?? null) : null
  const deed = FIRM_ASKED.test(intent.asked) ? (DONE_BY.exec(intent.asked)?.[0] ?? null) : null
  const isTime = intent.expected.kind === 'time'
  const subjects = isTime || deed !== null ? namedSubjects(intent.asked, knowledge.mentions) : []
  const event = isTime ? readDatedEvent(context, words) : null
  return (candidate) => {
    const { evidence, text } = candidate
    const { row } = evidence
    if (office !== null && !wordings.ofRow(row).includes(office)) return { missing: office }
    if (deed !== null && !DONE_BY.test(row.sentence.text) && !FIRM.test(text)) return { missing: `${deed}单位` }
    const absent = deed === null ? undefined : subjects.find((name) => !wordings.ofRow(row).includes(wordings.ofText(name)))
    if (absent !== undefined) return { missing: absent }
    // A thing that no paper names has no time in any.
    const unnamed = event?.names.find((word) => !word.held && !holdsWord(wordings, wordings.ofRow(row), word))
    if (unnamed !== undefined) return { missing: unnamed.text }
    const subject = isTime && !event?.isToldBy(candidate) ? subjects.find((name) => !isTimed(row.sentence.text, name)) : undefined
    return subject === undefined ? null : { missing: `${subject}的时间` }
  }
}

/** Whether a time stands in the clause that names the subject or in one behind it. */
function isTimed(sentence: string, name: string): boolean {
  const clauses = sentence.split(/[，,；;]/)
  const at = clauses.findIndex((clause) => clause.includes(name))
  return at < 0 || clauses.slice(at).some((clause) => WHEN.test(clause))
}
