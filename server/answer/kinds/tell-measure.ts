import type { IndicatorFact } from '../../../ingest/facts/indicator-fact.ts'
import { INDICATOR_NAMES } from '../../../ingest/facts/indicator-synonyms.ts'
import type { SentenceRow } from '../../../ingest/index/library-snapshot.ts'
import { askedPlans } from '../../understand/plan-periods.ts'
import type { AnswerContext, Candidate, Scope } from '../context/answer-context.ts'
import { factsOfRow } from '../context/match-fact.ts'
import { contentWords, missingWords } from '../find/content-words.ts'
import { lacksMean } from '../judge/cover-expected.ts'
import { createPeriodCover } from '../judge/cover-period.ts'
import { namedIndicators } from './answer-each-indicator.ts'
import { askedMeasure, isOfMeasure } from './asked-measure.ts'
import { grewOverYears } from './grew-over-years.ts'

/** What may stand between the name and its figure: 地区生产总值迈上6万亿元台阶，达到62661亿元. */
const MAX_BEFORE_FIGURE = 60
const CLAUSE_END = /[，,；;。：:]/

/**
 * The accepted candidates of one side that tell what is compared, where the question names one standard indicator: its amounts where amounts are asked for, its growths where growths
 * are, else whatever figure of it there is; where no accepted one does, the best other candidate, told from the indicator's name to its figure. The accepted ones as they are where no
 * sentence gives a figure of it.
 */
export function tellMeasure(
  context: AnswerContext,
  side: Scope,
  accepted: readonly Candidate[],
  candidates: readonly Candidate[],
): readonly Candidate[] {
  const [name, ...others] = standardNames(context)
  if (name === undefined || others.length > 0) return accepted
  const indicator = context.ledger.grouping()(name)
  const words = contentWords(context)
  const whole = candidates.filter(({ evidence: { row } }) => missingWords(context, row, words).length === 0)
  const measure = askedMeasure(context.intent)
  const ofPeriod = createPeriodCover(context)
  for (const wanted of measure === null ? [null] : [measure, null]) {
    const figuresOf = (candidate: Candidate): IndicatorFact[] => {
      const { row } = candidate.evidence
      if (ofPeriod(candidate) !== null || lacksMean(context.intent.asked, row.sentence.text)) return []
      return factsOfRow(context, row).filter(
        (fact) => fact.indicator === indicator && isOfMeasure(fact.attribute, wanted) && isOfSide(row, fact, side),
      )
    }
    const told = accepted.filter((candidate) => figuresOf(candidate).some(({ range }) => quotes(candidate, range)))
    if (told.length > 0) return told
    for (const candidate of whole) {
      const [fact] = figuresOf(candidate)
      if (fact) return [{ ...candidate, text: fromName(context, candidate, fact, name) }]
    }
    const [like] = candidates
    const unfound = like ? rowsOfSide(context, side).map((row) => ({ ...like, evidence: { ...like.evidence, row } })) : []
    for (const candidate of unfound) {
      const [fact] = figuresOf(candidate).filter(({ tense }) => context.intent.tense === null || tense === context.intent.tense)
      if (fact) return [{ ...candidate, text: fromName(context, candidate, fact, name) }]
    }
  }
  // Of other five years, or of another thing, nothing stands in the stead of what was asked.
  return askedPlans(context.intent).length === 1 && side.years.length === 0 ? [] : accepted
}

/** All rows of the papers of a place: a standard indicator may be told by a name that shares no word with the question (经济增长 for GDP). None where the side has no place. */
function rowsOfSide({ snapshot }: AnswerContext, { places }: Scope): SentenceRow[] {
  return snapshot.sentences.filter(({ document: { document } }) => document.metadata.place !== null && places.includes(document.metadata.place))
}

function isOfSide(row: SentenceRow, fact: IndicatorFact, { years }: Scope): boolean {
  if (years.length === 0) return true
  if (fact.year === null || !years.includes(fact.year)) return false
  return years.length > 1 || !grewOverYears(row, fact)
}

/** Whether the quoted words hold the figure itself: 增长5% is not in 失业率5.5%. */
function quotes({ evidence: { row }, text }: Candidate, { start, end }: { readonly start: number; readonly end: number }): boolean {
  return text.split('……').some((part) => {
    const at = row.sentence.text.indexOf(part)
    return at >= 0 && start >= at && end <= at + part.length
  })
}

/** The standard indicators that the question names, also by everyday names: 经济增长 asks for the product's. */
function standardNames(context: AnswerContext): string[] {
  const names = namedIndicators(context).flatMap((name) => {
    if (INDICATOR_NAMES.has(name)) return [name]
    const others = context.synonyms(name).find(({ found }) => found === name)?.others ?? []
    return others.filter((other) => INDICATOR_NAMES.has(other)).slice(0, 1)
  })
  return [...new Set(names)]
}

/** From the clause that names the indicator to the end of the clause with its figure. */
function fromName({ synonyms }: AnswerContext, { evidence: { row } }: Candidate, fact: IndicatorFact, name: string): string {
  const { text } = row.sentence
  const forms = [fact.indicatorText, fact.indicator, name, ...synonyms(name).flatMap(({ others }) => others)].filter((form) => form !== '')
  const at = Math.max(...forms.map((form) => text.lastIndexOf(form, fact.range.start)))
  let start = at >= 0 && fact.range.start - at <= MAX_BEFORE_FIGURE ? Math.min(at, fact.clause.start) : fact.clause.start
  while (start > 0 && !CLAUSE_END.test(text[start - 1] ?? '')) start -= 1
  return text.slice(start, fact.clause.end).trim()
}
