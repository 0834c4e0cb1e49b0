import type { SentenceRow } from '../../../ingest/index/library-snapshot.ts'
import type { AnswerContext } from '../context/answer-context.ts'
import { contentWords } from '../find/content-words.ts'
import type { Draft } from '../sentences/draft.ts'
import { tenseOf } from '../sentences/tense-of.ts'
import { withScope } from './with-scope.ts'

/** Words of an aim that say nothing of what it is for. */
const MANNER = /^(?:预期|具体|年度|全年)$/
/** 没有提出全年增速的具体目标: says of what no aim was set. */
const LEAVES_OPEN = /(?:没有|未|不再?)(?:提出|设定|设置|确定|规定)([^，,。；;]{1,20})目标/

/**
 * Where the aim of a year is asked for and none was found, what the paper says of having set none; null where it says nothing of the kind. Such a sentence has little of the question's
 * words and no figure: it is looked for in all of the library, which few questions come to.
 *
 * @param found what would be told otherwise
 */
export function tellAimLeftOpen(context: AnswerContext, found: Draft | null): Draft | null {
  const { intent, snapshot, synonyms } = context
  const [year] = intent.years
  const isAim = found?.statements.some(({ rows }) => rows.some((row) => tenseOf(row) === 'target')) ?? false
  if (intent.tense !== 'target' || year === undefined || intent.years.length > 1 || isAim) return null
  const words = contentWords(context).filter(({ text }) => !MANNER.test(text))
  if (words.length === 0) return null
  const { documentIds } = intent
  const places = intent.places.map(({ name }) => name)
  const leavesOpen = ({ document, sentence: { text, facets } }: SentenceRow): boolean => {
    if (facets.year !== year || !text.includes('目标') || (documentIds.length > 0 && !documentIds.includes(document.document.id))) return false
    const of = LEAVES_OPEN.exec(text)?.[1]
    if (of === undefined || (places.length > 0 && !places.includes(facets.place ?? ''))) return false
    const names = [of, ...synonyms(of).flatMap(({ others }) => others)]
    return words.every(({ forms }) => forms.some((form) => names.some((name) => name.includes(form))))
  }
  const open = snapshot.sentences.find(leavesOpen)
  return open ? { kind: 'answered', statements: [withScope(context, { text: open.sentence.text, rows: [open] })] } : null
}
