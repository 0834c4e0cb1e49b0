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

/** A bar over bytes. */
export interface ByteBar {
  show(done: number, total: number, file: string): void
  stop(): void
}

const MEGABYTE = 1_048_576

/** @param stream a terminal; elsewhere a line is written as each file begins */
export function createByteBar(stream: NodeJS.WriteStream): ByteBar {
  const bar = stream.isTTY
    ? new cliProgress.SingleBar({ format: '下载 [{bar}] {percentage}% {value}/{total} MB {file}', hideCursor: true, clearOnComplete: true, stream })
    : null
  let current: string | null = null
  return {
    show(done, total, file) {
      const [value, whole] = [Math.round(done / MEGABYTE), Math.max(1, Math.round(total / MEGABYTE))]
      if (current === null) bar?.start(whole, value, { file })
      if (file !== current && bar === null) stream.write(`下载 ${file}（共 ${(total / MEGABYTE).toFixed(1)} MB）\n`)
      current = file
      bar?.update(value, { file })
    },
    stop() {
      if (current !== null) bar?.stop()
      current = null
    },
  }
}
