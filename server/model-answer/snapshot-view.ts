import type { IndicatorGrouping } from '../../ingest/facts/group-indicators.ts'
import type { LibrarySnapshot } from '../../ingest/index/library-snapshot.ts'
import { createTwinFinder, type TwinFinder } from '../answer/citations.ts'
import { createStatementVerifier, type StatementVerifier } from '../answer/verify-statement.ts'
import { createLibraryKnowledge } from '../understand/library-knowledge.ts'
import { createRowFinder, type RowFinder } from './rows-of-citations.ts'

/** What is worked out of a snapshot once, to hold a model's words against it. */
export interface SnapshotView {
  readonly verify: StatementVerifier
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
    const view = { verify: createStatementVerifier(grouping, places), twins: createTwinFinder(snapshot), rowOf: createRowFinder(snapshot) }
    views.set(snapshot, view)
    return view
  }
}
