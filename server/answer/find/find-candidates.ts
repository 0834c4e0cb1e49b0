import type { Sentence } from '../../../ingest/corpus/sentence.ts'
import { foldYears } from '../../../ingest/structure/fold-years.ts'
import type { Evidence } from '../../retrieval/retriever.ts'
import type { FocusPart, Intent } from '../../understand/intent.ts'
import { type AnswerContext, type Candidate, filterFor, type Scope, weighTerms } from '../context/answer-context.ts'
import { type ClauseWindow, createWindowFinder, widenWindow } from '../sentences/clause-window.ts'
import { namesType } from '../sentences/names-type.ts'
import { yearStretches } from '../sentences/year-stretch.ts'
import { adjustScore } from './adjust-score.ts'
import { type ContentWord, contentWords, missingWords } from './content-words.ts'
import { createStrayEntryFilter } from './find-entry.ts'
import { completeWindow, windowNeedOf } from './window-need.ts'

/** Sentences that are looked at closely. */
const POOL = 40
/** Longest stretch of a sentence that a fact is told in, in characters. */
const MAX_WINDOW_CHARS = 150

/** 存多少秒的数据，存多少年: two figures of one thing, in two clauses. */
const TWO_FIGURES = /(?:多少|多久|多长|多大|几)[^，,、；;]*[，,、；;][^，,、；;]*(?:多少|多久|多长|多大|几)/
/** 各位代表！ says nothing. */
const SALUTATION = /^\s*(?:各位|尊敬的)[^。，,；;]{0,16}[!！:：，,。]?\s*$/

/** A best candidate with this share of the question's weight needs no second reading. */
const WELL_COVERED = 0.3
/** As good as twelve on six question sets of 710; eight and six each lose some. */
const REREAD = 10
const REREAD_WEIGHT = 0.5

/** Weight of the share of the question that the best clauses hold, and of the words that the library knows and the sentence lacks. */
const COVERAGE_WEIGHT = 0.6
const MISSING_WEIGHT = -0.3

/** Clauses of the asked year say what was asked for from this share of the best clauses' coverage on. */
const NEARLY_AS_MUCH = 0.75

/** How much is spent on one search. */
export interface SearchEffort {
  /** Sentences that are looked at closely. */
  readonly pool: number
  /** Whether the encoder is asked. */
  readonly byMeaning: boolean
}

const FULL_EFFORT: SearchEffort = { pool: POOL, byMeaning: true }

/** Ranks the sentences of a scope by how well their best clauses answer; sentences of equal wording count once. */
export async function findCandidates(
  context: AnswerContext,
  scope: Scope,
  parts: readonly FocusPart[] = context.intent.focus,
  effort: SearchEffort = FULL_EFFORT,
): Promise<Candidate[]> {
  const { intent, snapshot, retriever } = context
  const text = parts
    .filter((part) => part.weight >= 0.5)
    .map((part) => part.text)
    .join(' ')
  const { evidence, terms } = await retriever.retrieve(snapshot, {
    parts,
    text: effort.byMeaning ? text : '',
    filter: filterFor(intent, scope),
    limit: effort.pool,
  })
  const weights = weighTerms(context, parts, terms.terms)
  const windowIn = createWindowFinder({
    weights,
    search: context.searchFor([...weights.keys()]),
    clausesOf: context.clausesOf,
    expected: intent.expected,
    maxChars: MAX_WINDOW_CHARS,
  })
  const words = contentWords(context)
  const need = windowNeedOf(intent.asked)
  const isStray = createStrayEntryFilter(intent)
  const asksForTwo = TWO_FIGURES.test(intent.asked)
  const seen = new Set<number>()
  const candidates: Candidate[] = []
  for (const item of evidence) {
    if (seen.has(item.row.row) || tellsNothing(item.row.sentence, intent) || isStray(item.row)) continue
    for (const twin of context.twins(item.row)) seen.add(twin.row)
    const { text: told, ...found } = windowOfYear(windowIn, item.row.sentence.text, scope)
    // A reason stands in the clauses beside what it is the reason of, a second figure in those beside the first.
    const wide = intent.kind === 'why' || asksForTwo ? widenWindow(item.row.sentence.text, told, MAX_WINDOW_CHARS) : told
    const window = { ...found, text: need === null ? wide : completeWindow(item.row.sentence.text, wide, need, MAX_WINDOW_CHARS) }
    const named = intent.answerType === null ? null : namesType(intent.answerType, item.row.sentence.text, intent.asked, context.segmenter.cut)
    candidates.push({
      evidence: item,
      ...window,
      cosine: item.cosine,
      named,
      score:
        item.score +
        COVERAGE_WEIGHT * window.coverage +
        MISSING_WEIGHT * missingHeld(context, item, words) +
        adjustScore(item, window, intent, scope, named),
    })
  }
  return rereadByMeaning(context, effort.byMeaning ? text : '', candidates.toSorted(byScore))
}

