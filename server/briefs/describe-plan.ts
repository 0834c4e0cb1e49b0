import type { BriefUnderstood } from '../contract/briefs.ts'
import type { PlaceWeights } from './brief-scope.ts'
import type { BriefPlan } from './read-request.ts'

/** The plan as the user reads it. */
export function describePlan(plan: BriefPlan, places: PlaceWeights): BriefUnderstood {
  const named = plan.places.map(({ name }) => name)
  return {
    topics: [...plan.topics],
    years: [...plan.years],
    places: named.length > 0 ? named : [...places.keys()],
    ...(plan.audience === null ? {} : { audience: plan.audience }),
    ...(plan.aspects.length > 0 ? { aspects: [...plan.aspects] } : {}),
    length: plan.length,
  }
}

export function tableCaption({ subject, topics }: BriefPlan): string {
  const name = (subject === '' ? topics.join('、') : subject).replace(/(?:情况)?(?:对照|对比)$|(?:的)?情况$/, '')
  return `${name}对照表`
}

/** Places in the order of the request, then the widest. */
export function placeRank(place: string | null, plan: BriefPlan, widest: string | null): number {
  const named = plan.places.findIndex(({ name }) => name === place)
  return named >= 0 ? named : place === widest ? 50 : place === null ? 99 : 60
}
