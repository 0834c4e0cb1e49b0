import type { ParsedDocument } from '../corpus/document.ts'
import type { DocumentMetadata } from '../corpus/metadata.ts'
import type { Sentence } from '../corpus/sentence.ts'
import { foldYears } from './fold-years.ts'
import { lastYearOfPlan, PLAN_NUMBER } from './plan-years.ts'

const BEGIN = '^(?:[（(][^（()）]{1,3}[）)]|[—-]+)?'
/** Five or ten years that have gone by: 这五年, 近十年来, 回望过去五年, 回顾五年的工作. */
export const YEARS_GONE_BY = '(?:回[首望顾](?:过去的?|这)?[五十]年|(?:过去的?|这)[五十]年|近[五十]年来|[五十]年[来间])'
const PAST_YEARS = new RegExp(`${BEGIN}${YEARS_GONE_BY}`)
const OF_PLAN = new RegExp(`${BEGIN}[“"](${PLAN_NUMBER})五[”"](?:时期|期间|以来|这五年)`)
const AHEAD = new RegExp(`${BEGIN}(?:今后|未来|今年|展望|面向|下一步|[到至](?:19|20)\\d{2}年)`)

/** The last year of the plan that a sentence opens the account of (“十四五”时期，… : 2025); null where it opens none. */
function planEnd(text: string): number | null {
  const plan = OF_PLAN.exec(text)?.[1]
  return plan === undefined ? null : lastYearOfPlan(plan)
}

/** Whether a sentence opens the account of years that have gone by when its paper speaks. */
export function opensPast(text: string, year: number | null): boolean {
  const end = planEnd(text)
  return PAST_YEARS.test(text) || (end !== null && year !== null && end < year)
}

/** A part that plans may begin with what the year before brought: 过去一年，…. It ends with its paragraph, or where the sentence turns to what is ahead. */
const PAST_YEAR = new RegExp(`${BEGIN}(?:刚刚)?(?:[^，。]{0,8}[，,])?(?:过去的?一年|一年来)`)
/** An aim that was reached, and what came to nearly so much (将近), turn to nothing. */
const TURNS =
  /今年|^这[为些]|^(?:新的一年|我们要|要|必须|但)|力争|确保(?!了)|将(?!近)|继续(?!得到)|(?<!(?:完成|实现|达到)了?[^，,；;。]{0,14})(?:目标|任务)/

const PLAN_AHEAD = new RegExp(`[“"](${PLAN_NUMBER})五[”"](?:时期|期间)?[^。]{0,8}(?:规划|目标|纲要|任务)`, 'g')

/** Whether a sentence speaks of a plan that is still to be carried out. */
function namesPlanAhead(text: string, year: number | null): boolean {
  return [...text.matchAll(PLAN_AHEAD)].some(([, plan = '']) => year !== null && lastYearOfPlan(plan) >= year)
}

/**
 * Whether a sentence stands in the account of years gone by, or of the year before, that a part gives before it says what is to be done, as the explanation of a plan does. Sentences
 * are asked for in their order.
 */
export function createPastAccount({ text }: ParsedDocument, { year }: DocumentMetadata): (sentence: Sentence) => 'years' | 'year' | null {
  let account: { readonly of: 'years' | 'year'; readonly section: number } | null = null
  let end = 0
  // 2030年是…的一年 in a paper of 2031.
  const yearBefore = year === null ? null : new RegExp(`${BEGIN}${year - 1}年，?是.*一年[。，；]`)
  return (sentence) => {
    const isNewParagraph = text.slice(end, sentence.range.start).includes('\n')
    end = sentence.range.end
    if (opensPast(sentence.text, year)) account = { of: 'years', section: sentence.section }
    else if (PAST_YEAR.test(sentence.text) || yearBefore?.test(foldYears(sentence.text))) account = { of: 'year', section: sentence.section }
    else if (account?.section !== sentence.section || AHEAD.test(sentence.text) || planEnd(sentence.text) !== null) account = null
    else if (account.of === 'year' ? isNewParagraph || TURNS.test(sentence.text) : namesPlanAhead(sentence.text, year)) account = null
    return account?.of ?? null
  }
}
