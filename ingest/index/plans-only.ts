import type { ParsedDocument } from '../corpus/document.ts'

const MOSTLY = 0.9
const MIN_SAID = 5

/** Whether all that a paper tells, nearly, is what is to be done: a plan, and no report. False where too few sentences say which they are. */
export function plansOnly({ sentences }: Pick<ParsedDocument, 'sentences'>): boolean {
  const tenses = sentences.flatMap(({ facets }) => facets.tense ?? [])
  return tenses.length >= MIN_SAID && tenses.filter((tense) => tense === 'target').length >= MOSTLY * tenses.length
}
