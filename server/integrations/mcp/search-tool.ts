import { Type } from 'typebox'
import { SearchHit, SearchResult } from '../../contract/search.ts'
import { defineTool, type LibraryTool } from './library-tool.ts'
import { sourceLines } from './source-lines.ts'
import { readScope, TOOL_SCOPE } from './tool-scope.ts'

const DEFAULT_LIMIT = 10
const MAX_LIMIT = 50

/** Sentences of the library by words and meaning. */
export function createSearchTool(): LibraryTool {
  return defineTool({
    name: 'search',
    title: '检索原文',
    description:
      '在文库里按词和意思查找原句，最相关的在前。每条带文档编号、标题、章节、原文和它在文档文本里的位置；要看上下文，用 read_document 按位置读。只列原文，不作回答。',
    readOnly: true,
    inputSchema: Type.Object(
      {
        query: Type.String({ minLength: 1, maxLength: 400, description: '要找的内容，词语或一句话都可以' }),
        ...TOOL_SCOPE,
        limit: Type.Optional(Type.Integer({ minimum: 1, maximum: MAX_LIMIT, description: `最多几句，不填为 ${DEFAULT_LIMIT}` })),
      },
      { additionalProperties: false },
    ),
    outputSchema: Type.Object({ understood: SearchResult.properties.understood, items: Type.Array(SearchHit) }),
    async work(args, library) {
      const snapshot = await library.snapshot()
      const { query, limit = DEFAULT_LIMIT } = args
      const result = await library.search(snapshot, { query, filters: readScope(args, snapshot), limit })
      const lines = sourceLines(result.items)
      return {
        structured: result,
        text: lines.length === 0 ? `文库里没有找到与“${query}”有关的句子。请换个说法，或放宽年份、地区。` : lines.join('\n'),
      }
    },
  })
}
