import { CodedError } from '../corpus/coded-error.ts'
import type { MetadataPatch } from './ingestor.ts'

/** Beside NAME.txt: NAME.txt.meta.json or NAME.meta.json, the metadata that outranks what the text says. */
export const SIDECAR_SUFFIX = '.meta.json'

const TEXT_FIELDS = ['title', 'kind', 'number', 'issuer', 'place', 'date', 'speaker'] as const

/**
 * Reads a sidecar file. Unknown fields are left out, so that the file may hold other notes too.
 *
 * @throws {CodedError} invalid_sidecar naming the field
 */
export function readSidecar(bytes: Uint8Array): MetadataPatch {
  const fields = parseObject(bytes)
  const patch: Record<string, string | number | null> = {}
  for (const field of TEXT_FIELDS) {
    const value = fields[field]
    if (value === undefined) continue
    if (value !== null && typeof value !== 'string') throw invalid(`“${field}”应为文字`)
    patch[field] = value
  }
  const { year } = fields
  if (year !== undefined) {
    if (year !== null && !(typeof year === 'number' && Number.isInteger(year) && year >= 1900 && year <= 2100)) {
      throw invalid('“year”应为 1900 到 2100 之间的整数')
    }
    patch.year = year
  }
  return patch
}

function parseObject(bytes: Uint8Array): Record<string, unknown> {
  try {
    const parsed: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
    if (typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed)) return parsed as Record<string, unknown>
  } catch (error) {
    throw invalid('内容不是 UTF-8 编码的 JSON', error)
  }
  throw invalid('最外层应为 JSON 对象')
}

const invalid = (what: string, cause?: unknown): CodedError =>
  new CodedError('invalid_sidecar', `同名的 ${SIDECAR_SUFFIX} 文件有误：${what}。请改正或删除它后重新导入。`, { what }, { cause })
