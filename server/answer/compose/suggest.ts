import type { IndicatorFact } from '../../../ingest/facts/indicator-fact.ts'
import type { SentenceRow } from '../../../ingest/index/library-snapshot.ts'
import type { AnswerContext, Candidate } from '../context/answer-context.ts'
import { figureText, matchFact } from '../context/match-fact.ts'
import { isOfPeriod } from '../facts/fact-cells.ts'
import type { Draft } from '../sentences/draft.ts'
import { periodOf } from '../sentences/period-of.ts'
import { tenseOf } from '../sentences/tense-of.ts'
import { rowAt } from '../sentences/with-subject.ts'
import { isCleanName } from './clean-name.ts'
import { isAnsweredBy } from './verify-suggestion.ts'

const MAX_SUGGESTIONS = 3
/** Verifying one costs a small search. */
const MAX_VERIFIED = 3
/** In a library of more sentences each costs a few milliseconds: one is tried. */
const LARGE_LIBRARY = 30_000
const LOOKED_AT = 8
/** Sentences with the indicator's name that are read for other years, places and kinds of figure. */
const MAX_NAMING = 24
/** Sentences on either side that are read for another indicator. */
const NEIGHBOURS = 3
const ALIKE = 0.9
const ASKABLE: readonly string[] = ['level', 'growth', 'rate', 'share']
const UNNAMEABLE = /设置|了$|和|及|、|的|占比$|记录|次数$|全面$|实际$|拟|任务|^(?:其中|新增|增加值|产值|收入|总额|规模|面积)$/
/** A task by its verb is no name of a figure: 统筹实施…项目, 解决用工. */
const OPENS_TASK = /^(?:统筹|健全|完善|强化|深化|开展|推进|推动|实施|加快|组织|完成|解决|培养|引导|落实|各类|争取|力争|持续|积极|全力|深入)/

interface Idea {
  readonly fact: IndicatorFact
  readonly row: SentenceRow
}

/**
 * Questions near the one that was refused, each drawn from a figure of a sentence that was found (年份 + 地区 + 指标) and answered by it. The one that was asked is left out.
 */
export async function suggestQuestions(context: AnswerContext, candidates: readonly Candidate[]): Promise<string[]> {
  const ideas = candidates
    .slice(0, LOOKED_AT)
    .flatMap(({ evidence }) => readFacts(context, evidence.row).map((fact) => ({ fact, row: evidence.row })))
  return verified(context, ideas, true)
}

/**
 * Questions that go on from an answer: the result for the target and the other way round, the other year, the other place, the next indicator of the same part. Each is asked in a
 * small search first and shown only where that finds its figure. Empty where the answer stands on no figure that can be named.
 */
export async function suggestFollowUps(context: AnswerContext, draft: Draft): Promise<string[]> {
  const [statement] = draft.statements
  const row = statement?.rows.at(-1)
  if (!statement || !row) return []
  const own = matchFact(context, row, statement.text)?.fact ?? null
  const others = own
    ? [...new Set([own.indicator, own.indicatorText])]
        .flatMap((name) => factsNamed(context, name))
        .filter(({ fact }) => fact.indicator === own.indicator)
    : []
  const pick = (fits: (fact: IndicatorFact, own: IndicatorFact) => boolean): Idea[] =>
    own ? others.filter(({ fact }) => fact.attribute === own.attribute && fits(fact, own)).toSorted(byNearness(own)) : []
  const sameThing = [
    pick((a, b) => a.year === b.year && a.place === b.place && a.tense !== b.tense),
    pick((a, b) => a.year !== b.year && a.place === b.place),
    pick((a, b) => a.year === b.year && a.place !== b.place),
  ].flatMap((ideas) => ideas.slice(0, 1))
  return verified(context, [...sameThing, ...neighbours(context, row, own)], false)
}

/** Nearest year first, then in the order of the library. */
function byNearness(own: IndicatorFact): (a: Idea, b: Idea) => number {
  const distance = ({ fact }: Idea): number => Math.abs((fact.year ?? 0) - (own.year ?? 0))
  return (a, b) => distance(a) - distance(b) || a.row.row - b.row.row
}

function factsNamed(context: AnswerContext, indicator: string): Idea[] {
  const ideas: Idea[] = []
  let read = 0
  for (const index of context.knowledge.rowsNear(indicator)) {
    const row = context.snapshot.sentences[index]
    if (!row?.sentence.text.includes(indicator)) continue
    if (read++ >= MAX_NAMING) break
    ideas.push(...readFacts(context, row).map((fact) => ({ fact, row })))
  }
  return ideas
}

/** Figures of other indicators in the sentence and around it, in the same part of the paper. */
function neighbours(context: AnswerContext, row: SentenceRow, own: IndicatorFact | null): Idea[] {
  const order = [0, ...Array.from({ length: NEIGHBOURS }, (_, i) => [i + 1, -(i + 1)]).flat()]
  return order
    .map((step) => rowAt(row, row.sentence.index + step))
    .filter((near): near is SentenceRow => near !== null && near.sentence.section === row.sentence.section)
    .flatMap((near) => readFacts(context, near).map((fact) => ({ fact, row: near })))
    .filter(({ fact }) => fact.indicator !== own?.indicator)
}

/** The figures of a sentence, kept from one question to the next. */
function readFacts({ ledger, snapshot }: AnswerContext, row: SentenceRow): readonly IndicatorFact[] {
  return ledger.ofRow(snapshot.sentences[row.row] ?? row)
}

async function verified(context: AnswerContext, ideas: readonly Idea[], isRefusal: boolean): Promise<string[]> {
  const shown: { readonly question: string; readonly indicator: string; readonly scope: string }[] = []
  const most = context.snapshot.sentences.length > LARGE_LIBRARY ? 1 : MAX_VERIFIED
  let tried = 0
  for (const { fact, row } of ideas) {
    if (shown.length >= MAX_SUGGESTIONS || tried >= most) break
    const question = questionOf(fact, row)
    if (question === null || question === context.intent.asked) continue
    const scope = `${fact.year}${fact.place}${fact.tense}`
    if (shown.some((other) => isAlike(other.indicator, fact.indicator) && (isRefusal || other.scope === scope))) continue
    tried += 1
    if (await isAnsweredBy(context, question, row, figureText(row, fact))) shown.push({ question, indicator: fact.indicator, scope })
  }
  return shown.map(({ question }) => question)
}

/** One name, or nearly the same characters in another order (改造老旧小区, 老旧小区改造). */
function isAlike(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a]
  return [...short].filter((character) => long.includes(character)).length >= ALIKE * short.length
}

function questionOf(fact: IndicatorFact, row: SentenceRow): string | null {
  const { indicator, year, place, attribute } = fact
  const tense = fact.tense === 'target' && year === row.sentence.facets.year ? tenseOf(row) : fact.tense
  if (year === null || tense === null || indicator.length < 4 || indicator.length > 16) return null
  if (isOfPeriod({ row, fact }) || !isCleanName(fact, row.sentence.text)) return null
  if (!ASKABLE.includes(attribute) || UNNAMEABLE.test(indicator) || OPENS_TASK.test(indicator) || periodOf(row) !== null) return null
  const change = attribute !== 'growth' ? '' : fact.direction === 'down' ? '下降' : '增长'
  const what = tense === 'target' ? `的${change}目标是多少` : change === '' ? '实际是多少' : `实际${change}多少`
  return `${year}年${place ?? ''}${indicator}${what}？`
}
