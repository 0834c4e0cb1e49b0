import type { SentenceRow } from '../../../ingest/index/library-snapshot.ts'
import { foldYears } from '../../../ingest/structure/fold-years.ts'
import { asksForFiveYears } from '../../understand/find-years.ts'
import { readAskedPart } from '../../understand/section-cues.ts'
import type { AnswerContext } from '../context/answer-context.ts'
import { sayYears, timeOf, UNDATED } from '../kinds/with-scope.ts'
import { splitClauseTexts } from '../sentences/clause-window.ts'
import type { DraftStatement } from '../sentences/draft.ts'
import { tellsAims } from '../sentences/is-rule.ts'
import { NEEDS_TIME, TELLS_FIGURE } from '../sentences/tells-figure.ts'
import { saidTenseOf } from '../sentences/tense-of.ts'
import { sayAims } from './say-aims.ts'

const OPENS_ESTIMATE = /^\s*(?:初步|全年)?预计/
const ENDS_ESTIMATE = /[；;]\s*$/
/** Years as a paper's own one counts them: the word, how far from its own, whether a reader who knows the year spoken of reads it from there. */
const COUNTED: readonly { readonly word: RegExp; readonly from: number }[] = [
  { word: /今年|本年(?!度)/, from: 0 },
  { word: /(?<![比较同与超于])(?:去年|上年(?!度?[末底]?(?:同期|提高|增长|增加|下降|减少|水平)))/, from: -1 },
  { word: /(?<!三十|[比较])前年/, from: -2 },
  { word: /明年/, from: 1 },
]

/**
 * The statements of an answer with their years and places told where nothing else tells them: at the first of each run, if the question names none or another one, and wherever
 * 今年 or 去年 mean another year than the one that is spoken of.
 */
export function sayScope({ intent, knowledge }: AnswerContext, statements: readonly DraftStatement[]): DraftStatement[] {
  if (intent.kind === 'metadata') return [...statements]
  if (intent.kind === 'definition') {
    const marks = sayAims(statements, asksForAims(intent), () => true)
    return statements.map((one, i) => (one.label === undefined ? one : labelled(one, `${one.label.replace(/：$/, '')}${marks[i] ?? ''}`)))
  }
  // One year's account is none of the five that were asked for.
  const isOfFive = intent.years.length === 0 && asksForFiveYears(intent.asked)
  const tellsFive = isOfFive && statements.some(isOfSeveralYears)
  const times = statements.map((statement) => (isOfFive ? timeBesideFive(statement, tellsFive) : timeOfUntold(statement, intent)))
  const severalPlaces = knowledge.places.length > 1 && intent.places.length === 0
  const places = statements.map((statement) => (severalPlaces ? placeOf(statement) : ''))
  // The points of a list stand under the label of the first; of facts each has its own.
  const inOneRun = (a: number, b: number): boolean => intent.kind !== 'value' && times[a] === times[b] && places[a] === places[b]
  const aims = sayAims(statements, asksForAims(intent), (at) => at > 0 && inOneRun(at - 1, at) && (statements[at]?.label ?? '') === '')
  // What reports tell is of a time, whether it is told in figures or not; rules and notices hold until they are changed.
  const isDated = isOfFive || new Set(times).size > 1 || statements.some((statement, i) => aims[i] !== '' || isOfATime(statement))
  return statements.map((statement, i) => {
    if (statement.computed || statement.rows.length === 0) return statement
    const { label = '' } = statement
    const [time = '', place = ''] = [times[i], places[i]]
    const opens = i === 0 || !inOneRun(i - 1, i)
    const saysTime = opens && isDated && yearsIn(label).length === 0 && !label.includes(time)
    const saysPlace = opens && label === '' && !statement.text.includes(place)
    const own = label.replace(/：$/, '')
    // A time that ends in the label says it already.
    const said = `${saysTime ? time : ''}${saysPlace ? place : ''}${saysTime && time.endsWith(own) ? '' : own}`
    const spoken = [...yearsIn(said), ...(yearsIn(said).length === 0 ? [...intent.years, ...yearsIn(time)] : []), ...yearsIn(statement.text)]
    const whole = `${said}${aims[i] ?? ''}${(aims[i] ?? '') === '' && isUntoldEstimate(statement) && !/预计/.test(said) ? '（预计）' : ''}${glossOf(statement, spoken)}`
    return labelled(statement, whole)
  })
}

