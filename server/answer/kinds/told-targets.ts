import type { SentenceRow, SnapshotDocument } from '../../../ingest/index/library-snapshot.ts'
import { type AskedPart, namedPlan } from '../../understand/section-cues.ts'
import type { AnswerContext } from '../context/answer-context.ts'
import { type FoundSection, findSectionIn, rowsOf } from '../find/find-section.ts'
import { beginsPoint } from '../sentences/counted-series.ts'
import { tellingRows } from '../sentences/telling-rows.ts'
import { countFigures, findLead, following, within } from './told-rows.ts'

const MIN_FIGURES = 2
/** More of them do not make a sentence more of a lead. */
const MOST_FIGURES = 6
const MIN_TELLING_CHARS = 60
/** A lead with figures that is no longer goes on in the next sentences where these are of figures too. */
const MAX_SHORT_LEAD = 110
const TARGETS = /(?:预期|主要|总体|奋斗|发展|工作)目标(?:任务)?(?:是|为|如下|[：:])|目标(?:是|为)[：:]?|建议[^。]{0,24}目标/
/** How papers open what five years are to bring, which they often do without a figure. */
const PERIOD_AIMS = /(?:主要|发展|奋斗|总体|预期)目标(?:任务)?(?:是|为|包括|如下|[，,：:。])|以下[^。，]{0,8}目标|^到20\d{2}年[，,]/
const COMING_YEARS = /(?:今后|未来)五年/
/** 关键时期 says how much five years mean, 衔接 why the aims of a year are what they are: neither says what the five years are to bring. */
const NO_AIMS = /关键(?:时期|五年|期)|衔接|开好局|开局起步|今年|上述|^提出这些|^中央|指导思想/
/** The fifteenth plan ends in 2030, and each five years before the next. */
const LAST_YEAR = { plan: 15, year: 2030 } as const
const PLANS = '零一二三四五六七八九'

/** What a paper aims at as a whole: the sentence that says so with those that go on with it, else the part that is headed so. */
export function tellTargets(context: AnswerContext, asked: AskedPart, document: SnapshotDocument, maxChars: number): SentenceRow[] {
  const period = namedPlan(context.intent.asked)
  const lead = findLead(document, period === null ? aimsOfYear(context.intent.years) : aimsOfPlan(period))
  // What five years are to bring is often told without figures.
  const tells = (rows: readonly SentenceRow[]): boolean =>
    rows.reduce((sum, row) => sum + countFigures(row.sentence.text), 0) >= MIN_FIGURES ||
    (period !== null && rows.some((row) => row.sentence.text.length >= MIN_TELLING_CHARS))
  const rows = lead ? following(lead, maxChars, goesOnWith(lead)) : []
  if (tells(rows)) return rows
  // A part that is headed as the aims is of the paper's own time.
  const section = isOfYearsToCome(context.intent.years, document) ? null : findSectionIn(context, asked, [document])
  if (section === null || (period !== null && !isOfPlan(section, period))) return []
  // A part that is headed as the aims and is short is told whole: aims may be set by dates, without figures.
  const body = rowsOf(section).filter(({ sentence }) => sentence.role !== 'heading' || beginsPoint(sentence.text))
  if (/目标/.test(section.section.heading) && within(body, maxChars).length === body.length) return body
  const telling = tellingRows(rowsOf(section), true, maxChars)
  return tells(telling) ? telling : []
}

/** Whether the years that are asked for lie beyond the one that a paper is of, and are not in its title. */
function isOfYearsToCome(years: readonly number[], { document: { metadata } }: SnapshotDocument): boolean {
  return years.length > 0 && years.every((year) => metadata.year !== null && year > metadata.year && !metadata.title.includes(`${year}`))
}

/** A part that is headed as the aims of the plan, or of the years to come. */
function isOfPlan({ section: { heading } }: FoundSection, plan: string): boolean {
  return (heading.includes(plan) || COMING_YEARS.test(heading)) && !/成就|成效|回顾/.test(heading)
}

function aimsOfYear(years: readonly number[]): (row: SentenceRow) => number {
  return ({ sentence: { text, facets } }) => {
    if (!TARGETS.test(text) || facets.tense === 'actual') return 0
    // Whose aims they are stands before them; a plan of five years may be named behind.
    const whose = text.slice(0, (/目标(?:任务)?(?:是|为|如下|[：:])/.exec(text)?.index ?? 0) + 2)
    if (namedPlan(whose) !== null || (years.length > 0 && facets.year !== null && !years.includes(facets.year))) return 0
    return Math.min(MOST_FIGURES, countFigures(text)) + (/预期目标/.test(text) ? 2 : 0) + (/如下|[：:]$/.test(text) ? 1 : 0)
  }
}

function aimsOfPlan(plan: string): (row: SentenceRow) => number {
  const end = `${LAST_YEAR.year - 5 * (LAST_YEAR.plan - 10 - PLANS.indexOf(plan[1] ?? ''))}年`
  return ({ sentence: { text, facets } }) => {
    const aims = PERIOD_AIMS.exec(text)
    if (aims === null || facets.tense === 'actual' || NO_AIMS.test(text)) return 0
    // Whose aims they are stands before them: what a year is to do for a plan is no aim of the plan.
    const whose = text.slice(0, aims.index + aims[0].length)
    if (!whose.includes(plan) && !whose.includes(end) && !COMING_YEARS.test(whose)) return 0
    return (
      1 +
      Math.min(MOST_FIGURES, countFigures(text)) +
      (/目标(?:任务)?(?:是|为|包括|如下|[：:])/.test(text) ? 4 : 0) +
      (text.length >= MIN_TELLING_CHARS ? 2 : 0)
    )
  }
}

/** Lines of the lead, points that are led up to, figures where the lead has none, and more figures behind a short lead. */
function goesOnWith(lead: SentenceRow): (row: SentenceRow) => boolean {
  const { text: opening } = lead.sentence
  const led = countFigures(opening)
  const leadsUp = /[：:]$/.test(opening)
  return ({ sentence: { text, facets, leadIn } }) => {
    if (leadIn === lead.sentence.index) return true
    const figures = countFigures(text)
    if (led < MIN_FIGURES) return figures > 0 || beginsPoint(text) || (leadsUp && facets.tense === 'target')
    return opening.length <= MAX_SHORT_LEAD && figures >= MIN_FIGURES && facets.tense !== 'actual' && /左右|以上|以内|增长|控制/.test(text)
  }
}
