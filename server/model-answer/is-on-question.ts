import { comparableText, hanPairs } from '../answer/verify/verify-text.ts'
import type { Understood } from '../contract/chat.ts'

/** What questions say around the thing that they ask for. */
const ASKING =
  /为什么|为何|为啥|什么|多少|哪些|哪几|哪个|怎么样?|如何|原因|情况|对比|比较|相比|分别|今年|去年|前年|全市|全区|全县|全省|我市|我区|我县|[0-9]{4}年/g

/** Does a statement say a word of what is asked for, years and places apart? A question that names nothing else leaves it open. */
export function isOnQuestion(text: string, { question, places }: Pick<Understood, 'question' | 'places'>): boolean {
  const asked = places.reduce((rest, place) => rest.replaceAll(place, '，'), question.normalize('NFKC')).replace(ASKING, '，')
  const wanted = new Set(asked.split(/[^\p{Script=Han}]/u).flatMap((part) => [...hanPairs(part)]))
  if (wanted.size === 0) return true
  return [...hanPairs(comparableText(text))].some((pair) => wanted.has(pair))
}
