import type { FocusPart } from './intent.ts'
import type { NamedSide } from './named-sides.ts'

/** 这两项, 上述三个指标, 二者: what the turns before asked for, together. */
const TOGETHER = /(?:这|那|上述|上面|前面|刚才)(?:的)?(两|二|三|几)(?:个|项|者|类|样|方面)?(?:指标|数据|数字|数|内容)?|(二|两|三)者/
const COUNTS: Readonly<Record<string, number>> = { 两: 2, 二: 2, 三: 3 }
const MOST = 3

/**
 * The topics that a question points back to together, each put in the place of the pointing words. The topics are what the turns before asked for, oldest first: what was asked longer
 * ago has faded more. Empty where the question points to nothing, or fewer than two topics are remembered.
 */
export function recallTopics(question: string, focus: readonly FocusPart[]): NamedSide[] {
  const match = TOGETHER.exec(question)
  if (!match) return []
  const count = COUNTS[match[1] ?? match[2] ?? ''] ?? MOST
  const weights = [...new Set(focus.map(({ weight }) => weight))].toSorted((a, b) => b - a).slice(0, count)
  if (weights.length < 2) return []
  return weights.toReversed().map((weight) => {
    const name = focus.flatMap((part) => (part.weight === weight ? part.text : [])).join('')
    return { name, question: question.replace(match[0], name).replace(/(?:各自|分别|各)(?=[是有为要增达到])/, '') }
  })
}
