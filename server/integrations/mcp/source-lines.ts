import { officialCitation } from '../../answer/cite/official-citation.ts'
import type { Citation, Table } from '../../contract/chat.ts'

/** Citations as numbered lines: the source as officials write it, the quote, and by which id the document can be read. */
export function sourceLines(citations: readonly Citation[]): string[] {
  return citations.map((citation) => {
    const { n, quote, documentId, start, end } = citation
    return `[${n}] ${officialCitation(citation)}：“${quote}”（文档 ${documentId}，${start}–${end}）`
  })
}

/** A table as Markdown, its cells with the marks of their sources. */
export function tableLines({ caption, columns, rows }: Table): string[] {
  const line = (cells: readonly string[]): string => `| ${cells.map((cell) => cell.replaceAll('|', '／').replace(/\s+/g, ' ')).join(' | ')} |`
  return [
    caption,
    '',
    line(columns),
    line(columns.map(() => '---')),
    ...rows.map((cells) => line(cells.map(({ text, citations }) => text + citations.map((n) => `[${n}]`).join('')))),
  ]
}

/** Blocks of lines as one text, empty ones left out. */
export function joinBlocks(blocks: readonly (readonly string[])[]): string {
  return blocks
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')
}

/** A heading over lines; nothing where there are none. */
export function underHeading(heading: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : [heading, ...lines]
}