/** How the titles of papers end; that of a piece of news tells what is new. */
const PAPER = /(?:细则|办法|规定|条例|方案|规划|计划|意见|通知|决定|措施|指南|报告|纲要|公告|通报|批复|函)(?:[（(][^（）()]*[）)])?$/

/** A salutation, and the title of a paper to whoever asks for what it says. */
function tellsNothing({ text, role }: Sentence, { kind }: Intent): boolean {
  return SALUTATION.test(text) || (role === 'title' && kind !== 'metadata' && PAPER.test(text))
}

/** The best clauses; of a sentence that tells of several years, those of the year that is asked for where they say nearly as much. */
function windowOfYear(windowIn: (sentence: string) => ClauseWindow, sentence: string, { years }: Scope): ClauseWindow {
  const best = windowIn(sentence)
  const [asked, ...others] = years
  if (asked === undefined || others.length > 0) return best
  const stretch = yearStretches(sentence).find(({ year }) => year === asked)
  if (stretch === undefined || stretch.text.includes(best.text)) return best
  const own = windowIn(stretch.text)
  if (own.coverage >= NEARLY_AS_MUCH * best.coverage) return own
  // 产值2030年增长5%，2031年又增长6%: the later year goes on about what the earlier one names.
  const at = sentence.indexOf(best.text)
  const through =
    at >= 0 && at < stretch.start && GOES_ON.test(foldYears(stretch.text)) ? sentence.slice(at, stretch.start + firstClause(stretch.text)) : ''
  return through !== '' && through.length <= MAX_WINDOW_CHARS ? { ...best, text: through } : best
}

/** 2031年又比2030年增长…, 2031年为…. */
const GOES_ON = /^[到至]?(?:19|20)\d{2}年(?:底|末)?(?:又|再|则|也|比|较|为|达|[增上提降下减])[^，,；;]*(?:\d|百分之)/

/** Length of the first clause, without the mark at its end. */
function firstClause(text: string): number {
  const end = text.search(/[，,；;。]/)
  return end < 0 ? text.length : end
}

/** Share of the question's words that the library knows and the sentence lacks. */
function missingHeld(context: AnswerContext, { row }: Evidence, words: readonly ContentWord[]): number {
  return missingWords(context, row, words).reduce((sum, word) => sum + (word.held ? word.share : 0), 0)
}

const byScore = (a: Candidate, b: Candidate): number => b.score - a.score || a.evidence.row.row - b.evidence.row.row

/**
 * Where the question's own words are hardly found, the clauses that would be quoted are compared with the question by meaning: a long sentence blurs what one clause of it says.
 * Measured: first place right on colloquial questions 69 → 84 (seeds) and 72 → 78 (six other governments), nothing lost elsewhere.
 */
async function rereadByMeaning(context: AnswerContext, question: string, candidates: readonly Candidate[]): Promise<Candidate[]> {
  const best = candidates[0]
  if (!best || question === '' || best.coverage >= WELL_COVERED) return [...candidates]
  const head = candidates.slice(0, REREAD)
  const cosines = await context.retriever.compare(
    question,
    head.map((candidate) => candidate.text),
  )
  const reread = head.map((candidate, i) => ({ ...candidate, cosine: cosines[i] ?? 0, score: candidate.score + REREAD_WEIGHT * (cosines[i] ?? 0) }))
  return [...reread.toSorted(byScore), ...candidates.slice(REREAD)]
}
