import type { SentenceRow } from '../../../ingest/index/library-snapshot.ts'
import { type AskedOfPlace, readAskedOfPlace } from '../../understand/asks-of-place.ts'
import type { AnswerContext } from '../context/answer-context.ts'
import { paperlessPlaces } from '../context/paperless-places.ts'
import { isEntry } from '../find/find-entry.ts'
import { clausesOfPlace } from '../sentences/clauses-of-place.ts'
import type { Draft, DraftStatement } from '../sentences/draft.ts'
import { tenseOf } from '../sentences/tense-of.ts'
import { isToldOf } from '../sentences/told-of.ts'
import { withinChars } from '../sentences/within-chars.ts'
import { withScope } from './with-scope.ts'

/** Characters of the answer, without white space: of what is told in general, and of things that are asked for one by one. */
const MAX_CHARS = 280
const MAX_LIST_CHARS = 740
const MAX_STATEMENTS = 8
const FIGURE = /[\d０-９]/

interface Told {
  readonly row: SentenceRow
  readonly text: string
}

/**
 * What the papers of wider places tell of a place that none is about, where the question asks for it as a whole (有什么项目, 有哪些成果, 怎么样): the clauses that name it, results before
 * plans, the newest first; no draft where nothing of the kind is told. Null where the question asks for something of its own.
 */
export function answerOfPlace(context: AnswerContext): { readonly draft: Draft | null } | null {
  const { intent, snapshot, twins } = context
  const [place, ...others] = paperlessPlaces(context)
  const { kind, expected } = intent
  if (place === undefined || others.some(({ name }) => !place.names.includes(name)) || kind === 'why' || kind === 'metadata') return null
  if (expected.kind === 'figure' || expected.kind === 'time') return null
  const asked = readAskedOfPlace(restOf(intent.asked, place.names))
  if (asked === null) return null
  // A paper of no place that names it in its title is its own.
  if (snapshot.documents.some(({ document: { metadata } }) => metadata.place === null && place.names.some((name) => metadata.title.includes(name))))
    return null
  const seen = new Set<number>()
  const told: Told[] = []
  for (const row of snapshot.sentences) {
    if (seen.has(row.row) || !place.names.some((name) => row.sentence.text.includes(name)) || !isTold(context, row, asked)) continue
    for (const twin of twins(row)) seen.add(twin.row)
    for (const text of clausesOfPlace(row.sentence.text, place.names, asked.tells)) if (isToldOf(row, text, place.names)) told.push({ row, text })
  }
  const ofYears = told.filter(({ row }) => intent.years.length === 0 || intent.years.includes(row.sentence.facets.year ?? 0))
  const found = ofYears.length > 0 || intent.years.length < 2 ? ofYears : told
  if (found.length === 0) return { draft: null }
  const maxChars = kind === 'value' && /怎么样|咋样|如何|怎样/.test(intent.asked) ? MAX_CHARS : MAX_LIST_CHARS
  const statements = found
    .toSorted(byWorth)
    .slice(0, MAX_STATEMENTS)
    .map(({ row, text }): DraftStatement => ({ text, rows: [row] }))
  return { draft: { kind: 'answered', statements: withinChars(statements, maxChars).map((statement) => withScope(context, statement)) } }
}

const YEARS = /(?:19|20)\d{2}年?|[今去上前本]年|过去一年|近[两三几]年/g

/** The question without the place and its time. */
function restOf(asked: string, names: readonly string[]): string {
  return names.reduce((rest, name) => rest.replaceAll(name, ' '), asked).replace(YEARS, ' ')
}

function isTold({ intent }: AnswerContext, row: SentenceRow, { resultsOnly }: AskedOfPlace): boolean {
  const { role } = row.sentence
  const tense = tenseOf(row)
  const isOfTense = (!resultsOnly || tense !== 'target') && (intent.tense === null || tense === null || tense === intent.tense)
  return isOfTense && role !== 'heading' && role !== 'title' && !isEntry(row)
}

/** Results before plans, the newest first, those with figures before others. */
function byWorth(a: Told, b: Told): number {
  const of = ({ row, text }: Told): readonly number[] => [
    tenseOf(row) === 'actual' ? 0 : tenseOf(row) === null ? 1 : 2,
    -(row.sentence.facets.year ?? 0),
    FIGURE.test(text) ? 0 : 1,
    row.row,
  ]
  const [left, right] = [of(a), of(b)]
  return left.map((value, i) => value - (right[i] ?? 0)).find((difference) => difference !== 0) ?? 0
}
