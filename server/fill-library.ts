import { existsSync } from 'node:fs'
import type { IngestProgress } from '../ingest/pipeline/ingestor.ts'
import type { JobView } from './contract/documents.ts'
import type { Services } from './services.ts'

/**
 * Takes the seed folder in where the library is empty, as a job like any other; until it is over the library counts as not ready.
 *
 * @param onStart called once before the work begins
 * @returns the job once it is over; null where there was nothing to do
 */
export async function fillEmptyLibrary(
  services: Services,
  seedsDir: string,
  onStart: () => void,
  onProgress: (progress: IngestProgress) => void,
): Promise<JobView | null> {
  if (services.store.listDocuments().length > 0 || !existsSync(seedsDir)) return null
  onStart()
  return services.whileFilling(async () => {
    const { id } = services.jobs.start([{ kind: 'path', path: seedsDir }], onProgress)
    await services.jobs.settled(id)
    return services.jobs.get(id) ?? null
  })
}

/** What a job did, in Chinese lines for a terminal: how many documents, and each failure with its reason. */
export function describeJob({ state, report, error }: JobView): string[] {
  if (report === null) return [`收录没有完成：${error?.message ?? state}`]
  const failures = report.outcomes.filter(({ kind }) => kind === 'failed')
  const seconds = (report.elapsedMs / 1000).toFixed(1)
  return [
    `已收录 ${report.outcomes.length - failures.length} 个文档，用时 ${seconds} 秒。`,
    ...failures.map(({ file, message }) => `没有收录“${file}”：${message ?? '原因不明'}`),
  ]
}
