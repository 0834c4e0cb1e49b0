import type { SentenceRow } from '../../ingest/index/library-snapshot.ts'
import { createSlices } from '../../ingest/index/slices.ts'
import type { LedgerFact } from '../answer/facts/fact-reader.ts'
import { isComparable } from './comparable-fact.ts'
import { contradictions, type FactConflict } from './find-conflicts.ts'
import { coverageRates, readFullCoverage } from './full-coverage.ts'

/** The conflicts of a whole library, worked out once for each reading of its facts. */
export type ConflictReader = (facts: readonly LedgerFact[], rows: readonly SentenceRow[]) => Promise<readonly FactConflict[]>

/** Makes a reader that works in slices, so that other requests are served between them. */
export function createConflictReader(): ConflictReader {
  const known = new WeakMap<readonly LedgerFact[], Promise<readonly FactConflict[]>>()
  return (facts, rows) => {
    const had = known.get(facts)
    if (had) return had
    const found = readConflicts(facts, rows)
    known.set(facts, found)
    return found
  }
}

async function readConflicts(facts: readonly LedgerFact[], rows: readonly SentenceRow[]): Promise<readonly FactConflict[]> {
  const slices = createSlices()
  const comparable: LedgerFact[] = []
  for (const item of facts) {
    if (isComparable(item)) comparable.push(item)
    await slices.rest()
  }
  const rates = coverageRates(comparable)
  for (const row of rows) {
    comparable.push(...readFullCoverage(row, rates))
    await slices.rest()
  }
  return contradictions(comparable)
}
