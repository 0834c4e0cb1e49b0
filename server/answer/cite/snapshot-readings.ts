import { type KeptBySnapshot, keepBySnapshot } from '../../../ingest/index/keep-by-snapshot.ts'
import { layOutRows, type RowColumns } from '../../retrieval/row-columns.ts'
import { createLibraryKnowledge, type LibraryKnowledge } from '../../understand/library-knowledge.ts'
import { groupTwins, type TwinFinder } from './citations.ts'

/** What answers, briefs and the search all read out of a snapshot: worked out once for all that share it. */
export interface SnapshotReadings {
  /** By what documents name as their own. */
  readonly knowledge: KeptBySnapshot<LibraryKnowledge>
  readonly twins: KeptBySnapshot<TwinFinder>
  readonly columns: KeptBySnapshot<RowColumns>
}

export function createSnapshotReadings(): SnapshotReadings {
  return {
    knowledge: keepBySnapshot(function* (snapshot) {
      yield
      return createLibraryKnowledge(snapshot)
    }),
    twins: keepBySnapshot(groupTwins),
    columns: keepBySnapshot(layOutRows),
  }
}
