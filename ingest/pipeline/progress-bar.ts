import cliProgress from 'cli-progress'
import type { IngestPhase, IngestProgress } from './ingestor.ts'
import { PHASES } from './report-lines.ts'

/** A bar a phase on a terminal. */
export interface ProgressBar {
  show(progress: IngestProgress): void
  stop(): void
}

/** @param stream a terminal; elsewhere (a file, a pipe) a bar would only leave rubbish, so nothing is drawn */
export function createProgressBar(stream: NodeJS.WriteStream): ProgressBar {
  if (!stream.isTTY) return { show: () => undefined, stop: () => undefined }
  const bar = new cliProgress.SingleBar({
    format: '{phase} [{bar}] {percentage}% {value}/{total} {file}',
    barCompleteChar: '█',
    barIncompleteChar: '·',
    hideCursor: true,
    clearOnComplete: true,
    stream,
  })
  let phase: IngestPhase | null = null
  return {
    show(progress) {
      const payload = { phase: PHASES[progress.phase], file: progress.file ?? '' }
      if (progress.phase !== phase) {
        if (phase) bar.stop()
        phase = progress.phase
        bar.start(Math.max(progress.total, 1), progress.done, payload)
      }
      bar.update(progress.done, payload)
    },
    stop() {
      if (phase) bar.stop()
      phase = null
    },
  }
}
