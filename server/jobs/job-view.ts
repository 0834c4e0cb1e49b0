import { Value } from 'typebox/value'
import type { JobRecord } from '../../ingest/library/library-store.ts'
import type { IngestProgress } from '../../ingest/pipeline/ingestor.ts'
import { JobView } from '../contract/documents.ts'

const { progress: Progress, report: Report, error: Failure } = JobView.properties

/**
 * A job as the API shows it. The store keeps what the job said as plain JSON; a part of another form (an older version's) is shown as null.
 *
 * @param progress how far it is, where it is at work; null: what the store has
 */
export function viewJob(record: JobRecord, progress: IngestProgress | null): JobView {
  const { id, state, createdAt, updatedAt } = record
  const kept = progress ?? record.progress ?? null
  return {
    id,
    state,
    createdAt,
    updatedAt,
    progress: Value.Check(Progress, kept) ? kept : null,
    report: Value.Check(Report, record.report) ? record.report : null,
    error: Value.Check(Failure, record.error) ? record.error : null,
  }
}

/** Whether a job has come to its end. */
export function isJobOver({ state }: JobView): boolean {
  return state === 'done' || state === 'failed' || state === 'interrupted'
}
