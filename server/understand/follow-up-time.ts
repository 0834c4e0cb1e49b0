import { isContentFree } from './focus.ts'
import { asksForWholeYear, partsOfYearIn, withoutPartsOfYear } from './parts-of-year.ts'
import { planFrom, plansIn, withoutPlans } from './plan-periods.ts'
import type { Slots } from './slots.ts'

/** What is asked of several years and of none alone. */
const OF_SEVERAL = /年均(?=增|下降|提高)|累计/g

/**
 * The turn before without the stretch of time that a follow-up replaces, where its focus keeps its name: 一季度…？那上半年呢, 全年呢; “十五五”年均增长目标？那今年呢.
 *
 * @param hasYear whether the follow-up names a year
 */
export function withoutReplacedStretch(previous: Slots, asked: string, hasYear: boolean): Slots {
  const ofPart = asksForWholeYear(asked) || partsOfYearIn(asked).length > 0
  const ofPlan = (hasYear || plansIn(asked).length > 0) && previous.focus.some(({ text }) => plansIn(text).length > 0)
  if (!ofPart && !ofPlan && !hasYear) return previous
  const rest = (text: string): string => {
    const timeless = ofPart ? withoutPartsOfYear(text) : text
    const ofYear = hasYear ? timeless.replace(OF_SEVERAL, '') : timeless
    return ofPlan ? withoutPlans(ofYear) : ofYear
  }
  const focus = previous.focus.map(({ text, weight }) => ({ text: rest(text), weight })).filter(({ text }) => text !== '')
  return focus.length === 0 ? previous : { ...previous, focus }
}

/** Whether a follow-up names nothing but five years: 十五五呢, 那“十四五”目标呢. */
export function namesOnlyPlan(stretches: readonly string[]): boolean {
  const named = stretches.some((text) => plansIn(text).length > 0)
  return named && isContentFree(stretches.map(withoutPlans))
}

/** The turn before as it would have been asked of the five years that a follow-up names: these stand in the place of its years. */
export function ofPlan(previous: Slots, asked: string): Slots {
  const [first = 0] = plansIn(asked)
  const at = previous.focus.findIndex(({ weight }) => weight === 1)
  const focus = previous.focus.map((part, i) => (i === Math.max(0, at) ? { ...part, text: `${planFrom(first) ?? ''}${part.text}` } : part))
  return { ...previous, years: [], focus }
}

/** Whether a follow-up asks for aims, for results, for both, or leaves it open. */
export interface AskedTenses {
  readonly tense: 'target' | 'actual' | null
  readonly bothTenses: boolean
}

/**
 * What a follow-up that only names another time takes over: the year before one whose aim was asked for had an aim and has a result, a later year has no result yet; of five years the
 * words of their papers tell it.
 */
export function inheritTense(previous: Slots, years: readonly number[], isOfPlan: boolean): AskedTenses {
  const { tense, years: before } = previous
  const isEarlier = years.length > 0 && before.length > 0 && Math.max(...years) < Math.min(...before)
  const isLater = years.length > 0 && before.length > 0 && Math.min(...years) > Math.max(...before)
  if (isOfPlan || (tense === 'actual' && isLater)) return { tense: null, bothTenses: false }
  return tense === 'target' && isEarlier ? { tense: null, bothTenses: true } : { tense, bothTenses: false }
}
