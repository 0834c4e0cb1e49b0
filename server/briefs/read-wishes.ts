import type { SentenceTense } from '../../ingest/corpus/sentence.ts'

/** What a request wants to know of each of its years: results, plans, or both. */
export type YearWishes = ReadonlyMap<number, SentenceTense | 'both'>

const SPAN = /((?:(?:(?:19|20)\d{2}|(?<!\d)[0-4]\d(?=年))年?度?\s*(?:[、和与及至到]|以及|[—\-–~～]{1,2})?\s*)+)([^\d，。；;（）()]*)/g
const ACTUAL = /进展|实绩|成效|成绩|完成|回顾|执行|基数|实际|结果|运行情况/
const TARGET = /目标|计划|安排|任务|部署|打算|规划|举措|重点工作/

/**
 * Reads it off the words behind each year or run of years: 2023年完成情况、2024和2025年目标.
 *
 * @param years the years of the request
 * @param general what holds for a year that nothing is said of
 */
export function readWishes(request: string, years: readonly number[], general: SentenceTense | 'both'): YearWishes {
  const wishes = new Map<number, SentenceTense | 'both'>(years.map((year) => [year, general]))
  for (const [, span = '', tail = ''] of request.matchAll(SPAN)) {
    const wish = wishOf(tail)
    if (wish === null) continue
    for (const year of yearsOf(span)) if (wishes.has(year)) wishes.set(year, wish)
  }
  return wishes
}

function wishOf(text: string): SentenceTense | 'both' | null {
  const [actual, target] = [ACTUAL.test(text), TARGET.test(text)]
  return actual && target ? 'both' : actual ? 'actual' : target ? 'target' : null
}

function yearsOf(span: string): number[] {
  const numbers = [...span.matchAll(/(?:19|20)\d{2}|(?<!\d)\d{2}(?=年)/g)].map(([text]) => (text.length === 2 ? 2000 + Number(text) : Number(text)))
  const [first, last] = numbers
  if (numbers.length === 2 && first !== undefined && last !== undefined && /[—\-–~～至到]/.test(span) && last > first) {
    return Array.from({ length: last - first + 1 }, (_, i) => first + i)
  }
  return numbers
}
