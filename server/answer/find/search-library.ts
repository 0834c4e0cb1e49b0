import type { Embedder } from '../../../ingest/embedding/embedder.ts'
import type { LibrarySnapshot } from '../../../ingest/index/library-snapshot.ts'
import type { Analyzer } from '../../../ingest/text/analyzer.ts'
import { createScriptConverter } from '../../../ingest/text/convert-script.ts'
import type { ChatFilters } from '../../contract/chat.ts'
import type { SearchResult } from '../../contract/search.ts'
import { createRetriever, type Retriever } from '../../retrieval/retriever.ts'
import { NO_FILTER } from '../../retrieval/row-filter.ts'
import { findPlaces } from '../../understand/find-places.ts'
import { findYears } from '../../understand/find-years.ts'
import { focusStretches } from '../../understand/focus.ts'
import { createGazetteer } from '../../understand/gazetteer.ts'
import { createSynonymFinder } from '../../understand/other-names.ts'
import { createCitation } from '../cite/citations.ts'
import { createSnapshotReadings, type SnapshotReadings } from '../cite/snapshot-readings.ts'

export interface LibrarySearchRequest {
  readonly query: string
  /** Years and places that replace those that the query names. */
  readonly filters?: ChatFilters
  /** At most so many sentences. */
  readonly limit: number
}

/** Sentences of the library that speak of something, best first. */
export interface LibrarySearch {
  search(snapshot: LibrarySnapshot, request: LibrarySearchRequest): Promise<SearchResult>
}

/** Sentences this far below the best one are of something else. */
const MIN_SHARE = 0.3
/** What is found by meaning alone must be this near. */
const MIN_COSINE = 0.35

/** Makes the search: BM25 and meaning as for questions, equal sentences once, years and places read out of the query. */
export function createLibrarySearch(dependencies: {
  readonly analyzer: Analyzer
  readonly embedder: Embedder | null
  readonly readings?: SnapshotReadings
  /** Shared with others that search the same library. */
  readonly retriever?: Retriever
}): LibrarySearch {
  const { readings = createSnapshotReadings() } = dependencies
  const retriever = dependencies.retriever ?? createRetriever({ ...dependencies, synonyms: createSynonymFinder(), columns: readings.columns })
  const gazetteer = createGazetteer()
  const convertScript = createScriptConverter()

  return {
    async search(snapshot, { query: raw, filters = {}, limit }) {
      const [knowledge, twins] = [readings.knowledge.of(snapshot), readings.twins.of(snapshot)]
      const query = convertScript(raw.normalize('NFKC').trim())
      const foundYears = findYears(query, { newest: knowledge.newestYear, conversation: null })
      const foundPlaces = findPlaces(foundYears.rest, { held: knowledge.places, mentions: knowledge.mentions }, gazetteer.divisions)
      const years = filters.years ?? foundYears.years
      const places = filters.places ?? foundPlaces.places.filter(({ standing }) => standing === 'held').map(({ name }) => name)
      const stretches = focusStretches(foundPlaces.rest)
      const { evidence } = await retriever.retrieve(snapshot, {
        parts: (stretches.length > 0 ? stretches : [query]).map((text) => ({ text, weight: 1 })),
        text: stretches.length > 0 ? stretches.join(' ') : query,
        filter: { ...NO_FILTER, years, places, documentIds: filters.documentIds ?? [] },
        limit: limit * 3,
      })
      const floor = (evidence[0]?.score ?? 0) * MIN_SHARE
      const told = new Set<number>()
      const found = evidence.filter(({ row, lexical, cosine, score }) => {
        if (row.sentence.role !== 'body' && row.sentence.role !== 'item') return false
        if (score < floor || (lexical <= 0 && cosine < MIN_COSINE) || told.has(row.row)) return false
        for (const twin of twins(row)) told.add(twin.row)
        return true
      })
      return {
        understood: { query, years: [...years], places: [...places] },
        items: found.slice(0, limit).map(({ row, score }, index) => ({ ...createCitation(row, index + 1, twins), score })),
      }
    },
  }
}
