import { finishSteps, type SteppedWork } from '../../ingest/index/keep-by-snapshot.ts'
import type { LibrarySnapshot } from '../../ingest/index/library-snapshot.ts'
import { namedYearsOf } from '../understand/named-years.ts'

/** What a filter looks at, laid out by row so that a whole library is filtered in a few passes over numbers. */
export interface RowColumns {
  /** The year that each sentence is about, 0 for none. */
  readonly years: Int16Array
  /** Position in `placeNames`, -1 for none. */
  readonly places: Int16Array
  /** Position among the snapshot's documents. */
  readonly documents: Int32Array
  /** The passage that each sentence is of. */
  readonly passages: Int32Array
  readonly placeNames: readonly string[]
  /** Years that any sentence is about. */
  readonly toldYears: ReadonlySet<number>
  /** Rows that name a year in full and do not only compare with it, by year. */
  readonly namedYears: ReadonlyMap<number, readonly number[]>
}

export function createRowColumns(snapshot: LibrarySnapshot): RowColumns {
  return finishSteps(layOutRows(snapshot))
}

/** The same, sentence by sentence. */
export function* layOutRows(snapshot: LibrarySnapshot): SteppedWork<RowColumns> {
  const count = snapshot.sentences.length
  const years = new Int16Array(count)
  const places = new Int16Array(count).fill(-1)
  const documents = new Int32Array(count)
  const passages = new Int32Array(count)
  const numbers = new Map<string, number>()
  const namedYears = new Map<number, number[]>()
  const documentNumbers = new Map(snapshot.documents.map((document, i) => [document, i]))
  for (const { row, sentence, document, passageRow } of snapshot.sentences) {
    yield
    passages[row] = passageRow
    years[row] = sentence.facets.year ?? 0
    documents[row] = documentNumbers.get(document) ?? -1
    const { place } = sentence.facets
    if (place !== null) {
      const number = numbers.get(place) ?? numbers.size
      numbers.set(place, number)
      places[row] = number
    }
    for (const year of namedYearsOf(sentence.text)) {
      const rows = namedYears.get(year) ?? []
      if (rows.at(-1) !== row) rows.push(row)
      namedYears.set(year, rows)
    }
  }
  return { years, places, documents, passages, placeNames: [...numbers.keys()], toldYears: new Set(years), namedYears }
}
