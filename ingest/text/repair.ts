import type { Range } from '../corpus/range.ts'
import type { Repair, RepairKind } from '../corpus/repair.ts'
import { BLANK, HAN, INVISIBLE } from './character-classes.ts'
import { findFurniture } from './furniture.ts'
import { estimateWrapWidth, joinsNext } from './join-lines.ts'
import { isBullet } from './line-kinds.ts'
import { type Line, splitLines } from './lines.ts'
import { OffsetMap } from './offset-map.ts'

/** A line or several joined lines of the repaired text. */
export interface Paragraph {
  /** In the repaired text, its line break not included. */
  readonly range: Range
  /** True for a line that a list mark stood before. */
  readonly bullet: boolean
  /** The number of blank lines before it in the original. */
  readonly gap: number
}

export interface RepairedText {
  readonly text: string
  /** From the repaired text to the original. */
  readonly map: OffsetMap
  readonly paragraphs: readonly Paragraph[]
  readonly repairs: readonly Repair[]
}

const MAX_SHOWN_CHARS = 80
/** Of a paragraph that goes on and on, its beginning and its end decide whether it goes on. */
const MAX_JOINED_CHARS = 4_000
const IS_BLANK = new RegExp(`[${BLANK}]`)
const IS_INVISIBLE = new RegExp(`[${INVISIBLE}\\u0000-\\u0008\\u000b\\u000e-\\u001f]`)
const WIDE = new RegExp(`[${HAN}\\u2010-\\u203f\\u3001-\\u303f\\uff00-\\uffef]`)

/**
 * Joins what pages and hard wraps broke, and drops what is not text: page numbers, running headers, web page chrome, stray blanks, invisible characters, bold marks.
 * No character is changed or moved, so the repaired text is the original with some characters left out, and each paragraph ends in one line break.
 * Every character of the original is in the repaired text, is a blank or line break, or is listed in `repairs`.
 */
export function repairText(original: string): RepairedText {
  const lines = splitLines(original)
  const furniture = findFurniture(lines)
  const builder = createBuilder(original)
  for (const index of furniture) {
    const line = lines[index]
    if (line) builder.note('furniture-dropped', line.range)
  }
  const kept = lines.filter((_, index) => !furniture.has(index))
  const wrapWidth = estimateWrapWidth(kept)
  let joined = ''
  kept.forEach((line, index) => {
    builder.addLine(line, joined === '')
    joined = shorten(joined + line.bare)
    const next = kept[index + 1]
    if (next && joinsNext(joined, line, next, wrapWidth)) builder.joinTo(line, next)
    else {
      builder.endParagraph()
      joined = ''
    }
  })
  return builder.finish()
}

