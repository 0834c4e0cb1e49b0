/** A stretch of the original text that is laid out on its own, so that what is off the screen costs nothing. Half-open UTF-16 offsets. */
export interface TextBlock {
  readonly start: number
  readonly end: number
  /** Its lines, each without its line break; a line longer than a block is cut at a sentence's end. */
  readonly paragraphs: readonly Paragraph[]
}

export interface Paragraph {
  readonly start: number
  readonly end: number
}

const SENTENCE_END = /[。！？；!?;]/

/**
 * Cuts a text into blocks of about `blockChars` characters. Blocks and their paragraphs keep the text's order; between paragraphs lie line breaks only.
 *
 * @param blockChars at least 1
 */
export function splitTextBlocks(text: string, blockChars = 4_000): TextBlock[] {
  const blocks: TextBlock[] = []
  let paragraphs: Paragraph[] = []
  const flush = () => {
    const [first, last] = [paragraphs[0], paragraphs.at(-1)]
    if (first && last) blocks.push({ start: first.start, end: last.end, paragraphs })
    paragraphs = []
  }
  for (const line of splitLines(text)) {
    for (const paragraph of cutLongLine(text, line, blockChars)) {
      const first = paragraphs[0]
      if (first && paragraph.end - first.start > blockChars) flush()
      paragraphs.push(paragraph)
    }
  }
  flush()
  return blocks
}

function* splitLines(text: string): Generator<Paragraph> {
  const breaks = /\r\n|[\n\r\u2028\u2029]/g
  let start = 0
  for (let found = breaks.exec(text); found; found = breaks.exec(text)) {
    yield { start, end: found.index }
    start = breaks.lastIndex
  }
  if (start < text.length) yield { start, end: text.length }
}

function* cutLongLine(text: string, line: Paragraph, maxChars: number): Generator<Paragraph> {
  let start = line.start
  while (line.end - start > maxChars) {
    const end = cutPoint(text, start, start + maxChars)
    yield { start, end }
    start = end
  }
  yield { start, end: line.end }
}

/** After the last sentence end in the second half of the stretch, else at its border, never inside a surrogate pair. */
function cutPoint(text: string, start: number, limit: number): number {
  for (let at = limit - 1; at > start + (limit - start) / 2; at--) {
    if (SENTENCE_END.test(text[at] ?? '')) return at + 1
  }
  const code = text.charCodeAt(limit)
  return code >= 0xdc00 && code <= 0xdfff && limit - 1 > start ? limit - 1 : limit
}
