import type { EvalReport } from '../report/eval-report.ts'
import { percent } from '../report/statistics.ts'
import { type ProgramParts, queryFor } from '../run/program-parts.ts'
import { printSkipped } from '../shared-data.ts'
import { type ChosenSentence, measureRight, RGB_NOISE, RGB_UNANSWERABLE, type RgbCase, readRgb, refusalAt } from './rgb.ts'
import { answerCaseSurely, openRgbLibrary, type RgbLibrary } from './rgb-library.ts'

/** At most this share of the answerable questions may be refused. */
const MAX_FALSE_REFUSALS = 0.05

/** The best sentence among the case's own documents. How sure: its score, which the retriever makes comparable across questions. */
async function chooseByRank(library: RgbLibrary, index: number, question: string, parts: ProgramParts): Promise<ChosenSentence | null> {
  const query = queryFor(question, 1, { documentIds: library.documentsOf[index] ?? [] })
  const [best] = (await parts.retriever.retrieve(library.snapshot, query)).evidence
  return best === undefined ? null : { text: best.row.sentence.text, coverage: best.score }
}

/** The first sentence that the whole answer engine cites, none where it refuses by itself, with its own confidence. */
async function chooseByEngine(library: RgbLibrary, index: number, question: string, parts: ProgramParts): Promise<ChosenSentence> {
  const { answer, confidence } = await answerCaseSurely(library, index, question, parts)
  return { text: answer.outcome === 'abstained' ? '' : (answer.citations[0]?.quote ?? ''), coverage: confidence }
}

async function chooseAll(
  cases: readonly RgbCase[],
  choose: (index: number, question: string) => Promise<ChosenSentence | null>,
): Promise<(ChosenSentence | null)[]> {
  const chosen: (ChosenSentence | null)[] = []
  for (const [index, one] of cases.entries()) chosen.push(await choose(index, one.query))
  return chosen
}

const coverages = (chosen: readonly (ChosenSentence | null)[]): number[] => chosen.map((sentence) => sentence?.coverage ?? 0)
const refused = (chosen: readonly (ChosenSentence | null)[]): number | null =>
  percent(chosen.filter((one) => (one?.text ?? '') === '').length / chosen.length)

/** Every second item: the types of answers were set on the even cases. */
const half = <T>(items: readonly T[], rest: 0 | 1): T[] => items.filter((_, index) => index % 2 === rest)

function engineFigures(
  cases: readonly RgbCase[],
  answered: readonly (ChosenSentence | null)[],
  noise: readonly (ChosenSentence | null)[],
): Record<string, number | null> {
  return {
    questions: cases.length,
    right: measureRight(cases, answered),
    'refused by confidence, no answer there': percent(refusalAt(MAX_FALSE_REFUSALS, coverages(answered), coverages(noise)).rate),
    'refused by itself, no answer there': refused(noise),
    'refused by itself, answer there': refused(answered),
  }
}

/**
 * RGB, Chinese: right with one sentence at noise 0.8 (naive 48.7), and refusals where no candidate holds the answer (naive 28 at 5 % false refusals).
 * `retriever`: its best sentence, refused below a threshold on its score that refuses at most 5 % of the answerable questions.
 * `engine`: the first sentence that the whole answer engine cites; refusals by a threshold on its own confidence in the same way, and as it refuses by itself.
 * The types of answers were set on the even cases; the confidence was fitted on all, `server/answer/judge/confidence.ts` tells what either half says of the other.
 */
export async function evaluateRgb(parts: ProgramParts): Promise<EvalReport> {
  const cases = readRgb(RGB_NOISE)
  const unanswerable = readRgb(RGB_UNANSWERABLE)
  if (cases === null || unanswerable === null) {
    printSkipped('RGB', 'eval/external/rgb_protocol.tgz')
    return {}
  }
  const library = await openRgbLibrary(cases, parts)
  const noise = await openRgbLibrary(unanswerable, parts)
  const ranked = await chooseAll(cases, (index, question) => chooseByRank(library, index, question, parts))
  const rankedNoise = await chooseAll(unanswerable, (index, question) => chooseByRank(noise, index, question, parts))
  const { rate, threshold } = refusalAt(MAX_FALSE_REFUSALS, coverages(ranked), coverages(rankedNoise))
  const answered = await chooseAll(cases, (index, question) => chooseByEngine(library, index, question, parts))
  const answeredNoise = await chooseAll(unanswerable, (index, question) => chooseByEngine(noise, index, question, parts))
  return {
    rgb_zh: {
      figures: {
        'retriever, best sentence': {
          questions: cases.length,
          right: measureRight(cases, ranked),
          'refused, no answer there': percent(rate),
          'refused, answer there': percent(coverages(ranked).filter((coverage) => coverage < threshold).length / cases.length),
          threshold: Math.round(threshold * 1000) / 1000,
        },
        'engine, first citation': engineFigures(cases, answered, answeredNoise),
        'engine, even cases': engineFigures(half(cases, 0), half(answered, 0), half(answeredNoise, 0)),
        'engine, odd cases': engineFigures(half(cases, 1), half(answered, 1), half(answeredNoise, 1)),
      },
    },
  }
}
