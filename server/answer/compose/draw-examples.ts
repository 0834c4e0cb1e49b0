import { sectionPath } from '../../../ingest/corpus/section-path.ts'
import { createFactExtractor } from '../../../ingest/facts/extract-facts.ts'
import { STANDARD_INDICATORS } from '../../../ingest/facts/indicator-synonyms.ts'
import type { LibrarySnapshot } from '../../../ingest/index/library-snapshot.ts'

/** Sentences looked at in each document. */
const MAX_LOOKED_AT = 400
const NAME = /^[\p{Script=Han}A-Z&]{4,14}$/u

/** Questions that the library answers, drawn from its own figures: for each document in turn an indicator with a target, then one with a result. */
export function drawExamples(snapshot: LibrarySnapshot, count: number): string[] {
  const extract = createFactExtractor()
  const questions: string[] = []
  for (const tense of ['target', 'actual'] as const) {
    for (const { document } of snapshot.documents) {
      if (questions.length >= count) return questions
      const question = findQuestion(document, tense, questions, extract)
      if (question !== null) questions.push(question)
    }
  }
  return questions
}

function findQuestion(
  document: LibrarySnapshot['documents'][number]['document'],
  tense: 'target' | 'actual',
  asked: readonly string[],
  extract: ReturnType<typeof createFactExtractor>,
): string | null {
  let other: string | null = null
  for (const sentence of document.sentences.slice(0, MAX_LOOKED_AT)) {
    const { year, place } = sentence.facets
    if (year === null || place === null || sentence.facets.tense !== tense) continue
    for (const fact of extract({
      text: sentence.text,
      facets: sentence.facets,
      headings: sectionPath(document.sections, sentence.section),
      leadIn: null,
    })) {
      const repeated = asked.some((question) => question.includes(fact.indicator))
      if (!NAME.test(fact.indicator) || fact.tense !== tense || repeated || !['level', 'growth'].includes(fact.attribute)) continue
      const what = fact.attribute === 'growth' ? '增长' : '达到'
      const question =
        tense === 'target' ? `${year}年${place}${fact.indicator}的目标是${what}多少？` : `${year}年${place}${fact.indicator}${what}了多少？`
      // Names that everybody knows read better than those that a paper makes up.
      if (STANDARD_INDICATORS.has(fact.indicator)) return question
      other ??= question
    }
  }
  return other
}
