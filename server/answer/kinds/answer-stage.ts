import type { SnapshotDocument } from '../../../ingest/index/library-snapshot.ts'
import { sentenceRow } from '../../../ingest/index/sentence-row.ts'
import type { AnswerContext } from '../context/answer-context.ts'
import type { Draft } from '../sentences/draft.ts'
import { askedPapers } from './asked-papers.ts'

const ASKS_TIME = /什么时候|啥时候|何时|哪天|几月|几号|多久|哪段时间|(?:起止|具体)?时间|哪年/
/** A stage of a plan with its time: （二）测试期（2031年7—10月）, 第一阶段（2031年）：, 启动阶段（5月1日-20日）. */
const DATED =
  /^(?:[（(]?[一二三四五六七八九十\d]{1,3}[）)]?[、.．]?)?\s*([^（(，。：；]{2,14})[（(]((?:[^）)]{0,6}[\d一二三四五六七八九十]+[年月日][^）)]{0,20}))[）)]/u

/** When a stage of a plan is (测试期是什么时候), read off the heading that names it with its time, in the paper that the question means; null where none is headed so. */
export function answerStage(context: AnswerContext): Draft | null {
  const { asked, kind } = context.intent
  if (kind === 'definition' || !ASKS_TIME.test(asked)) return null
  for (const document of askedPapers(context)) {
    const [best] = stagesOf(document)
      .filter(({ name }) => asked.includes(name))
      .toSorted((a, b) => b.name.length - a.name.length)
    if (best) return { kind: 'answered', statements: [{ text: best.row.sentence.text, rows: [best.row], ofPaper: true }] }
  }
  return null
}

function stagesOf(document: SnapshotDocument) {
  return document.document.sentences.flatMap((sentence) => {
    const name = sentence.role === 'heading' || sentence.role === 'item' ? DATED.exec(sentence.text)?.[1] : undefined
    return name === undefined ? [] : [{ name, row: sentenceRow(document, sentence) }]
  })
}
