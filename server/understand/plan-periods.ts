import { firstYearOfPlan, numberOfPlanEnding, PLAN_LENGTH } from '../../ingest/structure/plan-years.ts'
import type { Intent } from './intent.ts'
import type { LibraryKnowledge } from './library-knowledge.ts'

/** Five years as papers count them: “十五五”. Not 十五年, 二十五个. */
const PLAN = /(?<![二三四五六七八九])(十[一二三四五六七八九])五(?![年个项天名家万亿])/g

/** The first years of the five years that a text names, each once. */
export function plansIn(text: string): number[] {
  return [...new Set([...text.matchAll(PLAN)].map((match) => firstYearOfPlan(match[1] ?? '')))]
}

/** The first years of the five years that a question asks about, or the turns before it where it names no time of its own. */
export function askedPlans({ asked, years, focus }: Pick<Intent, 'asked' | 'years' | 'focus'>): number[] {
  const own = plansIn(asked)
  return own.length > 0 || years.length > 0 ? own : plansIn(focus.map(({ text, weight }) => (weight === 1 ? text : '')).join(' '))
}

const PLAN_NAMED = new RegExp(`[“"]?${PLAN.source}[”"]?(?:时期|期间|以来|期末|末|规划)?的?`, 'g')

/** A text without the five years that it names. */
export function withoutPlans(text: string): string {
  return text.replace(PLAN_NAMED, '')
}

/** 十五五 for its first year; null for a year that begins none. */
export function planFrom(first: number): string | null {
  return planEnding(first + PLAN_LENGTH - 1)
}

function planEnding(last: number): string | null {
  const number = numberOfPlanEnding(last)
  return number === null ? null : `${number}五`
}

const BY_YEAR = /(?:[到至]|截至)?((?:19|20)\d{2})年[底末]?(?!度)/g

/**
 * 到2030年 as “十五五”末, where the library says nothing of that year but names the five years that it ends: papers set their aims for either.
 */
export function namePlanEnds(question: string, { years, namedYears, mentions }: LibraryKnowledge): { text: string; notes: readonly string[] } {
  const notes: string[] = []
  const text = question.replace(BY_YEAR, (said, digits: string) => {
    const year = Number(digits)
    const plan = years.has(year) || namedYears.has(year) ? null : planEnding(year)
    if (plan === null || plansIn(question).length > 0 || !mentions(plan)) return said
    notes.push(`“${said}”按“${plan}”末理解`)
    return `“${plan}”末`
  })
  return { text, notes }
}
