import type { Embedder } from '../../ingest/embedding/embedder.ts'
import { createFactExtractor } from '../../ingest/facts/extract-facts.ts'
import { createIndicatorGrouping } from '../../ingest/facts/group-indicators.ts'
import { type KeptBySnapshot, keepBySnapshot } from '../../ingest/index/keep-by-snapshot.ts'
import type { LibrarySnapshot } from '../../ingest/index/library-snapshot.ts'
import type { Analyzer } from '../../ingest/text/analyzer.ts'
import { createScriptConverter } from '../../ingest/text/convert-script.ts'
import { remember } from '../../ingest/text/remember.ts'
import type { Segmenter } from '../../ingest/text/segmenter.ts'
import { createRetriever, type Retriever } from '../retrieval/retriever.ts'
import { createGazetteer } from '../understand/gazetteer.ts'
import { createLibraryKnowledge } from '../understand/library-knowledge.ts'
import { indexSounds, LONGEST_WORD, type SoundIndex } from '../understand/mend-slips.ts'
import { createSynonymFinder } from '../understand/other-names.ts'
import { createPinyinReader } from '../understand/pinyin.ts'
import { readSlots, slotsOf } from '../understand/slots.ts'
import { describeIntent, understandQuestion } from '../understand/understand-question.ts'
import { answerQuestion } from './answer-question.ts'
import { createSnapshotReadings, type SnapshotReadings } from './cite/snapshot-readings.ts'
import { composeAnswer } from './compose/compose-answer.ts'
import { drawExamples } from './compose/draw-examples.ts'
import type { AnswerContext } from './context/answer-context.ts'
import type { AnswerEngine } from './context/answer-engine.ts'
import { createFactReader, type FactReader } from './facts/fact-reader.ts'
import { libraryWords } from './find/library-words.ts'
import { readClauses } from './sentences/clause-window.ts'
import { createWordings } from './sentences/wordings.ts'
import { createStatementVerifier } from './verify/verify-statement.ts'

const NO_SOUNDS: SoundIndex = { word: () => undefined, startingWith: () => [], longest: 0 }

/** Titles of papers and parts of questions. */
const MAX_REMEMBERED_TEXTS = 5_000

/** The deterministic engine: the same question over the same snapshot gives the same answer. What it works out of a snapshot is kept as long as the snapshot is. */
export function createAnswerEngine(dependencies: {
  readonly analyzer: Analyzer
  readonly segmenter: Segmenter
  readonly embedder: Embedder | null
  /** Shared with the ledger where there is one, so that both read a library once and name indicators alike. */
  readonly ledger?: FactReader
  readonly readings?: SnapshotReadings
  /** Shared with others that search the same library. */
  readonly retriever?: Retriever
}): AnswerEngine & Pick<KeptBySnapshot<unknown>, 'prepare'> {
  const { analyzer, embedder, readings = createSnapshotReadings() } = dependencies
  // The parts of a question are cut again at each step of its answer.
  const segmenter: Segmenter = { ...dependencies.segmenter, cut: remember(dependencies.segmenter.cut, MAX_REMEMBERED_TEXTS) }
  const synonyms = createSynonymFinder()
  const termsOf = remember(analyzer.terms, MAX_REMEMBERED_TEXTS)
  const clausesOf = remember(readClauses, MAX_REMEMBERED_TEXTS)
  const grouping = createIndicatorGrouping()
  const ledger = dependencies.ledger ?? createFactReader(createFactExtractor(grouping))
  const retriever = dependencies.retriever ?? createRetriever({ analyzer, embedder, synonyms, columns: readings.columns })
  const wordings = createWordings()
  const readPinyin = createPinyinReader()
  const tools = { gazetteer: createGazetteer(), convertScript: createScriptConverter(), segmenter, readPinyin }
  const views = keepBySnapshot(function* (snapshot) {
    yield
    const knowledge = createLibraryKnowledge(snapshot, tools.gazetteer.divisions)
    const places = knowledge.places.map(({ name }) => name)
    return { verify: createStatementVerifier(grouping, places), knowledge, tried: new Map<string, boolean>() }
  })
  // The sounds of a library's words take a while to work out and few questions need them: at the latest at the first slip or question in pinyin.
  const sounds = keepBySnapshot(function* (snapshot) {
    return yield* indexSounds(yield* libraryWords(snapshot, views.of(snapshot).knowledge, dependencies.segmenter), readPinyin)
  })
  const soundsOf = (snapshot: LibrarySnapshot): SoundIndex => ({
    word: (syllables) => sounds.of(snapshot).word(syllables),
    startingWith: (character) => sounds.of(snapshot).startingWith(character),
    longest: LONGEST_WORD,
  })

  return {
    async answer(snapshot, request, listener, signal) {
      const { knowledge, verify, tried } = views.of(snapshot)
      const sounds = soundsOf(snapshot)
      const previous = readSlots(request.history.at(-1)?.slots)
      const intent = understandQuestion(request.question, knowledge, sounds, tools, previous, request.filters)
      const understood = describeIntent(intent)
      listener?.onUnderstood?.(understood)
      // Suggestions are in the library's own words: there is nothing to mend in them.
      const readQuestion = (question: string) => understandQuestion(question, knowledge, NO_SOUNDS, tools, null, {})
      const context: AnswerContext = {
        snapshot,
        knowledge,
        intent,
        retriever,
        termsOf,
        searchFor: analyzer.searchFor,
        clausesOf,
        segmenter,
        synonyms,
        ledger,
        twins: readings.twins.of(snapshot),
        wordings,
        signal,
        readQuestion,
        tried,
      }
      const { outcome, confidence } = await answerQuestion(context)
      const answer = composeAnswer(context, request.question, outcome, verify)
      listener?.onDelta?.(answer.answer)
      const cited = answer.citations.map(({ documentId, start }) => ({ documentId, start }))
      return { answer, memory: { understood, slots: slotsOf(intent, cited) }, confidence }
    },
    examples: (snapshot, count) => drawExamples(snapshot, count),
    async prepare(snapshot, signal) {
      for (const part of [views, readings.columns, readings.twins, sounds]) await part.prepare(snapshot, signal)
    },
  }
}
