import type { BriefOutline } from '../contract/briefs.ts'
import type { BriefUnit } from './brief-unit.ts'
import type { ChosenUnit } from './choose-units.ts'
import { keyOfPath, type OutlineShape, pathOf, shapeOutline } from './outline-shape.ts'
import type { BriefPlan } from './read-request.ts'

/** The shape is that of the whole brief; then sections that the user took out leave their room to the others. */
export function keepOutline(
  units: readonly BriefUnit[],
  outline: BriefOutline | undefined,
  plan: BriefPlan,
  choose: (units: readonly BriefUnit[]) => ChosenUnit[],
): { chosen: ChosenUnit[]; shape: OutlineShape } {
  const chosen = choose(units)
  const shape = shapeOutline(
    chosen.map(({ unit }) => unit),
    plan,
  )
  if (outline === undefined) return { chosen, shape }
  const kept = outline.map(({ key }) => key)
  const isKept = (unit: BriefUnit): boolean => {
    const key = keyOfPath(pathOf(unit, shape, plan))
    return kept.some((other) => other === key || other.startsWith(keyOfPath([key, ''])))
  }
  return { chosen: choose(units.filter(isKept)), shape }
}
