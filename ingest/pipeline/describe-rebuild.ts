import type { RebuildState } from './rebuild-behind.ts'
import { PHASES } from './report-lines.ts'
import type { StaleReason } from './stale-reason.ts'

const REASONS: Readonly<Record<StaleReason, string>> = {
  damaged: '索引文件缺失或已损坏，已用库中保存的原文临时建立索引应答，正在后台重建',
  analyzer: '分词程序换过了，已临时建立索引应答，正在后台重建',
  parser: '程序升级后读法有变，正在后台重新解析文档，完成前用旧的索引应答',
  encoder: '换了语义编码器，正在后台重新计算向量，完成前只按字词检索',
}

/** A rebuild behind the answers in one Chinese sentence, for /ready. */
export function describeRebuild({ reason, progress, failure }: RebuildState): string {
  if (progress !== null) return `${REASONS[reason]}（${PHASES[progress.phase]} ${progress.done}/${progress.total}）。`
  if (failure !== null) return `${REASONS[reason]}。上一次没有成功，过一会儿自动再试：${failure}`
  return `${REASONS[reason]}。`
}
