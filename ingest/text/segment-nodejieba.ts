import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'
import { CodedError } from '../corpus/coded-error.ts'
import { cutAroundSurrogates } from './cut-around-surrogates.ts'
import { isPlainHan } from './is-plain-han.ts'
import type { Segmenter } from './segmenter.ts'

/** The five files of a jieba dictionary folder, by the name that nodejieba gives them. */
const DICTIONARY_FILES = {
  dict: 'jieba.dict.utf8',
  hmmDict: 'hmm_model.utf8',
  userDict: 'user.dict.utf8',
  idfDict: 'idf.utf8',
  stopWordDict: 'stop_words.utf8',
} as const

/**
 * The segmenter of nodejieba (C++), with the dictionary of its package or the one in `dictionaryDir` (absolute).
 *
 * @throws {CodedError} segmenter_unavailable when its binary or a dictionary file is missing
 */
export async function openNodejieba(dictionaryDir?: string): Promise<Segmenter> {
  const require = createRequire(import.meta.url)
  const nodejieba = await loadBinding()
  const packageFile = require.resolve('nodejieba/package.json')
  const directory = dictionaryDir ?? path.join(path.dirname(packageFile), 'submodules', 'cppjieba', 'dict')
  const { paths, digest } = await checkDictionary(directory)
  const { version } = JSON.parse(await readFile(packageFile, 'utf8')) as { version: string }
  try {
    nodejieba.load(paths)
    nodejieba.cut('试', true)
  } catch (cause) {
    throw unavailable('本机没有编译好的 nodejieba', cause)
  }
  // NOTE: without the second argument digits and Latin words fall apart into single characters.
  return {
    id: `nodejieba@${version}+${digest}`,
    cut: (text) => cutAroundSurrogates(text, (part) => nodejieba.cut(part, true)),
    cutForSearch: (text) => cutAroundSurrogates(text, (part) => nodejieba.cutForSearch(part, true)),
    isWord: (text) => isPlainHan(text) && nodejieba.cutAll(text).includes(text),
  }
}

async function loadBinding(): Promise<typeof import('nodejieba')> {
  try {
    // NOTE: only the default export exists in Node; the named ones appear under bundlers alone.
    return (await import('nodejieba')).default
  } catch (cause) {
    throw unavailable('nodejieba 没有安装', cause)
  }
}

/** A missing or empty dictionary file makes the native loader abort the whole process, so each one is read before it is named to it. */
async function checkDictionary(directory: string): Promise<{ paths: Record<keyof typeof DICTIONARY_FILES, string>; digest: string }> {
  const hash = createHash('sha256')
  const checked: [string, string][] = []
  for (const [name, file] of Object.entries(DICTIONARY_FILES)) {
    const absolute = path.resolve(directory, file)
    const bytes = await readFile(absolute).catch((cause: unknown) => {
      throw unavailable(`词典文件 ${file} 读不到`, cause)
    })
    if (bytes.length === 0) throw unavailable(`词典文件 ${file} 是空的`)
    hash.update(bytes)
    checked.push([name, absolute])
  }
  return { paths: Object.fromEntries(checked) as Record<keyof typeof DICTIONARY_FILES, string>, digest: hash.digest('hex').slice(0, 8) }
}

function unavailable(why: string, cause?: unknown): CodedError {
  const message = `中文分词组件 nodejieba 无法使用：${why}。请安装 C++ 编译工具（Debian/Ubuntu：apt install build-essential python3）后重新运行 npm ci。`
  return new CodedError('segmenter_unavailable', message, { segmenter: 'nodejieba', why }, { cause })
}
