import type { SentenceRow } from '../../../ingest/index/library-snapshot.ts'
import type { AnswerContext } from '../context/answer-context.ts'
import { contentWords, holdsWord } from '../find/content-words.ts'
import { rowAt } from '../sentences/with-subject.ts'

/** Sentences in one pattern begin with so many equal characters (实行以创新为导向的…, 实行以结果为导向的…). */
const OPENING = 3
/** The first clause of each holds this share of the question's words that the first clause of the one found holds. */
const MIN_SHARED = 0.6
const MIN_ROWS = 3
const REACH = 8

/** The sentences beside one that go on in its pattern, in order, itself among them; empty where fewer than three do, or its pattern holds no word of the question. */
export function parallelRows(context: AnswerContext, row: SentenceRow): SentenceRow[] {
  const clause = firstClause(context, row)
  const words = contentWords(context).filter((word) => holdsWord(context.wordings, clause, word))
  if (words.length === 0) return []
  const opening = row.sentence.text.slice(0, OPENING)
  const isAlike = (other: SentenceRow | null): other is SentenceRow =>
    other !== null &&
    other.sentence.section === row.sentence.section &&
    other.sentence.text.startsWith(opening) &&
    words.filter((word) => holdsWord(context.wordings, firstClause(context, other), word)).length >= MIN_SHARED * words.length
  const rows = [row]
  for (let step = 1, other = rowAt(row, row.sentence.index - 1); step <= REACH && isAlike(other); step += 1) {
    rows.unshift(other)
    other = rowAt(row, other.sentence.index - 1)
  }
  for (let step = 1, other = rowAt(row, row.sentence.index + 1); step <= REACH && isAlike(other); step += 1) {
    rows.push(other)
    other = rowAt(row, other.sentence.index + 1)
  }
  return rows.length < MIN_ROWS ? [] : rows
}

function firstClause({ wordings }: AnswerContext, { sentence }: SentenceRow): string {
  return wordings.ofText(/^[^，,；;。]+/.exec(sentence.text)?.[0] ?? sentence.text)
}
