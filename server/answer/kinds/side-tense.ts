import type { SentenceTense } from '../../../ingest/corpus/sentence.ts'
import type { Scope } from '../context/answer-context.ts'

const YEAR_WORD = /(?:19|20)\d{2}年?|今年|去年|上年|前年/g
const TARGET = /目标|计划(?!执行)|预期|打算|任务|要(?:建|达|完成|新增)|安排/
const RESULT = /实际|完成|建成|实现|达到了|增长了|实绩|结果/
/** 2024年和2025年的目标: the first year has no words of its own. */
const NO_WORDS = /^[和与跟、,，及同的\s]*$/

/**
 * Whether one side of a comparison asks for a target or a result, by the words between its year and the next one (2012年建成多少，2013年目标多少). A year gone by without such words is
 * asked for its result; null where nothing tells.
 *
 * @param newest the year that the library speaks of as this one
 */
export function sideTense(asked: string, { years }: Scope, newest: number | null): SentenceTense | null {
  const [year] = years
  if (year === undefined || years.length > 1) return null
  const told = [...asked.matchAll(YEAR_WORD)].map((match) => ({
    year: yearOf(match[0], newest),
    at: match.index,
    end: match.index + match[0].length,
  }))
  const own = told.findIndex((one) => one.year === year)
  for (let i = Math.max(0, own); own >= 0 && i < told.length; i += 1) {
    const words = asked.slice(told[i]?.end, told[i + 1]?.at)
    if (TARGET.test(words)) return RESULT.test(words) ? null : 'target'
    if (RESULT.test(words)) return 'actual'
    if (!NO_WORDS.test(words)) break
  }
  const before = asked.slice(0, told[0]?.at)
  if (TARGET.test(before)) return 'target'
  return newest !== null && year < newest ? 'actual' : null
}

function yearOf(word: string, newest: number | null): number | null {
  const digits = /\d{4}/.exec(word)?.[0]
  if (digits !== undefined) return Number(digits)
  if (newest === null) return null
  return word === '今年' ? newest : word === '前年' ? newest - 2 : newest - 1
}
