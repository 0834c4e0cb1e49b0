import type { ParsedDocument } from '../../../ingest/corpus/document.ts'
import { comparableText, heldPairs } from '../../../ingest/structure/shingles.ts'
import { shortPlaceName } from '../../understand/gazetteer.ts'
import type { AnswerContext } from '../context/answer-context.ts'
import type { DraftStatement } from '../sentences/draft.ts'

/** What papers are called by their sort. */
const SORTS = '行动计划|(?:工作|实施|行动|建设|总体)?方案|(?:建设|工作)?指南|(?:实施|指导)意见|规划|纲要|办法|细则|条例|规定|计划'
/** A paper as a question names it: 智慧灌溉行动计划, 水库移民办法. */
const NAMED = new RegExp(`[《“]?(\\p{Script=Han}{2,24}(?:${SORTS}(?=[里中的]|提出)))(?![出执]|报告|文件)`, 'u')
/** Words that say where, not which. */
const PLAIN = /^(?:这|那|该|上述|今年|去年|政府|国民经济和社会发展|年度|发展)*(?:的)?$/
/** 攒分的那套办法 describes what is asked for, and is no name. */
const SPOKEN = /[的了着过把给被让那这哪什么套些]|里面?/
const SORT = new RegExp(`(?:${SORTS})$`)
/** A title that holds this share of the pairs of the name is the paper's that was asked for. */
const SAME_PAPER = 0.9
const LONGEST_TITLE = 90
const HAN = /\p{Script=Han}/u
const OPENING_SENTENCES = 8
/** How a paper begins holds its name in other words. */
const NEARLY_SAME = 0.6

/**
 * Says from which paper a statement is where the question names one that the library's titles do not tell apart: a paper of nearly that name is not told for it unsaid. Each run of
 * statements from one paper begins with its title.
 */
export function sayPaper(
  { intent, snapshot, knowledge }: Pick<AnswerContext, 'intent' | 'snapshot' | 'knowledge'>,
  statements: readonly DraftStatement[],
): DraftStatement[] {
  const name =
    intent.documentIds.length > 0 || intent.kind === 'metadata' || snapshot.documents.length < 2 ? undefined : NAMED.exec(intent.asked)?.[1]
  if (name === undefined || PLAIN.test(name.replace(SORT, '')) || SPOKEN.test(name)) return [...statements]
  const placeless = [...intent.places, ...knowledge.places].reduce(
    (rest, place) => rest.replace(place.name, '').replace(shortPlaceName(place.name), ''),
    name,
  )
  const wanted = comparableText(placeless)
  let before = ''
  return statements.map((statement) => {
    const document = statement.rows.at(-1)?.document.document
    if (document === undefined || statement.computed || document.id === before) return statement
    before = document.id
    const { title } = document.metadata
    const label = (statement.label ?? '').replace(/：$/, '')
    // What is told of several papers is labelled by what the question calls each.
    if (title === '' || (label !== '' && intent.asked.includes(label))) return statement
    if (HAN.test(title) ? isNamed(wanted, comparableText(title)) : opensWith(wanted, document)) return statement
    return { ...statement, label: `《${title.slice(0, LONGEST_TITLE).replace(/[《》]/g, '')}》${label}：` }
  })
}

/** A title in English is no name to compare: such a paper is known by how it begins. */
function opensWith(wanted: string, { sentences }: ParsedDocument): boolean {
  const opening = sentences.slice(0, OPENING_SENTENCES).map(({ text }) => text)
  return heldPairs(wanted, comparableText(opening.join(' '))) >= NEARLY_SAME
}

/** 数据行动方案 for 数据要素行动方案: the characters in their order, or nearly all pairs of them. */
function isNamed(wanted: string, title: string): boolean {
  let at = -1
  const isShort = [...wanted].every((character) => {
    at = title.indexOf(character, at + 1)
    return at >= 0
  })
  return isShort || heldPairs(wanted, title) >= SAME_PAPER
}
