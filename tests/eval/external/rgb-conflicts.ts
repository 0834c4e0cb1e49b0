import { holds } from '../judging/holds.ts'
import type { EvalReport } from '../report/eval-report.ts'
import { percentTrue } from '../report/statistics.ts'
import type { ProgramParts } from '../run/program-parts.ts'
import { printSkipped } from '../shared-data.ts'
import { type ExternalQuestion, readQuestionSet } from './question-set.ts'
import { answerCase, openRgbLibrary } from './rgb-library.ts'

const SET = 'rgb_zh_fact'

/** A question whose documents disagree: `gold` hold the true answer, `wrong` the same text with a false one. */
interface ConflictQuestion extends ExternalQuestion {
  readonly fake_answers: readonly string[]
  readonly wrong: readonly string[]
}

const holdsAny = (text: string, answers: readonly string[]): boolean => answers.some((answer) => holds(text, answer))

/**
 * RGB, counterfactual documents: true and falsified documents side by side. No program can know from them alone which is true; one that is honest shows both.
 * `true cited`, `false cited`: what the answer cites holds the true, the false value. `both cited`: the reader sees the disagreement.
 */
export async function evaluateRgbConflicts(parts: ProgramParts): Promise<EvalReport> {
  const set = readQuestionSet(SET)
  if (set === null) {
    printSkipped('RGB, counterfactual documents', `eval/external/${SET}.tgz`)
    return {}
  }
  const texts = new Map(set.passages.map((passage) => [passage.id, passage.text]))
  const questions = set.questions as readonly ConflictQuestion[]
  const library = await openRgbLibrary(
    questions.map((one) => ({ docs: [...one.gold, ...one.wrong].map((id) => texts.get(id) ?? '') })),
    parts,
  )
  const rows: { isTrue: boolean; isFalse: boolean; refused: boolean }[] = []
  for (const [index, one] of questions.entries()) {
    const answer = await answerCase(library, index, one.question, parts)
    const cited = answer.outcome === 'answered' ? answer.citations.map((citation) => citation.quote).join('\n') : ''
    rows.push({ isTrue: holdsAny(cited, one.answers), isFalse: holdsAny(cited, one.fake_answers), refused: answer.outcome === 'abstained' })
  }
  const figures = {
    questions: questions.length,
    'true cited': percentTrue(rows.map((row) => row.isTrue)),
    'false cited': percentTrue(rows.map((row) => row.isFalse)),
    'both cited': percentTrue(rows.map((row) => row.isTrue && row.isFalse)),
    refused: percentTrue(rows.map((row) => row.refused)),
  }
  return { [SET]: { figures: { 'true and false documents': figures } } }
}
