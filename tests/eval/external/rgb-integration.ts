import type { EvalReport } from '../report/eval-report.ts'
import { percentTrue } from '../report/statistics.ts'
import type { ProgramParts } from '../run/program-parts.ts'
import { printSkipped } from '../shared-data.ts'
import { isRightSentence, readRgb } from './rgb.ts'
import { answerCase, openRgbLibrary } from './rgb-library.ts'

/** By the share of documents that do not help, as RGB's own script builds them. */
const NOISE_LEVELS = ['zh_int_0', 'zh_int_0.2', 'zh_int_0.4'] as const

/**
 * RGB, information integration: questions that ask for two things which stand in different documents.
 * Right when what the answer cites holds all of them; an answer of one sentence cannot be.
 */
export async function evaluateRgbIntegration(parts: ProgramParts): Promise<EvalReport> {
  const figures: Record<string, Record<string, number | null>> = {}
  for (const name of NOISE_LEVELS) {
    const cases = readRgb(name)
    if (cases === null) {
      printSkipped('RGB, information integration', 'eval/external/rgb_protocol.tgz')
      return {}
    }
    const library = await openRgbLibrary(cases, parts)
    const right: boolean[] = []
    const refused: boolean[] = []
    for (const [index, one] of cases.entries()) {
      const answer = await answerCase(library, index, one.query, parts)
      refused.push(answer.outcome === 'abstained')
      const isAnswered = answer.outcome === 'answered'
      right.push(isAnswered && isRightSentence(one, answer.citations.map((citation) => citation.quote).join('\n')))
    }
    figures[name] = { questions: cases.length, right: percentTrue(right), refused: percentTrue(refused) }
  }
  return { rgb_zh_int: { figures } }
}
