import { Type } from 'typebox'
import { ChatAnswer, MAX_QUESTION_CHARS } from '../../contract/chat.ts'
import { defineTool, type LibraryTool } from './library-tool.ts'
import { joinBlocks, sourceLines, tableLines, underHeading } from './source-lines.ts'
import { readScope, TOOL_MODE, TOOL_SCOPE } from './tool-scope.ts'

const MAX_EARLIER = 10
const question = (description: string) => Type.String({ minLength: 1, maxLength: MAX_QUESTION_CHARS, description })

/** One question, answered with every sentence cited, or refused with what is missing. */
export function createAskTool(): LibraryTool {
  const { conversationId: _conversation, turnId: _turn, ...answer } = ChatAnswer.properties
  return defineTool({
    name: 'ask',
    title: '提问',
    description:
      '向文库（政府工作报告、计划、政策等文件）提一个问题，得到带出处的回答：每句话都标 [n]，对应 citations 里的原文；文库里没有的会说明查了什么、缺什么（outcome 为 abstained）。' +
      '适合问目标、完成情况、比较、清单、名词解释、文件信息。回答里的数字、年份、地区都与原文核对过。',
    readOnly: true,
    inputSchema: Type.Object(
      {
        question: question('中文问题，写明年份、地区和事项最好，如“2025年某市城镇新增就业目标是多少？”'),
        earlierQuestions: Type.Optional(
          Type.Array(question('之前的一个问题'), {
            maxItems: MAX_EARLIER,
            description: '同一段对话里之前问过的问题，按先后；追问（“那前一年呢”）时需要',
          }),
        ),
        ...TOOL_SCOPE,
        mode: TOOL_MODE,
      },
      { additionalProperties: false },
    ),
    outputSchema: Type.Object(answer),
    async work(args, library, signal) {
      const filters = readScope(args, await library.snapshot())
      const { question, earlierQuestions: earlier = [], mode } = args
      const composed = await library.ask({ question, filters, earlier, ...(mode ? { mode } : {}) }, signal)
      const { answer: told, citations, tables = [], reason = '', nearest = [], suggestions = [], notes = [] } = composed
      const cited = new Set(citations.map(({ documentId, start }) => `${documentId} ${start}`))
      const text = joinBlocks([
        [told],
        ...tables.map(tableLines),
        reason === '' || told.includes(reason) ? [] : [`原因：${reason}`],
        underHeading('出处', sourceLines(citations)),
        underHeading('最接近的原文', sourceLines(nearest.filter(({ documentId, start }) => !cited.has(`${documentId} ${start}`)))),
        underHeading('可以接着问', suggestions),
        underHeading('说明', notes),
      ])
      return { structured: composed, text }
    },
  })
}
