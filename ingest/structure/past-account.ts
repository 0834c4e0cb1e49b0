import type { DocumentMetadata } from '../corpus/metadata.ts'
import type { Sentence } from '../corpus/sentence.ts'

const NUMBERS = '一二三四五六'
const BEGIN = '^(?:[（(][^（()）]{1,3}[）)]|[—-]+)?'
const PAST_YEARS = new RegExp(`${BEGIN}(?:(?:过去(?:的)?|这)五年|五年(?:来|间))`)
const OF_PLAN = new RegExp(`${BEGIN}[“"]十([${NUMBERS}])五[”"](?:时期|期间|以来)`)
const AHEAD = new RegExp(`${BEGIN}(?:今后|未来|今年|展望|面向|下一步|[到至](?:19|20)\\d{2}年)`)
/** “十一五” ended with this year. */
const FIRST_END = 2010

/** The last year of the plan that a sentence opens the account of (“十四五”时期，… : 2025); null where it opens none. */
export function planEnd(text: string): number | null {
  const plan = OF_PLAN.exec(text)?.[1]
  return plan === undefined ? null : FIRST_END + 5 * NUMBERS.indexOf(plan)
}

/** Whether a sentence opens the account of years that have gone by when its paper speaks. */
export function opensPast(text: string, year: number | null): boolean {
  const end = planEnd(text)
  return PAST_YEARS.test(text) || (end !== null && year !== null && end < year)
}

/**
 * Whether a sentence stands in the account of years gone by that its section gives before it says what is to be done, as the explanation of a plan does. Sentences are asked for in
 * their order.
 */
export function createPastAccount({ year }: DocumentMetadata): (sentence: Sentence) => boolean {
  let section: number | null = null
  return (sentence) => {
    if (opensPast(sentence.text, year)) section = sentence.section
    else if (section !== sentence.section || AHEAD.test(sentence.text) || planEnd(sentence.text) !== null) section = null
    return section !== null
  }
}
