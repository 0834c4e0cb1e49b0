import { Presets, SingleBar } from 'cli-progress'
import type { IngestPhase, IngestProgress } from '../../ingest/pipeline/ingestor.ts'

const PHASES: Readonly<Record<IngestPhase, string>> = {
  reading: '读取文件',
  parsing: '解析结构',
  embedding: '计算向量',
  indexing: '建立索引',
  committing: '保存索引',
}

/** Shows how far an ingest is. */
export interface ProgressDisplay {
  update(progress: IngestProgress): void
  stop(): void
}

/**
 * A bar that moves on a terminal, and one line a phase where the output is a file or a pipe.
 *
 * @param title what is being done, in Chinese
 */
export function createIngestProgressBar(stream: NodeJS.WriteStream, title: string): ProgressDisplay {
  return stream.isTTY ? createBar(stream, title) : createLines(stream, title)
}

function createBar(stream: NodeJS.WriteStream, title: string): ProgressDisplay {
  const bar = new SingleBar({ stream, format: `${title} {bar} {value}/{total} {phase} {file}`, hideCursor: true }, Presets.shades_classic)
  let phase: IngestPhase | null = null
  return {
    update(progress) {
      const payload = { phase: PHASES[progress.phase], file: progress.file ?? '' }
      if (phase !== progress.phase) {
        phase = progress.phase
        bar.start(progress.total, progress.done, payload)
      } else bar.update(progress.done, payload)
    },
    stop() {
      if (phase !== null) bar.stop()
    },
  }
}

function createLines(stream: NodeJS.WriteStream, title: string): ProgressDisplay {
  let phase: IngestPhase | null = null
  return {
    update(progress) {
      if (phase === progress.phase) return
      phase = progress.phase
      stream.write(`${title}：${PHASES[phase]}（共 ${progress.total} 项）\n`)
    },
    stop: () => undefined,
  }
}
