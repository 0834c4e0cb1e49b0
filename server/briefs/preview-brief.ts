import { heldPlaces } from '../../ingest/index/held-places.ts'
import type { LibrarySnapshot } from '../../ingest/index/library-snapshot.ts'
import type { BriefBody, BriefPreview } from '../contract/briefs.ts'
import { bareHeading, headingLevel } from './heading-numbers.ts'

const MAX_YEARS = 12

/** What a brief would be, for the user to change before it is kept. */
export function previewBrief(body: BriefBody, snapshot: LibrarySnapshot): BriefPreview {
  const statements = body.sections.flatMap((section) => section.statements)
  const cells = body.tables.flatMap(({ rows }) => rows.flat())
  const years = new Set(snapshot.documents.flatMap(({ document }) => document.metadata.year ?? []))
  for (const { sentence } of snapshot.sentences) if (sentence.facets.year !== null) years.add(sentence.facets.year)
  return {
    title: body.title,
    understood: body.understood,
    outline: body.sections.map(({ key, heading, statements: own }) => ({
      key: key ?? heading,
      level: headingLevel(heading),
      heading: bareHeading(heading),
      statements: own.length,
    })),
    tables: body.tables.map(({ caption, columns, rows }) => ({ caption, columns: columns.length, rows: rows.length })),
    gaps: body.gaps,
    chars: [...statements, ...cells].reduce((sum, { text }) => sum + text.replace(/\s/g, '').length, 0),
    held: {
      years: [...years].toSorted((a, b) => b - a).slice(0, MAX_YEARS),
      places: heldPlaces(snapshot).toSorted((a, b) => a.localeCompare(b, 'zh')),
    },
  }
}
