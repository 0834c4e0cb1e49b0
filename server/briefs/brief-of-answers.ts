import { CodedError } from '../../ingest/corpus/coded-error.ts'
import type { LibrarySnapshot } from '../../ingest/index/library-snapshot.ts'
import { comparableText } from '../../ingest/structure/shingles.ts'
import type { BriefBody, BriefSection } from '../contract/briefs.ts'
import type { ChatAnswer, Citation } from '../contract/chat.ts'
import { numberHeadings } from './heading-numbers.ts'
import { verifySections } from './verify-brief.ts'

/** A conversation as a brief takes it over. */
export interface AnsweredConversation {
  readonly title: string
  readonly answers: readonly ChatAnswer[]
}

const ASKED =
  /^(?:请问|请|那么?)|(?:分别|各)?(?:是|有|为|达到)?(?:多少|几(?:个|家|项)?|什么|哪(?:些|几个|个|里)|怎么样|如何|怎样|啥)(?:呢|吗|啊)?[？?。！\s]*$|(?:是)?(?:吗|呢|吧)[？?\s]*$|[？?。！\s]+$/g
const MAX_HEADING_CHARS = 60

/**
 * A brief of the cited answers of a conversation: a section for each question, each statement once, verified again; what could not be answered is a gap.
 *
 * @throws {CodedError} brief_conversation_empty when no answer stands on a source
 */
export function composeFromAnswers(conversation: AnsweredConversation, request: string, snapshot: LibrarySnapshot | null): BriefBody {
  const book = createMergedCitations()
  const told = new Set<string>()
  const sections: BriefSection[] = []
  const tables: BriefBody['tables'] = []
  const conflicts: BriefBody['conflicts'] = []
  for (const answer of conversation.answers) {
    if (answer.outcome === 'abstained') continue
    const numbers = (own: readonly number[]): number[] => book.numbersOf(own, answer.citations)
    const statements = answer.statements.flatMap(({ text, citations, verdict }) => {
      const key = comparableText(text)
      const cited = numbers(citations)
      if (cited.length === 0 || told.has(key)) return []
      told.add(key)
      return [{ text: text.replace(/\[\d{1,3}\]/g, ''), citations: cited, verdict }]
    })
    if (statements.length > 0) sections.push({ heading: headingOf(answer.understood.question), statements })
    for (const { caption, columns, rows } of answer.tables ?? []) {
      tables.push({ caption, columns, rows: rows.map((cells) => cells.map((cell) => ({ text: cell.text, citations: numbers(cell.citations) }))) })
    }
    for (const conflict of answer.conflicts ?? []) {
      conflicts.push({ ...conflict, values: conflict.values.map(({ text, citations }) => ({ text, citations: numbers(citations) })) })
    }
  }
  if (sections.length === 0 && tables.length === 0) throw nothingCited()
  const headings = numberHeadings(sections.map(({ heading }) => ({ level: 1, heading })))
  const citations = [...book.citations]
  const verified = verifySections(
    sections.map(({ statements }, i) => ({ heading: headings[i] ?? '', statements })),
    citations,
    snapshot,
  )
  const title = `关于${headingOf(conversation.title)}的简报`
  return {
    title,
    request: request.trim() === '' ? `由对话“${conversation.title}”整理` : request.trim(),
    understood: understoodOf(conversation.answers),
    sections: verified,
    tables,
    conflicts,
    gaps: [...new Set(conversation.answers.flatMap(gapOf))],
    citations,
    indexFingerprint: snapshot?.fingerprint ?? '',
  }
}

/** A question as a heading: 2030年就业目标是多少？ → 2030年就业目标. */
export function headingOf(question: string): string {
  let heading = question.trim()
  for (let before = ''; before !== heading; ) {
    before = heading
    heading = heading.replace(ASKED, '').trim()
  }
  return (heading === '' ? question.trim() : heading).slice(0, MAX_HEADING_CHARS)
}

function understoodOf(answers: readonly ChatAnswer[]): BriefBody['understood'] {
  const all = answers.map(({ understood }) => understood)
  const topics = [...new Set(all.flatMap(({ indicators }) => indicators))]
  return {
    topics: topics.length > 0 ? topics : [...new Set(all.map(({ question }) => headingOf(question)))],
    years: [...new Set(all.flatMap(({ years }) => years))].toSorted((a, b) => a - b),
    places: [...new Set(all.flatMap(({ places }) => places))],
  }
}

function gapOf(answer: ChatAnswer): string[] {
  if (answer.outcome !== 'abstained') return []
  return [`“${headingOf(answer.understood.question)}”没有查到：${answer.reason ?? '库中没有相关内容。'}`]
}

/** Citations of several answers under one count; the same sentence has one number. */
function createMergedCitations(): {
  numbersOf(numbers: readonly number[], from: readonly Citation[]): number[]
  readonly citations: readonly Citation[]
} {
  const citations: Citation[] = []
  const byPlace = new Map<string, number>()
  return {
    citations,
    numbersOf: (numbers, from) => [
      ...new Set(
        numbers.flatMap((n) => {
          const citation = from.find((item) => item.n === n)
          if (!citation) return []
          const key = `${citation.documentId}/${citation.start}/${citation.end}`
          const known = byPlace.get(key) ?? citations.push({ ...citation, n: citations.length + 1 })
          byPlace.set(key, known)
          return [known]
        }),
      ),
    ],
  }
}

function nothingCited(): CodedError {
  return new CodedError('brief_conversation_empty', '这个对话里还没有带出处的回答，写不成简报。请先问到有出处的回答，再写简报。')
}
