import type { DocumentId } from '../../../ingest/corpus/document-id.ts'
import type { LibrarySnapshot } from '../../../ingest/index/library-snapshot.ts'
import type { EvalReport } from '../report/eval-report.ts'
import { percent } from '../report/statistics.ts'
import { type ProgramParts, queryFor } from '../run/program-parts.ts'
import { printSkipped } from '../shared-data.ts'
import { createPassageLibrary } from './passage-library.ts'
import { type ChosenSentence, measureRight, RGB_NOISE, RGB_UNANSWERABLE, type RgbCase, readRgb, refusalAt } from './rgb.ts'

/** At most this share of the answerable questions may be refused. */
const MAX_FALSE_REFUSALS = 0.05

/** All documents of all cases in one library, so that common words count as common; each case looks at its own documents only. */
interface RgbLibrary {
  readonly snapshot: LibrarySnapshot
  readonly documentsOf: readonly (readonly DocumentId[])[]
}

async function openRgbLibrary(cases: readonly RgbCase[], parts: ProgramParts): Promise<RgbLibrary> {
  const passages = cases.flatMap((one, index) => one.docs.map((text, place) => ({ id: `${index}-${place}`, title: '', text })))
  const snapshot = await createPassageLibrary(passages, parts)
  const ids = snapshot.documents.map((document) => document.document.id)
  let from = 0
  const documentsOf = cases.map((one) => {
    const own = ids.slice(from, from + one.docs.length)
    from += one.docs.length
    return own
  })
  return { snapshot, documentsOf }
}

/** The best sentence among the case's own documents. How sure: its score, which the retriever makes comparable across questions. */
async function chooseByRank(library: RgbLibrary, index: number, question: string, parts: ProgramParts): Promise<ChosenSentence | null> {
  const query = queryFor(question, 1, { documentIds: library.documentsOf[index] ?? [] })
  const [best] = (await parts.retriever.retrieve(library.snapshot, query)).evidence
  return best === undefined ? null : { text: best.row.sentence.text, coverage: best.score }
}

/** The first sentence that the whole answer engine cites; null where it refuses by itself. */
async function chooseByEngine(library: RgbLibrary, index: number, question: string, parts: ProgramParts): Promise<ChosenSentence | null> {
  const filters = { documentIds: [...(library.documentsOf[index] ?? [])] }
  const { answer } = await parts.engine.answer(library.snapshot, { question, filters, history: [] })
  const [first] = answer.citations
  return answer.outcome === 'abstained' || first === undefined ? null : { text: first.quote, coverage: 1 }
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
const refused = (chosen: readonly (ChosenSentence | null)[]): number | null => percent(chosen.filter((one) => one === null).length / chosen.length)

/**
 * RGB, Chinese: right with one sentence at noise 0.8 (naive 48.7), and refusals where no candidate holds the answer (naive 28 at 5 % false refusals).
 * `retriever`: its best sentence, refused below a threshold on its score that refuses at most 5 % of the answerable questions.
 * `engine`: the first sentence that the whole answer engine cites, refusing as it does by itself.
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
        'engine, first citation': {
          questions: cases.length,
          right: measureRight(cases, answered),
          'refused, no answer there': refused(answeredNoise),
          'refused, answer there': refused(answered),
        },
      },
    },
  }
}
