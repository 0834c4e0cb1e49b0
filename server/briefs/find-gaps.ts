import type { SentenceTense } from '../../ingest/corpus/sentence.ts'
import type { BriefPlan } from './read-request.ts'

/** What the library says of a year and place. */
export interface HeldItem {
  readonly year: number | null
  readonly place: string | null
  readonly tense: SentenceTense | null
}

/**
 * What was asked for and is not in the library, in Chinese.
 *
 * @param held everything that the library says of the topics, told in the brief or not: what was merely left out for want of room is no gap
 * @param absent topics that the library does not speak of
 */
export function findGaps(plan: BriefPlan, held: readonly HeldItem[], absent: readonly string[]): string[] {
  const gaps: string[] = []
  for (const { name, standing } of plan.places) {
    if (standing !== 'held') gaps.push(`库中没有${name}的文件。`)
  }
  const places = plan.places.filter(({ standing }) => standing === 'held').map(({ name }) => name)
  for (const year of plan.years) {
    for (const place of places.length > 0 ? places : [null]) {
      const here = held.filter((item) => item.year === year && (place === null || item.place === place))
      const scope = `${year}年${place ?? ''}`
      const wish = plan.wishes.get(year) ?? 'both'
      if (here.length === 0) gaps.push(`库中没有${scope}这方面的内容。`)
      else if (wish !== 'target' && here.every(({ tense }) => tense === 'target')) gaps.push(`库中没有${scope}这方面的实绩，只有目标。`)
      else if (wish === 'target' && here.every(({ tense }) => tense === 'actual')) gaps.push(`库中没有${scope}这方面的目标，只有实绩。`)
    }
  }
  for (const topic of absent) gaps.push(`库中没有关于“${topic}”的内容。`)
  return gaps
}