function createBuilder(original: string) {
  const characters: string[] = []
  const origins: number[] = []
  const paragraphs: Paragraph[] = []
  const repairs: Repair[] = []
  let start = 0
  let opening: { bullet: boolean; gap: number } = { bullet: false, gap: 0 }

  const note = (kind: RepairKind, range: Range): void => {
    const previous = repairs.at(-1)
    if (previous && previous.kind === kind && previous.range.end === range.start && kind !== 'furniture-dropped') {
      repairs[repairs.length - 1] = {
        kind,
        range: { start: previous.range.start, end: range.end },
        before: cut(original.slice(previous.range.start, range.end)),
      }
    } else repairs.push({ kind, range, before: cut(original.slice(range.start, range.end)) })
  }
  const keep = (offset: number): void => {
    characters.push(original[offset] ?? '')
    origins.push(offset)
  }
  const addLine = (line: Line, first: boolean): void => {
    const bullet = first && isBullet(line.bare)
    if (first) opening = { bullet, gap: line.gap }
    let at = line.range.start
    if (bullet) at = dropBulletMark(original, line, note)
    if (first) at = dropHeadingHashes(original, at, line, note)
    const inner = innerRange(line)
    for (; at < line.range.end; at += 1) addCharacter(at, line, inner)
  }
  const addCharacter = (at: number, line: Line, inner: Range): void => {
    const character = original[at] ?? ''
    if (IS_INVISIBLE.test(character)) note('invisible-dropped', { start: at, end: at + 1 })
    else if (original.startsWith('**', at) || (character === '*' && original[at - 1] === '*')) note('markup-dropped', { start: at, end: at + 1 })
    else if (!IS_BLANK.test(character)) keep(at)
    else if (keepsBlank(original, at, line) && characters.length > start) keep(at)
    else if (inner.start < at && at < inner.end) note('blank-dropped', { start: at, end: at + 1 })
  }
  const endParagraph = (): void => {
    while (characters.length > start && IS_BLANK.test(characters.at(-1) ?? '')) {
      characters.pop()
      origins.pop()
    }
    if (characters.length > start) paragraphs.push({ range: { start, end: characters.length }, ...opening })
    const last = origins.at(-1)
    const lineBreak = last === undefined ? -1 : original.slice(last + 1).search(/[\n\r\u2028\u2029\f]/)
    if (last !== undefined && lineBreak >= 0 && characters.length > start) keep(last + 1 + lineBreak)
    start = characters.length
  }
  const joinTo = (line: Line, next: Line): void => {
    note(next.gap > 0 ? 'page-joined' : 'line-joined', { start: line.range.end, end: next.range.start })
    if (/[A-Za-z]$/.test(line.text) && /^[A-Za-z]/.test(next.text)) keep(line.range.end)
  }
  const finish = (): RepairedText => ({
    text: characters.join(''),
    map: new OffsetMap(Int32Array.from(origins)),
    paragraphs,
    repairs: repairs.toSorted((a, b) => a.range.start - b.range.start),
  })
  return { note, addLine, joinTo, endParagraph, finish }
}

type Note = (kind: RepairKind, range: Range) => void

function dropBulletMark(original: string, line: Line, note: Note): number {
  const mark = /^\s*\S\s*/.exec(original.slice(line.range.start, line.range.end))?.[0] ?? ''
  const at = line.range.start + mark.length
  note('markup-dropped', { start: line.range.start + mark.search(/\S/), end: line.range.start + mark.trimEnd().length })
  return at
}

function dropHeadingHashes(original: string, from: number, line: Line, note: Note): number {
  const hashes = /^\s*(#{1,6})\s+/.exec(original.slice(from, line.range.end))
  if (!hashes) return from
  const start = from + hashes[0].indexOf('#')
  note('markup-dropped', { start, end: start + (hashes[1] ?? '').length })
  return from + hashes[0].length
}

/** A blank stays between Latin words or figures, where it parts them; beside Han or Chinese punctuation it says nothing. */
function keepsBlank(original: string, at: number, line: Line): boolean {
  const before = original[at - 1] ?? ''
  // Only the first blank of a run can stay, so each run is looked over once.
  if (at === line.range.start || IS_BLANK.test(before)) return false
  let after = at + 1
  while (after < line.range.end && IS_BLANK.test(original[after] ?? '')) after += 1
  return after < line.range.end && !WIDE.test(before) && !WIDE.test(original[after] ?? '')
}

/** From the first to the last character of a line that is more than white space; the blanks outside need no mention. */
function innerRange({ text, range }: Line): Range {
  return { start: range.start + text.length - text.trimStart().length, end: range.start + text.trimEnd().length }
}

function shorten(joined: string): string {
  if (joined.length <= MAX_JOINED_CHARS) return joined
  return joined.slice(0, MAX_JOINED_CHARS / 2) + joined.slice(-MAX_JOINED_CHARS / 4)
}

function cut(text: string): string {
  return text.length > MAX_SHOWN_CHARS ? `${text.slice(0, MAX_SHOWN_CHARS)}…` : text
}
