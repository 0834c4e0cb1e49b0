import type { IndicatorGrouping } from '../../ingest/facts/group-indicators.ts'
import { type KeptBySnapshot, keepBySnapshot } from '../../ingest/index/keep-by-snapshot.ts'
import type { SentenceRow } from '../../ingest/index/library-snapshot.ts'
import type { TwinFinder } from '../answer/cite/citations.ts'
import type { SnapshotReadings } from '../answer/cite/snapshot-readings.ts'
import { type CitedSentence, createStatementVerifier, type StatementVerifier } from '../answer/verify/verify-statement.ts'
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
export function createViewKeeper(grouping: IndicatorGrouping, readings: SnapshotReadings): KeptBySnapshot<SnapshotView> {
  return keepBySnapshot(function* (snapshot) {
    yield
    const places = readings.knowledge.of(snapshot).places.map(({ name }) => name)
    return {
      group: grouping,
      cite: createCiter(),
      verify: createStatementVerifier(grouping, places),
      twins: readings.twins.of(snapshot),
      rowOf: createRowFinder(snapshot),
    }
  })
}

function createCiter(): (row: SentenceRow) => CitedSentence {
  const made = new WeakMap<SentenceRow, CitedSentence>()
  return (row) => {
    const cited = made.get(row) ?? citedSentence(row)
    made.set(row, cited)
    return cited
  }
}
