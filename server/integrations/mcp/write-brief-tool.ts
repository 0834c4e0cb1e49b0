import { Type } from 'typebox'
import { listChecks } from '../../briefs/brief-view.ts'
import { renderBriefMarkdown } from '../../briefs/render-markdown.ts'
import { BriefBody, BriefLength, ChecklistRow, MAX_BRIEF_REQUEST_CHARS } from '../../contract/briefs.ts'
import { defineTool, type LibraryTool } from './library-tool.ts'
import { joinBlocks } from './source-lines.ts'
import { readScope, TOOL_MODE, TOOL_SCOPE } from './tool-scope.ts'

/** A brief out of the library, kept where the library can be written. */
export function createWriteBriefTool(): LibraryTool {
  return defineTool({
    name: 'write_brief',
    title: '写简报',
    description:
      '按一句话的要求从文库写一份简报：分章节的句子、目标与实绩对照表、不一致的数据、库里缺什么，每句都有出处并核对过。写好的简报存进文库，网页“简报”里能打开修改；存不进去时照样给出并说明原因。',
    readOnly: false,
    inputSchema: Type.Object(
      {
        request: Type.String({
          minLength: 1,
          maxLength: MAX_BRIEF_REQUEST_CHARS,
          description: '要写什么：主题、年份、地区，如“某市2024—2025年就业工作目标与进展，附2023年基数”',
        }),
        ...TOOL_SCOPE,
        length: Type.Optional(BriefLength),
        mode: TOOL_MODE,
      },
      { additionalProperties: false },
    ),
    outputSchema: Type.Object({
      ...BriefBody.properties,
      briefId: Type.Union([Type.String(), Type.Null()], { description: '存下的简报编号；null 表示没有存' }),
      note: Type.Union([Type.String(), Type.Null()], { description: '没有存的原因' }),
      checklist: Type.Array(ChecklistRow),
      markdown: Type.String(),
    }),
    async work(args, library, signal) {
      const { request, length, mode } = args
      const filters = readScope(args, await library.snapshot())
      const { body, briefId, note } = await library.writeBrief({ request, filters, ...(length ? { length } : {}), ...(mode ? { mode } : {}) }, signal)
      const markdown = renderBriefMarkdown(body)
      const kept = briefId === null ? `（这份简报没有存入文库：${note ?? ''}）` : `（已存入文库，简报编号 ${briefId}）`
      return { structured: { ...body, briefId, note, checklist: listChecks(body), markdown }, text: joinBlocks([[markdown.trimEnd()], [kept]]) }
    },
  })
}
