import type { Range } from '../corpus/range.ts'
import { endsSentence, type HeadingMark, headingMark, isAttribute, isStandalone } from '../text/line-kinds.ts'
import type { Paragraph, RepairedText } from '../text/repair.ts'
import { splitSentences } from '../text/sentences.ts'

/** What a paragraph is to the outline. */
export type BlockKind = 'title' | 'attribute' | 'heading' | 'run-in' | 'item' | 'body'

export interface Block {
  readonly kind: BlockKind
  /** In the repaired text. */
  readonly range: Range
  readonly text: string
  readonly sentences: readonly Range[]
  readonly mark: HeadingMark | null
}

/** 附：有关名词解释, 名词解释：: a line that opens a list of terms. */
export const LIST_OF_TERMS = /^(?:附(?:件\d*|录)?[：:]?)?(?:有关|相关|部分)?(?:名词|术语|用语)(?:解释|注释|说明|释义)[：:]?$/
const MAX_HEADING_CHARS = 60
const MAX_MINOR_HEADING_CHARS = 40
const MAX_UNNUMBERED_CHARS = 30
const MAX_RUN_IN_CHARS = 25
const MIN_RUN_IN_REST_CHARS = 30
const MAX_TITLE_CHARS = 80
const MAX_LATIN_TITLE_CHARS = 240

/** Sorts the paragraphs of a repaired text into titles, attribute lines, headings, list items and running text. */
export function classifyBlocks(repaired: RepairedText): Block[] {
  let inTitle = true
  let afterTitle = 0
  let before: Block | null = null
  return repaired.paragraphs.map((paragraph) => {
    const text = repaired.text.slice(paragraph.range.start, paragraph.range.end)
    const sentences = splitSentences(repaired.text, paragraph.range)
    const mark = headingMark(text)
    if (inTitle && endsTitleBlock(text, mark)) inTitle = false
    if (!inTitle) afterTitle += 1
    const own = inTitle ? titleKind(text) : blockKind(text, paragraph, sentences, mark, afterTitle)
    const kind = endsList(before, mark) ? 'item' : own
    const block: Block = {
      kind,
      range: paragraph.range,
      text,
      sentences,
      mark: kind === 'body' || kind === 'title' || kind === 'attribute' ? null : mark,
    }
    before = block
    return block
  })
}

/** The last line of a list ends in a full stop where the others end in semicolons: （一）…；（二）…。 */
function endsList(before: Block | null, mark: HeadingMark | null): boolean {
  return before?.kind === 'item' && before.mark !== null && mark !== null && before.mark.rank === mark.rank && /[；;]$/.test(before.text)
}

function endsTitleBlock(text: string, mark: HeadingMark | null): boolean {
  return (
    !isAttribute(text) &&
    (mark !== null || endsSentence(text) || text.length > (/\p{Script=Han}/u.test(text) ? MAX_TITLE_CHARS : MAX_LATIN_TITLE_CHARS))
  )
}

function titleKind(text: string): BlockKind {
  return isAttribute(text) ? 'attribute' : 'title'
}

function blockKind(text: string, paragraph: Paragraph, sentences: readonly Range[], mark: HeadingMark | null, position: number): BlockKind {
  if (isAttribute(text)) return 'attribute'
  if (paragraph.bullet) return 'item'
  if (mark) return markedKind(text, sentences, mark)
  if (LIST_OF_TERMS.test(text.replace(/\s+/g, ''))) return 'heading'
  if (isStandalone(text)) return 'body'
  if (
    !endsSentence(text) &&
    text.length <= MAX_UNNUMBERED_CHARS &&
    position > 1 &&
    !/[，。；,：:]/.test(text) &&
    /^[\p{Script=Han}\d“”"A-Za-z、（）()—《》]+$/u.test(text)
  )
    return 'heading'
  const first = sentences[0]
  const firstText = first ? text.slice(0, first.end - first.start) : ''
  if (
    sentences.length > 1 &&
    firstText.length <= MAX_RUN_IN_CHARS &&
    /。$/.test(firstText) &&
    !/[\d；：:]|[，,].*[，,]/.test(firstText) &&
    text.length - firstText.length >= MIN_RUN_IN_REST_CHARS
  ) {
    return 'run-in'
  }
  return 'body'
}

function markedKind(text: string, sentences: readonly Range[], mark: HeadingMark): BlockKind {
  const first = sentences[0]
  const firstLength = first ? first.end - first.start : 0
  const major = mark.rank <= 5
  const limit = major ? MAX_HEADING_CHARS : MAX_MINOR_HEADING_CHARS
  if (/[；;]$/.test(text)) return 'item'
  if (!endsSentence(text) && sentences.length === 1) return firstLength <= limit && !hasColonInside(text) ? 'heading' : 'item'
  if (sentences.length === 1) return major && firstLength <= limit && !/[：:]$/.test(text) ? 'heading' : major ? 'body' : 'item'
  if (firstLength <= limit && /[。！？]/.test(text.slice(0, firstLength)) && !hasColonInside(text.slice(0, firstLength))) return 'run-in'
  return mark.rank <= 4 ? 'body' : 'item'
}

function hasColonInside(text: string): boolean {
  return /[：:]./.test(text)
}
