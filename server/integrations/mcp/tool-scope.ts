import { type Static, Type } from 'typebox'
import { CodedError } from '../../../ingest/corpus/coded-error.ts'
import type { LibrarySnapshot } from '../../../ingest/index/library-snapshot.ts'
import type { ChatFilters } from '../../contract/chat.ts'

/** Arguments that narrow what is looked at; without them the words of the question decide. */
export const TOOL_SCOPE = {
  years: Type.Optional(
    Type.Array(Type.Integer({ minimum: 1900, maximum: 2100 }), {
      maxItems: 20,
      description: '只看这些年份的内容，如 [2024, 2025]；不填则按问题里写的年份',
    }),
  ),
  places: Type.Optional(
    Type.Array(Type.String({ minLength: 1, maxLength: 40 }), { maxItems: 20, description: '只看这些地区的内容，写全称；不填则按问题里写的地区' }),
  ),
  documentIds: Type.Optional(
    Type.Array(Type.String({ minLength: 1, maxLength: 40 }), { maxItems: 200, description: '只看这些文档，编号来自 search 或 ask 的结果' }),
  ),
}

export const TOOL_MODE = Type.Optional(
  Type.Enum(['extractive', 'llm'], { description: 'extractive：只摘原文；llm：由服务器配置的语言模型写，同样逐句核对；不填由服务器决定' }),
)

const Scope = Type.Object(TOOL_SCOPE)

/** @throws {CodedError} document_not_found for ids that the library does not hold */
export function readScope({ years, places, documentIds }: Static<typeof Scope>, snapshot: LibrarySnapshot): ChatFilters {
  const held = new Set<string>(snapshot.documents.map(({ document }) => document.id))
  const unknown = (documentIds ?? []).filter((id) => !held.has(id))
  if (unknown.length > 0) throw documentUnknown(unknown, snapshot)
  return { ...(years ? { years } : {}), ...(places ? { places } : {}), ...(documentIds ? { documentIds } : {}) }
}

const MAX_LISTED = 30

export function documentUnknown(ids: readonly string[], snapshot: LibrarySnapshot): CodedError {
  const listed = snapshot.documents.slice(0, MAX_LISTED).map(({ document }) => `${document.id}《${document.metadata.title}》`)
  const more = snapshot.documents.length > MAX_LISTED ? `等 ${snapshot.documents.length} 份` : ''
  const held = listed.length === 0 ? '文库现在是空的。' : `文库里有：${listed.join('、')}${more}。`
  return new CodedError('document_not_found', `文库里没有编号为 ${ids.slice(0, 5).join('、')} 的文档。${held}请用其中的编号，或先用 search 查找。`, {
    documentIds: ids.slice(0, 20),
  })
}
