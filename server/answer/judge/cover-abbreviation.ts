import type { AnswerContext } from '../context/answer-context.ts'
import { type Cover, covered } from './objection.ts'

/** What a name writes in Latin letters: 5G, LNG, C919. */
const ABBREVIATION = /\d*[A-Z][A-Z\d]*/g
/** A unit is none: 多少GW, 几个P. */
const UNIT = /(?:多少|几)[个万亿]*[A-Za-z]+(?![\dA-Za-z]|\p{Script=Han})/gu

/**
 * Objects to figures of sentences that lack what a name writes in Latin letters (多少座5G基站: 换电站 is none), unless papers call it otherwise: no other word of the name tells it
 * from its like.
 */
export function createAbbreviationCover({ intent, synonyms, wordings }: AnswerContext): Cover {
  if (intent.kind !== 'value' || intent.expected.kind !== 'figure') return covered
  const named = intent.focus.filter(({ weight }) => weight === 1).flatMap(({ text }) => text.match(ABBREVIATION) ?? [])
  const asked = intent.asked.replace(UNIT, ' ')
  const plain = named.filter((name) => name.length > 1 && asked.includes(name) && synonyms(name).length === 0)
  if (plain.length === 0) return covered
  return ({ evidence: { row } }) => {
    const told = wordings.ofRow(row)
    const absent = plain.find((name) => !told.includes(wordings.ofText(name)))
    return absent === undefined ? null : { missing: absent }
  }
}
