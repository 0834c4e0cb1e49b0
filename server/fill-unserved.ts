import type { IngestProgress } from '../ingest/pipeline/ingestor.ts'
import type { Config } from './config.ts'
import { describeJob, fillEmptyLibrary } from './fill-library.ts'
import { openServices } from './open-services.ts'

/** Where the work tells how far it is. */
export interface FillHooks {
  readonly onProgress: (progress: IngestProgress) => void
  /** Chinese lines: that it begins, and its report. */
  readonly onLine: (line: string) => void
  readonly onUnexpected: (error: unknown) => void
}

/**
 * Makes a library that no server has open fit to be read: its index is brought up to date, and the seed documents are taken in where it is empty.
 *
 * @throws {CodedError} data_dir_locked where a server is at work on it, and those of openServices
 */
export async function fillUnserved(config: Config, { onProgress, onLine, onUnexpected }: FillHooks): Promise<void> {
  const services = await openServices(config, { onUnexpected, onRebuild: onProgress })
  try {
    const job = await fillEmptyLibrary(services, config.seedsDir, () => onLine('文库是空的，先收录自带的文档……'), onProgress)
    if (job !== null) for (const line of describeJob(job)) onLine(line)
  } finally {
    await services.stop()
    await services.close()
  }
}
