import type { Analyzer } from '../../ingest/text/analyzer.ts'
import type { FocusPart } from '../understand/intent.ts'
import type { SynonymFinder } from '../understand/other-names.ts'

/** Weighted terms of a question: the plain ones, and the alternatives that other names of the same thing add. */
export interface QueryTerms {
  readonly terms: ReadonlyMap<string, number>
  /** Terms that the ceiling counts: those of the words as asked. */
  readonly counted: ReadonlyMap<string, number>
}

/** An alternative name counts a little less than the one that was asked. */
const SYNONYM_WEIGHT = 0.9
/** A full name that was asked for stands in the text as it is or not at all; other full names of the same thing come second. */
const FULL_NAME_WEIGHT = 0.6
const MIN_FULL_NAME_CHARS = 4
/** Words that nearly every question holds tell little, wherever they stand. */
const WEAK_TERMS = new Set([
  '目标',
  '计划',
  '实际',
  '达到',
  '完成',
  '要求',
  '目',
  '标',
  '要',
  '的',
  '了',
  '在',
  '是',
  '有',
  '和',
  '多',
  '少',
  '年',
  '个',
])
const WEAK_WEIGHT = 0.3

/** Turns the focus of a question into weighted terms. A term that occurs in several parts keeps its largest weight. */
export function buildQueryTerms(parts: readonly FocusPart[], analyzer: Analyzer, synonyms: SynonymFinder): QueryTerms {
  const terms = new Map<string, number>()
  const counted = new Map<string, number>()
  const add = (map: Map<string, number>, text: string, weight: number): void => {
    for (const term of analyzer.terms(text)) {
      const weighted = WEAK_TERMS.has(term) ? weight * WEAK_WEIGHT : weight
      map.set(term, Math.max(map.get(term) ?? 0, weighted))
    }
  }
  for (const part of parts) {
    add(terms, part.text, part.weight)
    const found = synonyms(part.text)
    const replaced = found.reduce(
      (text, { found: name, others }) => (/[A-Za-z]/.test(name) ? text.replaceAll(name, ` ${others[0] ?? name} `) : text),
      part.text,
    )
    add(counted, replaced, part.weight)
    for (const { found: name, others } of found) {
      const weight = /^\p{Script=Han}+$/u.test(name) && name.length >= MIN_FULL_NAME_CHARS ? FULL_NAME_WEIGHT : SYNONYM_WEIGHT
      for (const other of others) add(terms, other, part.weight * weight)
    }
  }
  return { terms, counted }
}
