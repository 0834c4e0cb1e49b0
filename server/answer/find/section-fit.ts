import type { Section } from '../../../ingest/corpus/section.ts'
import { sectionPath } from '../../../ingest/corpus/section-path.ts'
import type { SnapshotDocument } from '../../../ingest/index/library-snapshot.ts'
import { type AskedPart, namedPlan } from '../../understand/section-cues.ts'

const PLAN_SCORE = 0.5
const YEAR_SCORE = 1
const PERIOD_SCORE = 1.5
const YEAR = /(?:19|20)\d{2}/
/** A part of a paper on what five years brought or are to bring. */
const OF_PERIOD = /十[一二三四五六七]五|五年/

/** Where no heading says so: a section that speaks mostly of targets is of a plan, one that tells results of a review; null where it is neither. */
export function partByTense(section: Section, document: SnapshotDocument['document']): 'plan' | 'review' | null {
  const tenses = sentencesIn(section, document).flatMap(({ facets }) => facets.tense ?? [])
  const targets = tenses.filter((tense) => tense === 'target').length
  if (tenses.length === 0 || targets * 2 === tenses.length) return null
  return targets * 2 > tenses.length ? 'plan' : 'review'
}

/** What is to be done stands in plans. */
export function partFit({ part }: Section, { targetsOnly, isTasks }: AskedPart): number {
  if (!targetsOnly && !isTasks) return 0
  return part === 'plan' ? PLAN_SCORE : part === 'review' ? -PLAN_SCORE : 0
}

/** Whether a section that may review is of other years than those asked for, by what its sentences speak of: the report of a year reviews the one before. */
export function isOfOtherYears(section: Section, { document }: SnapshotDocument, { wants }: AskedPart, years: readonly number[]): boolean {
  if (wants === 'plan' || years.length === 0) return false
  const told = sentencesIn(section, document).flatMap(({ facets }) => facets.year ?? [])
  return told.filter((year) => years.includes(year)).length * 2 < told.length
}

/** The year in the heading, else in the nearest heading above it. */
export function yearFit(section: Section, { document }: SnapshotDocument, years: readonly number[]): number {
  const own = sectionPath(document.sections, section.index).findLast((heading) => YEAR.test(heading))
  if (own === undefined || years.length === 0) return 0
  return years.includes(Number(YEAR.exec(own)?.[0])) ? YEAR_SCORE : -YEAR_SCORE
}

/** Whether a section is of five years in a paper that has a part for the one year that is asked for. */
export function isOfPeriod(section: Section, { document }: SnapshotDocument, years: readonly number[], asked: string): boolean {
  if (years.length !== 1 || namedPlan(asked) !== null || /五年/.test(asked)) return false
  const names = (heading: string): boolean =>
    years.some((year) => heading.includes(`${year}`) || (year === document.metadata.year && /今年|本年度?/.test(heading)))
  const isOfYear = ({ index }: Section): boolean => sectionPath(document.sections, index).some(names)
  const path = sectionPath(document.sections, section.index)
  return path.some((heading) => OF_PERIOD.test(heading)) && !path.some(names) && document.sections.some(isOfYear)
}

/** A section that speaks of the five-year plan that is asked for goes before one that does not. */
export function periodFit(section: Section, { document }: SnapshotDocument, question: string): number {
  const plan = namedPlan(question)
  if (plan === null) return 0
  return sentencesIn(section, document).some(({ text }) => text.includes(plan)) || /五年/.test(section.heading) ? PERIOD_SCORE : 0
}

/** Sentences of the section, its subsections included. */
function sentencesIn({ range }: Section, { sentences }: SnapshotDocument['document']): SnapshotDocument['document']['sentences'] {
  return sentences.filter((sentence) => sentence.range.start >= range.start && sentence.range.end <= range.end)
}
