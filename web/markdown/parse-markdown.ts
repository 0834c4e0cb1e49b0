import type { Block } from './markdown-ast.ts'
import { parseInline } from './parse-inline.ts'

const BULLET = /^\s*[-*+]\s+/
const NUMBER = /^\s*(\d{1,4})[.)]\s+/
const HEADING = /^#{1,6}\s+/
const TABLE_RULE = /^\s*\|?\s*:?-+:?\s*(\|\s*:?-+:?\s*)*\|?\s*$/

/** Parses an answer's Markdown into blocks. Total: every text gives some blocks, and no character is taken for markup of another language. */
export function parseMarkdown(source: string): Block[] {
  const lines = source.split(/\r\n|\r|\n/)
  const blocks: Block[] = []
  for (let at = 0; at < lines.length; ) {
    if ((lines[at] ?? '').trim() === '') at++
    else at = takeBlock(lines, at, blocks)
  }
  return blocks
}

function takeBlock(lines: readonly string[], at: number, blocks: Block[]): number {
  const line = lines[at] ?? ''
  if (HEADING.test(line)) {
    blocks.push({ kind: 'heading', children: parseInline(line.replace(HEADING, '')) })
    return at + 1
  }
  if (line.includes('|') && TABLE_RULE.test(lines[at + 1] ?? '') && (lines[at + 1] ?? '').includes('-')) return takeTable(lines, at, blocks)
  if (BULLET.test(line)) return takeList(lines, at, BULLET, blocks)
  if (NUMBER.test(line)) return takeList(lines, at, NUMBER, blocks)
  const end = endOf(lines, at, (text) => text.trim() !== '' && !startsOther(text))
  blocks.push({ kind: 'paragraph', lines: lines.slice(at, Math.max(end, at + 1)).map((text) => parseInline(text.trim())) })
  return Math.max(end, at + 1)
}

function takeList(lines: readonly string[], at: number, marker: RegExp, blocks: Block[]): number {
  const end = endOf(lines, at, (text) => marker.test(text))
  const ordered = marker === NUMBER
  const start = ordered ? Number(NUMBER.exec(lines[at] ?? '')?.[1] ?? 1) : 1
  blocks.push({ kind: 'list', ordered, start, items: lines.slice(at, end).map((text) => parseInline(text.replace(marker, '').trim())) })
  return end
}

function takeTable(lines: readonly string[], at: number, blocks: Block[]): number {
  const end = endOf(lines, at + 2, (text) => text.includes('|'))
  const header = splitRow(lines[at] ?? '')
  const rows = lines.slice(at + 2, end).map((text) => {
    const cells = splitRow(text)
    return header.map((_, column) => parseInline(cells[column] ?? ''))
  })
  blocks.push({ kind: 'table', header: header.map(parseInline), rows })
  return end
}

function splitRow(line: string): string[] {
  const inner = line
    .trim()
    .replace(/^\|/, '')
    .replace(/(?<!\\)\|$/, '')
  return inner.split(/(?<!\\)\|/).map((cell) => cell.trim())
}

function startsOther(line: string): boolean {
  return BULLET.test(line) || NUMBER.test(line) || HEADING.test(line)
}

function endOf(lines: readonly string[], from: number, belongs: (line: string) => boolean): number {
  let end = from
  while (end < lines.length && belongs(lines[end] ?? '')) end++
  return end
}
