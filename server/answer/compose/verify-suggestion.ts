import type { SentenceRow } from '../../../ingest/index/library-snapshot.ts'
import { type AnswerContext, askedScope } from '../context/answer-context.ts'
import { findCandidates } from '../find/find-candidates.ts'
import { acceptCandidates } from '../kinds/answer-value.ts'

/** Sentences that the small search looks at. */
const POOL = 6
const MAX_REMEMBERED = 20_000

/**
 * Whether a question is answered by a sentence with its figure: it is read as a user's question would be and searched for by its words, without the encoder, among few sentences.
 */
export async function isAnsweredBy(context: AnswerContext, question: string, row: SentenceRow, figure: string): Promise<boolean> {
  const key = `${row.row} ${figure} ${question}`
  const known = context.tried?.get(key)
  if (known !== undefined) return known
  const isAnswered = await tryQuestion(context, question, row, figure)
  if (context.tried && context.tried.size < MAX_REMEMBERED) context.tried.set(key, isAnswered)
  return isAnswered
}

async function tryQuestion(context: AnswerContext, question: string, row: SentenceRow, figure: string): Promise<boolean> {
  const intent = context.readQuestion?.(question)
  if (intent === undefined) return false
  const own: AnswerContext = { ...context, intent }
  const candidates = await findCandidates(own, askedScope(intent), intent.focus, {
    pool: POOL,
    byMeaning: false,
  })
  const [first] = acceptCandidates(own, candidates).accepted
  if (first === undefined) return false
  const found = first.evidence.row
  return (found.row === row.row || context.twins(row).some((twin) => twin.row === found.row)) && first.text.replace(/\s+/g, '').includes(figure)
}
