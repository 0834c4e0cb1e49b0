import type { Judgement } from '../judging/judge.ts'
import type { GoldQuestion } from '../questions/question.ts'
import type { TimedAnswer } from '../run/ask-question.ts'

/** A question with what came of it. `timed` is null when the server gave an error instead of an answer. */
export interface JudgedQuestion {
  readonly question: GoldQuestion
  readonly timed: TimedAnswer | null
  readonly error: string | null
  readonly judgement: Judgement
}

/** How a question counts that got no answer at all. */
export const UNANSWERED: Judgement = { right: false, cited: 0, honest: false, full: false, abstained: false, chars: 0, tooLong: false }
