import type { SentenceRow } from '../../../ingest/index/library-snapshot.ts'
import { comparableText, heldPairs } from '../../../ingest/structure/shingles.ts'
import type { Intent } from '../../understand/intent.ts'
import { seriesFrom } from '../sentences/counted-series.ts'
import type { Draft } from '../sentences/draft.ts'
import { rowAt } from '../sentences/with-subject.ts'
import { withinChars } from '../sentences/within-chars.ts'

/** A topic at the head of a paragraph is no longer than this, and holds no figure: 打造教育高地。 */
const MAX_TOPIC_CHARS = 20
/** Something came about: no topic, however short. */
const TELLS_RESULT = /入选|荣获|获[评批得]|成功|完成|建成|通过|实现|当选/
/** One that says this share of what the question says, by pairs of characters, tells nothing new. */
const MIN_SAID = 0.6
const LEADS_UP = /(?:下列|以下|如下)[^。；]*[。：:]?$/
const BROAD = /怎么|如何|怎样|哪些|什么工作|方面/
/** Characters without white space. */
const MAX_CHARS = 270
const MAX_BROAD_CHARS = 740

/**
 * An answer that is a topic in the question's own words, or leads up to points that it does not give, with the sentences that tell them: the rest of the paragraph, the points
 * behind the lead. Any other answer as it is.
 */
export function unfoldLead(draft: Draft, { asked, kind }: Pick<Intent, 'asked' | 'kind'>): Draft {
  const [lead] = draft.statements
  const row = lead?.rows.at(-1)
  if (!lead || !row || draft.tables || !draft.statements.every(({ text }) => isBare(text, asked))) return draft
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
  return LEADS_UP.test(text) || (isTopic(text) && heldPairs(comparableText(text), comparableText(asked)) >= MIN_SAID)
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
