import { CodedError } from '../corpus/coded-error.ts'
import { openQuestionEmbedder } from '../embedding/open-embedder.ts'
import { createAnalyzer } from '../text/create-analyzer.ts'
import { openSegmenter } from '../text/open-segmenter.ts'
import { readIngestSettings } from './cli-settings.ts'
import { openLibrary } from './open-library.ts'
import { createProgressBar } from './progress-bar.ts'
import { outcomeLines, summaryLine } from './report-lines.ts'
import { createWorkerRunner } from './worker-runner.ts'

const USAGE = `用法：npm run ingest -- 文件或文件夹…

把 .txt、.md 文件（文件夹则连同其子文件夹）导入文库；未变的跳过，变了的更新，文件夹中已删除的移除。
旁边有 文件名.meta.json 时，其中的 title、kind、number、issuer、place、year、date、speaker 优先于从正文读出的内容。
数据目录由环境变量 DATA_DIR 指定，默认 ./data。`

export interface CliSurroundings {
  readonly variables: Readonly<Record<string, string | undefined>>
  readonly workingDir: string
  readonly stdout: NodeJS.WriteStream
  readonly stderr: NodeJS.WriteStream
  /** Aborts when the user presses Ctrl-C. */
  readonly signal: AbortSignal
}

/**
 * `npm run ingest`.
 *
 * @returns the exit code: 0 all well, 1 when a file or the whole run failed, 2 for a wrong call, 78 for a wrong setting
 */
export async function runCli(parameters: readonly string[], { variables, workingDir, stdout, stderr, signal }: CliSurroundings): Promise<number> {
  if (parameters.includes('--help') || parameters.includes('-h')) {
    stdout.write(`${USAGE}\n`)
    return 0
  }
  const unknown = parameters.find((parameter) => parameter.startsWith('-'))
  if (parameters.length === 0 || unknown !== undefined) {
    stderr.write(`${unknown === undefined ? '没有指定要导入的文件或文件夹。' : `不认识的选项“${unknown}”。`}\n\n${USAGE}\n`)
    return 2
  }
  const bar = createProgressBar(stderr)
  try {
    const { dataDir, embedding } = readIngestSettings(variables, workingDir)
    const onUnexpected = (error: unknown): void => void stderr.write(`注意：${error instanceof Error ? error.message : String(error)}\n`)
    const { embedderId, analyzerFingerprint, notes } = await describeTools(embedding)
    for (const note of notes) stderr.write(`注意：${note}\n`)
    const runner = createWorkerRunner({ dataDir, embedding }, onUnexpected)
    const library = await openLibrary({ dataDir, runner, analyzerFingerprint, embedderId, onUnexpected, onRebuild: bar.show })
    try {
      const report = await library.ingestor.ingest(
        parameters.map((path) => ({ kind: 'path', path })),
        bar.show,
        signal,
      )
      bar.stop()
      for (const line of [...outcomeLines(report), summaryLine(report, library.snapshot().documents.length)]) stdout.write(`${line}\n`)
      return report.outcomes.some((outcome) => outcome.kind === 'failed') ? 1 : 0
    } finally {
      await library.close()
    }
  } catch (error) {
    bar.stop()
    if (!(error instanceof CodedError)) throw error
    stderr.write(`错误：${error.message}（${error.code}）\n`)
    return ['config_invalid', 'bad_model_dir'].includes(error.code) ? 78 : 1
  }
}

/** What the index must have been made with; the worker opens its own. */
async function describeTools(embedding: Parameters<typeof openQuestionEmbedder>[0]) {
  const [{ segmenter, degraded }, opened] = await Promise.all([openSegmenter(), openQuestionEmbedder(embedding)])
  const embedderId = opened.embedder?.id || null
  await opened.embedder?.close()
  return {
    embedderId,
    analyzerFingerprint: createAnalyzer(segmenter).fingerprint,
    notes: [degraded, opened.degraded()].filter((note) => note !== null),
  }
}
