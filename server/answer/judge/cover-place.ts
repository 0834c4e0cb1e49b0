import { INDICATOR_NAMES } from '../../../ingest/facts/indicator-synonyms.ts'
import type { SentenceRow } from '../../../ingest/index/library-snapshot.ts'
import type { AnswerContext } from '../context/answer-context.ts'
import { paperlessPlaces } from '../context/paperless-places.ts'
import { type ContentWord, holdsWord } from '../find/content-words.ts'
import type { DraftStatement } from '../sentences/draft.ts'
import { tellsSizeInWords } from '../sentences/told-in-words.ts'
import { isToldOf } from '../sentences/told-of.ts'
import { type Cover, covered } from './objection.ts'

/** What is measured, by the last character of its name. */
const MEASURED = /(?:(?<!质)量|额|率|值|收入|支出|人口|面积|规模|投资|增速|进出口|出口|进口)$/
const FIGURE = /[\d０-９]|[百千万]分之/

/** Says that a candidate is told of a wider place, or of nobody, where one is asked for that only papers of others name; null where nothing speaks against it. */
export function createPlaceCover(context: AnswerContext, words: readonly ContentWord[]): Cover {
  const places = paperlessPlaces(context)
  if (places.length === 0) return covered
  const who = places.map(({ name }) => name).join('、')
  // 三镇旅游收入 is asked for a figure, whatever else is told of the town.
  const measure = words.find(({ text, named }) => (named && INDICATOR_NAMES.has(text)) || MEASURED.test(text))
  return ({ evidence: { row }, text }) => {
    if (!isOfWider(row)) return null
    if (!places.some(({ names }) => isToldOf(row, isOpen(context) ? '' : text, names))) return { missing: `${who}自己的内容` }
    const isMeasured =
      measure === undefined ||
      ((FIGURE.test(text) || tellsSizeInWords(text)) && holdsWord(context.wordings, context.wordings.ofText(upTo(row, text)), measure))
    return isMeasured ? null : { missing: `${who}的${measure.text}` }
  }
}

/** The sentence as far as it is quoted: 自然增长率，甲县由…降到…，乙县由…降到… names once what is told of each. */
function upTo({ sentence }: SentenceRow, quote: string): string {
  const at = sentence.text.indexOf(quote)
  return at < 0 ? quote : sentence.text.slice(0, at + quote.length)
}

/** What a paper of no place tells is told of whom its sentences name. */
function isOfWider({ document }: SentenceRow): boolean {
  return document.document.metadata.place !== null
}

/** When something was and who did it is told in clauses of their own: the sentence must name the place. */
function isOpen({ intent }: AnswerContext): boolean {
  return intent.expected.kind === 'time' || intent.expected.kind === 'entity' || /几[月号日]/.test(intent.asked)
}

/** The statements that are told of the places asked for, where no paper is about these. */
export function toldOfAsked(context: AnswerContext, statements: readonly DraftStatement[]): readonly DraftStatement[] {
  const places = paperlessPlaces(context)
  if (places.length === 0 || isOpen(context)) return statements
  return statements.filter(({ rows, text }) => rows.some((row) => !isOfWider(row) || places.some(({ names }) => isToldOf(row, text, names))))
}
