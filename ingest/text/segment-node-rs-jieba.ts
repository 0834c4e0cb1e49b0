import { createHash } from 'node:crypto'
import { CodedError } from '../corpus/coded-error.ts'
import { cutAroundSurrogates } from './cut-around-surrogates.ts'
import { isPlainHan } from './is-plain-han.ts'
import type { Segmenter } from './segmenter.ts'

/**
 * The segmenter of @node-rs/jieba (Rust, prebuilt, an optional dependency) with the dictionary of its package.
 *
 * @throws {CodedError} segmenter_unavailable when there is no binary of it for this machine
 */
export async function openNodeRsJieba(): Promise<Segmenter> {
  try {
    const { default: binding } = await import('@node-rs/jieba')
    const { default: files } = await import('@node-rs/jieba/dict.js')
    const jieba = binding.Jieba.withDict(files.dict)
    const digest = createHash('sha256').update(files.dict).digest('hex').slice(0, 8)
    return {
      id: `node-rs-jieba+${digest}`,
      cut: (text) => cutAroundSurrogates(text, (part) => jieba.cut(part, true)),
      cutForSearch: (text) => cutAroundSurrogates(text, (part) => jieba.cutForSearch(part, true)),
      isWord: (text) => isPlainHan(text) && jieba.cutAll(text).includes(text),
    }
  } catch (cause) {
    const message = '备用中文分词组件 @node-rs/jieba 无法使用：没有适合本机的版本。请检查安装时是否带了可选依赖（npm ci，不要加 --omit=optional）。'
    throw new CodedError('segmenter_unavailable', message, { segmenter: '@node-rs/jieba' }, { cause })
  }
}
