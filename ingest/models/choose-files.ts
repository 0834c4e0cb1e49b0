import { CodedError } from '../corpus/coded-error.ts'
import type { HubFile } from './hub-files.ts'

const QUANTISED = ['onnx/model_quantized.onnx', 'model_quantized.onnx']
const FULL = ['onnx/model.onnx', 'model.onnx']
/** What else says how the encoder is to be used. */
const SETTINGS = /^(?:config\.json|tokenizer_config\.json|sentence_bert_config\.json|modules\.json|\d+_Pooling\/config\.json)$/

/**
 * The files of a model that the program needs, the smallest first.
 *
 * @param full the graph with full numbers instead of the quantised one
 * @throws {CodedError} model_unusable naming what is missing
 */
export function chooseFiles(files: readonly HubFile[], full: boolean): HubFile[] {
  const find = (path: string): HubFile | undefined => files.find((file) => file.path === path)
  const tokenizer = find('tokenizer.json')
  const graph = (full ? FULL : [...QUANTISED, ...FULL]).map(find).find((file) => file !== undefined)
  if (!tokenizer) throw unusable('tokenizer.json')
  if (!graph) throw unusable(full ? 'onnx/model.onnx' : 'onnx/model_quantized.onnx 或 onnx/model.onnx')
  // Graphs beyond 2 GB keep their numbers in a file beside them.
  const weights = [`${graph.path}_data`, `${graph.path}.data`].flatMap((path) => find(path) ?? [])
  const settings = files.filter(({ path }) => SETTINGS.test(path))
  return [tokenizer, graph, ...weights, ...settings].sort((a, b) => a.size - b.size || (a.path < b.path ? -1 : 1))
}

function unusable(missing: string): CodedError {
  const message = `这个模型不能直接使用：仓库里没有 ${missing}。请换一个带 tokenizer.json 和 onnx 文件夹的同名转换版（例如名称以 onnx-community/ 或 Xenova/ 开头的）。`
  return new CodedError('model_unusable', message, { missing })
}
