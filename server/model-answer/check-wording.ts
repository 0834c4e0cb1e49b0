import { isQuantity } from '../../ingest/facts/figure.ts'
import { findFigures } from '../../ingest/facts/find-figures.ts'
import type { CitedSentence } from '../answer/verify/verify-statement.ts'
import { coverage, hanPairs } from '../answer/verify/verify-text.ts'
import type { Problem } from '../contract/chat.ts'

/** Clauses of fewer pairs of characters say too little to be measured. */
const MIN_CLAUSE_PAIRS = 4
/** This part of a clause's pairs of characters must stand in what is cited or in the question. */
const MIN_CLAUSE_COVERAGE = 0.5
const MAX_SHOWN_CHARS = 20
/** Letters beside a figure and its unit. */
const MIN_SUBJECT_CHARS = 3

const CLAUSE_END = /[,，;；。:：！？!?\n]/
const QUOTED = /[“「]([^“”「」]{2,40})[”」]|《([^《》]{2,60})》/g

/**
 * Checks of words that a model has chosen: a figure says what it is of, every number stands digit by digit in what is cited, every clause speaks of it, and what is in quotation marks is quoted.
 *
 * @param question what was asked; its words may be said again
 */
export function checkWording(text: string, cited: readonly CitedSentence[], question: string): Problem[] {
  const sources = cited.map(({ quote, sectionPath = [], title = '' }) => [quote, ...sectionPath, title].join('\n'))
  const whole = squash(sources.join('\n'))
  return [
    ...checkSubject(text),
    ...checkNumbers(text, whole, cited),
    ...checkClauses(text, [...sources, question].join('\n'), cited),
    ...checkQuoted(text, whole),
  ]
}

/** A figure that does not say what it is of stands in many a sentence, and answers none. */
function checkSubject(text: string): Problem[] {
  const figures = findFigures(text).filter(isQuantity)
  if (figures.length === 0) return []
  const words = figures.reduceRight((left, { range }) => left.slice(0, range.start) + left.slice(range.end), text)
  const letters = words.match(/\p{L}/gu)?.length ?? 0
  return letters >= MIN_SUBJECT_CHARS ? [] : [{ kind: 'indicator', message: '没有说明这是什么数字' }]
}

function checkNumbers(text: string, whole: string, cited: readonly CitedSentence[]): Problem[] {
  const held = new Set([...numbersOf(whole), ...cited.flatMap(({ year }) => (year === null ? [] : [String(year)]))])
  const strange = numbersOf(squash(text)).filter((number) => !held.has(number))
  return [...new Set(strange)].map((number) => ({ kind: 'figure', message: `引文中没有“${number}”这个数字` }))
}

function checkClauses(text: string, sources: string, cited: readonly CitedSentence[]): Problem[] {
  const held = hanPairs([sources, ...cited.map(({ place, year }) => `${place ?? ''}${year ?? ''}年`)].join('\n'))
  for (const clause of text.split(CLAUSE_END)) {
    const pairs = hanPairs(clause)
    if (pairs.size < MIN_CLAUSE_PAIRS || coverage(pairs, held) >= MIN_CLAUSE_COVERAGE) continue
    return [{ kind: 'indicator', message: `引文没有说到“${shorten(clause.trim())}”` }]
  }
  return []
}

function checkQuoted(text: string, whole: string): Problem[] {
  const strange = [...text.matchAll(QUOTED)].map(([, words, title]) => words ?? title ?? '').filter((words) => !whole.includes(squash(words)))
  return strange.slice(0, 1).map((words) => ({ kind: 'indicator', message: `引文中没有“${shorten(words)}”` }))
}

function numbersOf(squashed: string): string[] {
  return squashed.match(/[0-9]+(?:\.[0-9]+)?/g) ?? []
}

function squash(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/\s+/g, '')
    .replace(/(?<=[0-9]),(?=[0-9]{3}(?![0-9]))/g, '')
}

function shorten(text: string): string {
  return text.length <= MAX_SHOWN_CHARS ? text : `${text.slice(0, MAX_SHOWN_CHARS)}…`
}
