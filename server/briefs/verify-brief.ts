import { createIndicatorGrouping } from '../../ingest/facts/group-indicators.ts'
import type { LibrarySnapshot } from '../../ingest/index/library-snapshot.ts'
import { type CitedSentence, createStatementVerifier } from '../answer/verify/verify-statement.ts'
import type { BriefBody, BriefSection } from '../contract/briefs.ts'
import type { Citation, Statement } from '../contract/chat.ts'
import { shortPlaceName } from '../understand/gazetteer.ts'

/** Sections with every statement's verdict worked out anew against the quotes that are kept with the brief. */
export function verifySections(
  sections: readonly {
    readonly heading: string
    readonly key?: string
    readonly statements: readonly { readonly text: string; readonly citations: readonly number[] }[]
  }[],
  citations: readonly Citation[],
  snapshot: LibrarySnapshot | null,
): BriefSection[] {
  const places = [...new Set(citations.flatMap(({ place }) => (place === null ? [] : [place, shortPlaceName(place)])))]
  const verify = createStatementVerifier(createIndicatorGrouping(), places)
  const cited = new Map(citations.map((citation) => [citation.n, { ...citation, tense: tenseOf(citation, snapshot) } satisfies CitedSentence]))
  return sections.map(({ heading, key, statements }) => ({
    heading,
    ...(key === undefined ? {} : { key }),
    statements: statements.map(({ text, citations: numbers }): Statement => {
      const { verdict, problems } = verify(
        { text },
        numbers.flatMap((n) => cited.get(n) ?? []),
      )
      return { text, citations: [...numbers], verdict, ...(problems.length > 0 ? { problems: [...problems] } : {}) }
    }),
  }))
}

/** Target or actual, as the sentence is read in the library; unknown once its document went. */
function tenseOf(citation: Citation, snapshot: LibrarySnapshot | null): CitedSentence['tense'] {
  const found = snapshot?.documents.find(({ document }) => document.id === citation.documentId)
  return found?.document.sentences.find(({ range }) => range.start === citation.start)?.facets.tense ?? null
}

/** Numbers that statements and tables use and no citation has. */
export function unknownCitations(brief: Pick<BriefBody, 'sections' | 'tables'>, citations: readonly Citation[]): number[] {
  const known = new Set(citations.map(({ n }) => n))
  const used = [
    ...brief.sections.flatMap(({ statements }) => statements.flatMap((statement) => statement.citations)),
    ...brief.tables.flatMap(({ rows }) => rows.flat().flatMap((cell) => cell.citations)),
  ]
  return [...new Set(used)].filter((n) => !known.has(n))
}
