import type { Section } from '../../../ingest/corpus/section.ts'
import type { SnapshotDocument } from '../../../ingest/index/library-snapshot.ts'
import { type AskedPart, namedPlan } from '../../understand/section-cues.ts'

const PLAN_SCORE = 0.5
const YEAR_SCORE = 1
const PERIOD_SCORE = 1.5

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

/** The year in the heading. */
export function yearFit(section: Section, years: readonly number[]): number {
  const own = /(?:19|20)\d{2}/.exec(section.heading)?.[0]
  if (own === undefined || years.length === 0) return 0
  return years.includes(Number(own)) ? YEAR_SCORE : -YEAR_SCORE
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
