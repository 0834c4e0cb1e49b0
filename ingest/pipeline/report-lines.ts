import type { IngestOutcome, IngestPhase, IngestReport } from './ingestor.ts'

const OUTCOMES: Readonly<Record<IngestOutcome['kind'], string>> = {
  added: '新增',
  updated: '更新',
  unchanged: '未变',
  removed: '移除',
  failed: '失败',
}

export const PHASES: Readonly<Record<IngestPhase, string>> = {
  reading: '读取文件',
  parsing: '解析文档',
  embedding: '计算向量',
  indexing: '建立索引',
  committing: '写入文库',
}

/** One line a document, failures last with what to do about them. */
export function outcomeLines(report: IngestReport): string[] {
  const lines = report.outcomes.map((outcome) =>
    outcome.kind === 'failed'
      ? `${OUTCOMES.failed}  ${outcome.file}\n      ${outcome.message}（${outcome.code}）`
      : `${OUTCOMES[outcome.kind]}  ${outcome.file}`,
  )
  const isFailed = (index: number): boolean => report.outcomes[index]?.kind === 'failed'
  return [...lines.filter((_, index) => !isFailed(index)), ...lines.filter((_, index) => isFailed(index))]
}

/** @example summaryLine(report, 5) // '完成：新增 5，更新 0，未变 0，移除 0，失败 0；文库共 5 份文档（第 1 代索引），用时 2.4 秒' */
export function summaryLine(report: IngestReport, documents: number): string {
  const counts = Object.entries(OUTCOMES).map(([kind, name]) => `${name} ${report.outcomes.filter((outcome) => outcome.kind === kind).length}`)
  return `完成：${counts.join('，')}；文库共 ${documents} 份文档（第 ${report.generation} 代索引），用时 ${(report.elapsedMs / 1000).toFixed(1)} 秒`
}
