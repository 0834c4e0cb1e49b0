import type { IndicatorGrouping } from '../../ingest/facts/group-indicators.ts'
import type { LibrarySnapshot, SentenceRow } from '../../ingest/index/library-snapshot.ts'
import { createTwinFinder, type TwinFinder } from '../answer/citations.ts'
import { type CitedSentence, createStatementVerifier, type StatementVerifier } from '../answer/verify-statement.ts'
import { createLibraryKnowledge } from '../understand/library-knowledge.ts'
import { citedSentence } from './cited-sentence.ts'
import { createRowFinder, type RowFinder } from './rows-of-citations.ts'

/** What is worked out of a snapshot once, to hold a model's words against it. */
export interface SnapshotView {
  readonly verify: StatementVerifier
  /** A sentence as the verifier reads it, made once. */
  readonly cite: (row: SentenceRow) => CitedSentence
  /** By which equal indicators are named alike. */
  readonly group: IndicatorGrouping
  readonly twins: TwinFinder
  readonly rowOf: RowFinder
}

/** Keeps a view as long as its snapshot is kept. */
export function createViewKeeper(grouping: IndicatorGrouping): (snapshot: LibrarySnapshot) => SnapshotView {
  const views = new WeakMap<LibrarySnapshot, SnapshotView>()
  return (snapshot) => {
    const known = views.get(snapshot)
    if (known) return known
    const places = createLibraryKnowledge(snapshot).places.map(({ name }) => name)
    const view = {
      group: grouping,
      cite: createCiter(),
      verify: createStatementVerifier(grouping, places),
      twins: createTwinFinder(snapshot),
      rowOf: createRowFinder(snapshot),
    }
    views.set(snapshot, view)
    return view
  }
}

function createCiter(): (row: SentenceRow) => CitedSentence {
  const made = new WeakMap<SentenceRow, CitedSentence>()
  return (row) => {
    const cited = made.get(row) ?? citedSentence(row)
    made.set(row, cited)
    return cited
  }
}
