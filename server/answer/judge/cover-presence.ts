import type { AnswerContext } from '../context/answer-context.ts'
import { contentWords, holdsWord } from '../find/content-words.ts'
import { type Cover, covered } from './objection.ts'
import { isOfPapers } from './plain-name.ts'

/** What a question asks the presence of: 有海洋经济吗, 有没有地铁. */
const WHETHER_THERE = /(?<!没)(?:有没有|有)(\p{Script=Han}{3,10}?)(?:吗|么|没有)?[？?]?$/u
const ASKS_WHETHER = /有没有|(?:吗|么|没有)[？?]?$/

/**
 * Objects to sentences that do not name what a question asks the presence of by the word that tells it from others (海洋经济: 民营经济 is another). Names in words of speech may be told in
 * others.
 */
export function createPresenceCover(context: AnswerContext): Cover {
  const { intent, segmenter, wordings } = context
  const name = intent.expected.kind === 'statement' && ASKS_WHETHER.test(intent.asked) ? WHETHER_THERE.exec(intent.asked)?.[1] : undefined
  if (name === undefined || !isOfPapers(name, segmenter.cut(name))) return covered
  const [word] = contentWords(context)
    .filter(({ text }) => name.includes(text))
    .toSorted((a, b) => b.share - a.share)
  if (word === undefined) return covered
  return ({ evidence: { row } }) => (holdsWord(wordings, wordings.ofRow(row), word) ? null : { missing: word.text })
}
