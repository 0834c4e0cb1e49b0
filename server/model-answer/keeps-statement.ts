import { findFigures } from '../../ingest/facts/find-figures.ts'
import { foldText } from '../../ingest/facts/fold-text.ts'
import { coverage, hanPairs } from '../answer/verify/verify-text.ts'

/** Of a statement without figures nearly every pair of characters must be said again; figures, names and places carry one that has them. */
const MIN_COVERAGE = 0.85
const MIN_COVERAGE_WITH_FIGURES = 0.6
const NAMES = /[“「]([^“”「」]{2,40})[”」]|《([^《》]{2,60})》/g
const MAX_ITEM_CHARS = 20

/**
 * Does a model's text still say all that a statement of the extractive answer says? Every figure with its unit and qualifier, every year, every name in quotation
 * marks, each of the places, every item of an enumeration, every word in Latin letters, and most of its words.
 *
 * @param places that the question names; those in the statement must be in the text
 */
export function keepsStatement(statement: string, text: string, places: readonly string[]): boolean {
  const whole = squash(text)
  const figures = findFigures(statement).map(({ range }) => squash(statement.slice(range.start, range.end)))
  const names = [...statement.matchAll(NAMES)].map(([, quoted, title]) => squash(quoted ?? title ?? ''))
  const named = places.filter((place) => statement.includes(place)).map(squash)
  const latin = (foldText(statement).match(/[A-Za-z][A-Za-z0-9&.-]*[A-Za-z0-9]|[A-Za-z]/g) ?? []).map(squash)
  const wanted = [...figures, ...names, ...named, ...itemsOf(statement), ...latin]
  if (!wanted.every((part) => standsWhole(part, whole))) return false
  return coverage(hanPairs(statement), hanPairs(text)) >= (figures.length > 0 ? MIN_COVERAGE_WITH_FIGURES : MIN_COVERAGE)
}

/** What stands between 、 is listed: each of it counts. The last item's tail goes on into the clause and is left out, and so is the first one's head. */
function itemsOf(statement: string): string[] {
  return statement
    .split(/[，。；：,;:]/)
    .flatMap((clause) => clause.split('、').slice(1, -1))
    .map(squash)
    .filter((item) => item.length >= 2 && item.length <= MAX_ITEM_CHARS)
}

/** Neither begins nor ends inside a number. */
function standsWhole(part: string, whole: string): boolean {
  for (let at = whole.indexOf(part); at >= 0; at = whole.indexOf(part, at + 1)) {
    const before = whole.slice(Math.max(0, at - 1), at)
    const after = whole.slice(at + part.length, at + part.length + 1)
    const startsInside = /^[0-9]/.test(part) && /[0-9.]/.test(before)
    const endsInside = /[0-9]$/.test(part) && /[0-9.]/.test(after)
    if (!startsInside && !endsInside) return true
  }
  return false
}

function squash(text: string): string {
  return foldText(text)
    .replace(/\s+/g, '')
    .replace(/(?<=[0-9]),(?=[0-9]{3}(?![0-9]))/g, '')
}