/** What is to be done is known to be planned where a question asks for a list of it, or for a part of a paper that plans. */
function asksForAims(intent: AnswerContext['intent']): boolean {
  if (intent.kind === 'value') return false
  const { tense } = intent.spoken ?? intent
  return tense === 'target' || readAskedPart(intent.asked)?.wants === 'plan'
}

function labelled(statement: DraftStatement, label: string): DraftStatement {
  return label === '' ? statement : { ...statement, label: `${label}：` }
}

/** A clause behind one that opens with 预计: the figures that follow are estimates, up to a semicolon in the midst of a sentence; 预计 stands at the first. */
function isUntoldEstimate({ rows, text, computed }: DraftStatement): boolean {
  const sentence = rows.at(-1)?.sentence.text ?? ''
  if (computed || !sentence.includes('预计') || !TELLS_FIGURE.test(text) || /预计|初步/.test(text)) return false
  const at = sentence.indexOf(text.split('……')[0] ?? '')
  let estimated = OPENS_ESTIMATE.test(sentence)
  let start = 0
  for (const clause of estimated ? [] : splitClauseTexts(sentence)) {
    if (start >= at) break
    estimated = (estimated || OPENS_ESTIMATE.test(clause)) && !ENDS_ESTIMATE.test(clause)
    start += clause.length
  }
  return estimated
}

function isOfATime({ rows, text }: DraftStatement): boolean {
  const row = rows.at(-1)
  return NEEDS_TIME.test(text) || (row !== undefined && tellsAims(row))
}

/** The time of a statement that neither its text nor the question tells. */
function timeOfUntold(statement: DraftStatement, intent: AnswerContext['intent']): string {
  const { rows, text, computed } = statement
  const row = rows.at(-1)
  if (!row || computed || yearsIn(text).length > 0) return ''
  const { year } = row.sentence.facets
  // What is aimed at is told with its year even where that was asked for: read by itself it is taken for a result.
  const isAim = intent.kind === 'value' && saidTenseOf(row) === 'target'
  const time = timeOf(statement, isAim ? [] : (intent.spoken ?? intent).years)
  return time === '' && year === null && intent.years.length > 0 ? undated(statement) : time
}

function isOfSeveralYears({ rows, text }: DraftStatement): boolean {
  const row = rows.at(-1)
  return row !== undefined && sayYears(row, text) !== null
}

/** Between statements of five years, one without figures that no period is read for is most likely of these, too. */
function timeBesideFive(statement: DraftStatement, tellsFive: boolean): string {
  if (statement.computed || yearsIn(statement.text).length > 0) return ''
  if (tellsFive && !isOfSeveralYears(statement) && !TELLS_FIGURE.test(statement.text)) return ''
  const time = timeOf(statement, [])
  return time === '' && !isOfSeveralYears(statement) ? undated(statement) : time
}

function undated({ rows, text }: DraftStatement): string {
  return rows.at(-1)?.sentence.facets.year === null && TELLS_FIGURE.test(text) ? UNDATED : ''
}

function placeOf({ rows, computed }: DraftStatement): string {
  return computed ? '' : (rows.at(-1)?.sentence.facets.place ?? '')
}

/** What 今年 and 去年 mean where a reader would take them for another year. */
function glossOf({ rows, text }: DraftStatement, spoken: readonly number[]): string {
  const own = ownYear(rows)
  if (own === null) return ''
  const found = COUNTED.flatMap(({ word, from }) => {
    const said = word.exec(text)?.[0]
    return said === undefined || spoken.includes(own + from) || (from !== 0 && spoken.includes(own)) ? [] : [`“${said}”指${own + from}年`]
  })
  return found.length === 0 ? '' : `（文中${found.join('、')}）`
}

function ownYear(rows: readonly SentenceRow[]): number | null {
  return rows.at(-1)?.document.document.metadata.year ?? null
}

function yearsIn(text: string): number[] {
  return [...foldYears(text).matchAll(/(?<!\d)((?:19|20)\d{2})(?=\s?年)/g)].map((match) => Number(match[1]))
}
