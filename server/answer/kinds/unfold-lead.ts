import type { SentenceRow } from '../../../ingest/index/library-snapshot.ts'
import { comparableText, heldPairs } from '../../../ingest/structure/shingles.ts'
import type { Intent } from '../../understand/intent.ts'
import { sectionHeadedBy } from '../find/find-section.ts'
import { seriesFrom } from '../sentences/counted-series.ts'
import type { Draft } from '../sentences/draft.ts'
import { rowAt } from '../sentences/with-subject.ts'
import { withinChars } from '../sentences/within-chars.ts'
import { tellUnder } from './under-heading.ts'

/** A topic at the head of a paragraph is no longer than this, and holds no figure: 打造教育高地。 */
const MAX_TOPIC_CHARS = 20
/** Something came about: no topic, however short. */
const TELLS_RESULT = /入选|荣获|获[评批得]|成功|完成|建成|通过|实现|当选/
/** One that says this share of what the question says, by pairs of characters, tells nothing new. */
const MIN_SAID = 0.6
/** The number of a heading is no part of what it says. */
const MARK = /^(?:第[一二三四五六七八九十\d]+[章节条]|[（(]?[一二三四五六七八九十\d]+[）)、.．])\s*/
const LEADS_UP = /(?:下列|以下|如下)[^。；]*[。：:]?$/
const BROAD = /怎么|如何|怎样|哪些|什么工作|方面/
/** Characters without white space. */
const MAX_CHARS = 270
const MAX_BROAD_CHARS = 740

/**
 * A heading says nothing by itself: where it is all that was found, or names what the question asks for, what stands under it is told; beside sentences that tell something it is
 * left out. Several headings are points of their own, and so is what a question counts.
 */
export function unfoldHeading(draft: Draft, { asked, expected, count }: Pick<Intent, 'asked' | 'expected' | 'count'>): Draft {
  const heads = draft.statements.filter(({ rows: [row], text }) => row !== undefined && text === row.sentence.text && sectionHeadedBy(row) !== null)
  const [head] = heads
  const [row] = head?.rows ?? []
  if (draft.tables || count !== null || heads.length !== 1 || row === undefined) return draft
  const others = draft.statements.filter((statement) => statement !== head)
  const isAsked = expected.kind !== 'figure' && expected.kind !== 'time' && saysAsMuch(row.sentence.text, asked)
  if (others.length > 0 && !isAsked) return { ...draft, statements: others }
  const told = tellUnder(row, MAX_BROAD_CHARS)
  if (told.length === 0) return others.length > 0 ? { ...draft, statements: others } : draft
  return {
    ...draft,
    statements: withinChars(
      told.map((one) => ({ text: one.sentence.text, rows: [one] })),
      MAX_BROAD_CHARS,
    ),
  }
}

/**
 * An answer that is a topic in the question's own words, or leads up to points that it does not give, with the sentences that tell them: the rest of the paragraph, the points
 * behind the lead. Any other answer as it is.
 */
export function unfoldLead(draft: Draft, { asked, kind, expected }: Pick<Intent, 'asked' | 'kind' | 'expected'>): Draft {
  const [lead] = draft.statements
  const row = lead?.rows.at(-1)
  // When it is, a topic may tell.
  if (!lead || !row || draft.tables || expected.kind === 'time' || !draft.statements.every(({ text }) => isBare(text, asked))) return draft
  const { text } = row.sentence
  const isCut = text.length > lead.text.length && text.includes(lead.text)
  const told = LEADS_UP.test(lead.text) ? pointsBehind(row) : restOfParagraph(row)
  if (told.length === 0 && !isCut) return draft
  const room = kind === 'list' || kind === 'summary' || BROAD.test(asked) ? MAX_BROAD_CHARS : MAX_CHARS
  return {
    ...draft,
    statements: withinChars([isCut ? { ...lead, text } : lead, ...told.map((one) => ({ text: one.sentence.text, rows: [one] }))], room),
  }
}

function isBare(text: string, asked: string): boolean {
  return LEADS_UP.test(text) || (isTopic(text) && saysAsMuch(text, asked))
}

function saysAsMuch(text: string, asked: string): boolean {
  return heldPairs(comparableText(text.replace(MARK, '')), comparableText(asked)) >= MIN_SAID
}

function isTopic(text: string): boolean {
  return text.length <= MAX_TOPIC_CHARS && !/\d/.test(text) && !TELLS_RESULT.test(text)
}

function pointsBehind(row: SentenceRow): SentenceRow[] {
  const next = rowAt(row, row.sentence.index + 1)
  return (next && seriesFrom(next)?.points.flatMap(([first]) => first ?? [])) || []
}

/** Up to the next topic or heading of the same part. */
function restOfParagraph(row: SentenceRow): SentenceRow[] {
  const rows: SentenceRow[] = []
  for (let next = rowAt(row, row.sentence.index + 1); next; next = rowAt(row, next.sentence.index + 1)) {
    if (next.sentence.section !== row.sentence.section || next.sentence.role === 'heading' || isTopic(next.sentence.text)) break
    rows.push(next)
  }
  return rows
}
