import type { Expected } from '../understand/intent.ts'

/** A stretch of a sentence made of whole clauses. */
export interface ClauseWindow {
  readonly text: string
  /** Weight of the question's terms that it holds. */
  readonly coverage: number
  readonly hasFigure: boolean
}

/** The weight of each term of a question, its idf times how much the part of the question counts that it is from. */
export type TermWeights = ReadonlyMap<string, number>

/** Terms of a text; the same chain as the index. */
export type TermsOf = (text: string) => readonly string[]

/** A clause costs this share of the question's weight for each character, so that clauses without a word of the question are left out. */
const COST_PER_CHAR = 0.0012
const FIGURE = /\d|[一二两三四五六七八九十百千万]+(?:个|家|项|处|条|所|座|台|套|户|名|人|场|次|倍|成|种|届|分之)|半/

/** Cuts a sentence after each comma, semicolon and colon; commas inside brackets and quotes do not cut. */
export function splitClauseTexts(sentence: string): string[] {
  const clauses: string[] = []
  let depth = 0
  let start = 0
  for (let i = 0; i < sentence.length; i += 1) {
    const character = sentence[i] ?? ''
    if ('（(“《【'.includes(character)) depth += 1
    else if ('）)”》】'.includes(character)) depth = Math.max(0, depth - 1)
    else if (
      depth === 0 &&
      ('，；：;:'.includes(character) || (character === ',' && !(/\d/.test(sentence[i - 1] ?? '') && /\d{3}/.test(sentence.slice(i + 1, i + 4)))))
    ) {
      clauses.push(sentence.slice(start, i + 1))
      start = i + 1
    }
  }
  if (start < sentence.length) clauses.push(sentence.slice(start))
  return clauses
}

/**
 * The run of clauses that says most of what was asked in the fewest words.
 *
 * @param maxChars no run is longer, unless one clause is
 */
export function bestClauseWindow(sentence: string, weights: TermWeights, termsOf: TermsOf, expected: Expected, maxChars: number): ClauseWindow {
  const clauses = splitClauseTexts(sentence)
  const terms = clauses.map((clause) => new Set(termsOf(clause).filter((term) => weights.has(term))))
  const total = [...weights.values()].reduce((sum, weight) => sum + weight, 0) || 1
  let best: ClauseWindow & { value: number } = { text: sentence, coverage: 0, hasFigure: FIGURE.test(sentence), value: Number.NEGATIVE_INFINITY }
  for (let from = 0; from < clauses.length; from += 1) {
    const covered = new Set<string>()
    let text = ''
    let coverage = 0
    for (let to = from; to < clauses.length; to += 1) {
      text += clauses[to] ?? ''
      if (to > from && text.length > maxChars) break
      for (const term of terms[to] ?? []) {
        if (covered.has(term)) continue
        covered.add(term)
        coverage += weights.get(term) ?? 0
      }
      const hasFigure = FIGURE.test(text)
      const value = coverage / total - COST_PER_CHAR * text.length - (expected.kind === 'figure' && !hasFigure ? 0.15 : 0) + unitBonus(text, expected)
      if (value > best.value + 1e-9) best = { text, coverage: coverage / total, hasFigure, value }
    }
  }
  return { text: trimWindow(best.text), coverage: best.coverage, hasFigure: best.hasFigure }
}

function unitBonus(text: string, expected: Expected): number {
  if (expected.kind !== 'figure' || expected.unit === '') return 0
  return new RegExp(`\\d\\s*(?:余|多)?(?:万|亿)?${expected.unit.replace(/^[万亿]/, '')}`).test(text.replace(/\s+/g, '')) ? 0.05 : 0
}

/** Without the comma, semicolon or colon at its end. */
function trimWindow(text: string): string {
  return text.trim().replace(/[，,；;：:、]$/, '')
}
