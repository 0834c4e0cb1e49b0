import { sectionPath } from '../../../ingest/corpus/section-path.ts'
import { createFactExtractor, type FactExtractor } from '../../../ingest/facts/extract-facts.ts'
import { createIndicatorGrouping, type GroupedName, type IndicatorGrouping } from '../../../ingest/facts/group-indicators.ts'
import type { IndicatorFact } from '../../../ingest/facts/indicator-fact.ts'
import type { LibrarySnapshot, SentenceRow } from '../../../ingest/index/library-snapshot.ts'
import { createSlices } from '../../../ingest/index/slices.ts'

/** A fact and the sentence that states it. */
export interface LedgerFact {
  readonly row: SentenceRow
  readonly fact: IndicatorFact
}

/** The facts of a library, worked out when they are first asked for and kept as long as their snapshot is. */
export interface FactReader {
  /** Facts of one sentence. Headings, titles and lines of attributes state none. */
  ofRow(row: SentenceRow): readonly IndicatorFact[]
  /** All facts that have a name, in the order of the rows. Reads in slices, so that other requests are served between them. */
  ofLibrary(snapshot: LibrarySnapshot): Promise<readonly LedgerFact[]>
  /** Reads the facts of all rows before they are asked for, in slices; gives up when the signal is aborted. */
  prepare(snapshot: LibrarySnapshot, signal?: AbortSignal): Promise<void>
  /** The grouping of names in force. */
  grouping(): IndicatorGrouping
  /** Puts another grouping in force: facts that are read from now on carry its names. */
  regroup(edited: readonly GroupedName[]): void
}

export function createFactReader(extract: FactExtractor = createFactExtractor()): FactReader {
  const byRow = new WeakMap<SentenceRow, readonly IndicatorFact[]>()
  const byLibrary = new WeakMap<LibrarySnapshot, Promise<readonly LedgerFact[]>>()
  let group = createIndicatorGrouping()
  let isEdited = false
  /** What was regrouped since the last edit. */
  let regrouped = new WeakMap<LibrarySnapshot, Promise<readonly LedgerFact[]>>()

  const readOnce = (row: SentenceRow): readonly IndicatorFact[] => {
    const known = byRow.get(row)
    if (known) return known
    const facts = readRow(row, extract)
    byRow.set(row, facts)
    return facts
  }

  const readLibrary = async (snapshot: LibrarySnapshot): Promise<readonly LedgerFact[]> => {
    const facts: LedgerFact[] = []
    const slices = createSlices()
    for (const row of snapshot.sentences) {
      for (const fact of readOnce(row)) if (fact.indicator !== '') facts.push({ row, fact })
      await slices.rest()
    }
    return facts
  }

  const regroupFact = (fact: IndicatorFact): IndicatorFact => {
    const indicator = group(fact.indicatorText)
    return indicator === fact.indicator ? fact : { ...fact, indicator }
  }

  const readGrouped = async (snapshot: LibrarySnapshot): Promise<readonly LedgerFact[]> => {
    const facts = await remember(byLibrary, snapshot, readLibrary)
    return facts.map((item) => {
      const fact = regroupFact(item.fact)
      return fact === item.fact ? item : { row: item.row, fact }
    })
  }

  return {
    ofRow: (row) => (isEdited ? readOnce(row).map(regroupFact) : readOnce(row)),
    ofLibrary: (snapshot) => (isEdited ? remember(regrouped, snapshot, readGrouped) : remember(byLibrary, snapshot, readLibrary)),
    async prepare(snapshot, signal) {
      const slices = createSlices()
      for (const row of snapshot.sentences) {
        if (signal?.aborted === true) return
        readOnce(row)
        await slices.rest()
      }
    },
    grouping: () => group,
    regroup(edited) {
      group = createIndicatorGrouping(edited)
      isEdited = edited.length > 0
      regrouped = new WeakMap()
    },
  }
}

function remember<K extends object, V>(known: WeakMap<K, V>, key: K, make: (key: K) => V): V {
  const had = known.get(key)
  if (had !== undefined) return had
  const made = make(key)
  known.set(key, made)
  return made
}

function readRow(row: SentenceRow, extract: FactExtractor): IndicatorFact[] {
  const { sentence } = row
  const { document } = row.document
  if (sentence.role !== 'body' && sentence.role !== 'item') return []
  const { place, parentPlace } = document.metadata
  return extract({
    text: sentence.text,
    facets: sentence.facets,
    headings: sectionPath(document.sections, sentence.section),
    leadIn: sentence.leadIn === null ? null : (document.sentences[sentence.leadIn]?.text ?? null),
    places: [...new Set([sentence.facets.place, place, parentPlace])].filter((name) => name !== null),
  })
}
