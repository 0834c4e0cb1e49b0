import type { SentenceRow, SnapshotDocument } from '../../../ingest/index/library-snapshot.ts'
import { sentenceRow } from '../../../ingest/index/sentence-row.ts'
import { namedPlan } from '../../understand/section-cues.ts'
import { type AnswerContext, askedScope, type Candidate, filterFor } from '../context/answer-context.ts'
import { type ContentWord, contentWords, lackIn } from '../find/content-words.ts'
import { labelKind } from '../find/find-section.ts'

/** A series has at least so many members. */
const MIN_MEMBERS = 3
const MAX_MEMBERS = 12

/** Headings by the word that the question quotes, and headings by the sentence that announces them. */
export interface HeadingSeries {
  readonly named: readonly SentenceRow[]
  readonly announced: readonly SentenceRow[]
}

/**
 * Headings of one rank under one parent that the question asks for as a series: each holds the word that the question quotes (五个“坚持”), or they are as many as
 * the question says and stand under the sentence that announces them (重点抓好以下五个方面工作).
 */
export function findHeadingSeries(context: AnswerContext, candidates: readonly Candidate[]): HeadingSeries {
  const { intent, snapshot } = context
  const filter = filterFor(intent, askedScope(intent))
  // “十五五” is a time, no word that headings share as a series.
  const word = intent.quoted.find((text) => text.length <= 6 && namedPlan(text) === null)
  const words = contentWords(context)
  const announcing = candidates.slice(0, 12).filter(({ evidence }) => lackIn(context, evidence.row, words) < 0.5)
  let named: readonly SentenceRow[] = []
  let announced: readonly SentenceRow[] = []
  for (const document of snapshot.documents) {
    if (filter.documentIds.length > 0 && !filter.documentIds.includes(document.document.id)) continue
    if (filter.places.length > 0 && !filter.places.includes(document.document.metadata.place ?? '')) continue
    for (const members of headingGroups(document)) {
      const inYear = members.filter(
        (row) => filter.years.length === 0 || row.sentence.facets.year === null || filter.years.includes(row.sentence.facets.year),
      )
      const holding = word ? inYear.filter((row) => row.sentence.text.includes(word)) : []
      const fits = holding.length >= MIN_MEMBERS && holding.length <= MAX_MEMBERS && (intent.count === null || holding.length === intent.count)
      if (fits && holding.length > named.length) named = holding
      if (named.length === 0 && intent.count !== null && inYear.length === intent.count && sharesWords(inYear, words)) named = inYear
      if (
        intent.count !== null &&
        inYear.length === intent.count &&
        announced.length === 0 &&
        isAnnounced(document, inYear, announcing, intent.count)
      )
        announced = inYear
    }
  }
  return { named, announced }
}

/** Sentences that are headings, grouped by parent section and level. */
function headingGroups(document: SnapshotDocument): SentenceRow[][] {
  const groups = new Map<string, SentenceRow[]>()
  for (const sentence of document.document.sentences) {
    if (sentence.role !== 'heading') continue
    const section = document.document.sections[sentence.section]
    if (!section) continue
    const key = `${section.parent}/${section.level}/${labelKind(section.label)}`
    groups.set(key, [...(groups.get(key) ?? []), sentenceRow(document, sentence)])
  }
  return [...groups.values()].filter((group) => group.length >= MIN_MEMBERS)
}

const NUMERALS = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二']

/** Whether every member holds two of the question's words, or the most of one: 全面提升甲能力, 全面提升乙能力 for 全面提升哪四种能力. */
function sharesWords(members: readonly SentenceRow[], words: readonly ContentWord[]): boolean {
  const shared = words.filter((word) => members.every((row) => word.forms.some((form) => row.sentence.text.includes(form))))
  return shared.length >= 2
}

/** Whether a good candidate right above the group announces that many things. */
function isAnnounced(document: SnapshotDocument, members: readonly SentenceRow[], candidates: readonly Candidate[], count: number): boolean {
  const parent = document.document.sections[members[0]?.sentence.section ?? 0]?.parent
  const announces = new RegExp(`(?:以下|如下|抓好|做好|突出|聚焦|实施|围绕)?[^。]{0,10}(?:${NUMERALS[count] ?? count}|${count})(?:个|大|项|方面|点)`)
  return candidates.some(
    ({ evidence }) =>
      evidence.row.document === document &&
      evidence.row.sentence.section === parent &&
      announces.test(evidence.row.sentence.text) &&
      evidence.row.row < (members[0]?.row ?? 0),
  )
}
