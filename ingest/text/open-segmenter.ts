import { CodedError } from '../corpus/coded-error.ts'
import { openNodeRsJieba } from './segment-node-rs-jieba.ts'
import { openNodejieba } from './segment-nodejieba.ts'
import type { Segmenter } from './segmenter.ts'

export interface OpenedSegmenter {
  readonly segmenter: Segmenter
  /** Chinese: why the fallback serves instead of the first choice; null when all is well. */
  readonly degraded: string | null
}

/**
 * The segmenter that this machine can run: nodejieba, or @node-rs/jieba where nodejieba could not be built.
 *
 * @param openFirst opens the first choice
 * @param openFallback opens what takes over
 * @throws {CodedError} segmenter_unavailable when neither can be loaded
 */
export async function openSegmenter(
  openFirst: () => Promise<Segmenter> = openNodejieba,
  openFallback: () => Promise<Segmenter> = openNodeRsJieba,
): Promise<OpenedSegmenter> {
  try {
    return { segmenter: await openFirst(), degraded: null }
  } catch (error) {
    if (!(error instanceof CodedError) || error.code !== 'segmenter_unavailable') throw error
    const segmenter = await openFallback()
    const degraded = `${error.message}现在由备用分词组件代替，检索照常，个别长词的切分可能不同。`
    return { segmenter, degraded }
  }
}
