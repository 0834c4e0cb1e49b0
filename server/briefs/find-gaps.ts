import type { BriefUnit } from './brief-unit.ts'
import type { BriefTable } from './build-table.ts'
import type { BriefPlan } from './read-request.ts'

/** What was asked for and is not in the brief because the library does not hold it, in Chinese. */
export function findGaps(plan: BriefPlan, units: readonly BriefUnit[], table: BriefTable | null, absent: readonly string[]): string[] {
  const facts = [...(table?.told ?? [])]
  const held = [...units, ...facts]
  const gaps: string[] = []
  for (const { name, standing } of plan.places) {
    if (standing !== 'held') gaps.push(`库中没有${name}的文件。`)
  }
  const places = plan.places.filter(({ standing }) => standing === 'held').map(({ name }) => name)
  for (const year of plan.years) {
    for (const place of places.length > 0 ? places : [null]) {
      const here = held.filter((item) => item.year === year && (place === null || item.place === place))
      const scope = `${year}年${place ?? ''}`
      if (here.length === 0) gaps.push(`库中没有${scope}这方面的内容。`)
      else if (plan.wantsActual && here.every(({ tense }) => tense === 'target')) gaps.push(`库中没有${scope}这方面的实绩，只有目标。`)
    }
  }
  for (const topic of absent) gaps.push(`库中没有关于“${topic}”的内容。`)
  return gaps
}
