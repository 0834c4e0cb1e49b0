import { type Static, Type } from 'typebox'
import { CodedError } from '../../../ingest/corpus/coded-error.ts'
import type { ParsedDocument } from '../../../ingest/corpus/document.ts'
import { OutlineEntry } from '../../contract/documents.ts'
import { viewDocumentText } from '../../http/document-views.ts'
import { defineTool, type LibraryTool } from './library-tool.ts'
import { documentUnknown } from './tool-scope.ts'

const DEFAULT_CHARS = 4_000
const MAX_CHARS = 20_000

const orNull = (description: string) => Type.Union([Type.String(), Type.Null()], { description })

const Output = Type.Object({
  documentId: Type.String(),
  title: Type.String(),
  file: Type.String(),
  kind: Type.String(),
  number: orNull('文号'),
  issuer: orNull('发布机关'),
  date: orNull('日期'),
  year: Type.Union([Type.Integer(), Type.Null()]),
  place: orNull('地区'),
  length: Type.Integer({ description: '全文字数（UTF-16）' }),
  start: Type.Integer(),
  end: Type.Integer(),
  text: Type.String({ description: '从 start 到 end 的原文' }),
  nextStart: Type.Union([Type.Integer(), Type.Null()], { description: '接着读从这里开始；null 表示已读完' }),
  outline: Type.Array(OutlineEntry, { description: '目录，start、end 是各节在原文里的位置' }),
})

/** A document piece by piece, with its outline. */
export function createReadDocumentTool(): LibraryTool {
  return defineTool({
    name: 'read_document',
    title: '读文档',
    description:
      '读文库里一份文档的原文：给出目录（outline）和一段文字。可以按章节（section，目录里的 index）读，也可以从某个位置（start）读；一次读不完时按 nextStart 接着读。位置与 search、ask 的引文一致。',
    readOnly: true,
    inputSchema: Type.Object(
      {
        documentId: Type.String({ minLength: 1, maxLength: 64, description: '文档编号，来自 search 或 ask 的结果' }),
        section: Type.Optional(Type.Integer({ minimum: 1, maximum: 1_000_000, description: '只读目录里的这一节' })),
        start: Type.Optional(Type.Integer({ minimum: 0, maximum: 1_000_000_000, description: '从这个位置开始读' })),
        maxChars: Type.Optional(Type.Integer({ minimum: 100, maximum: MAX_CHARS, description: `最多读多少字，不填为 ${DEFAULT_CHARS}` })),
      },
      { additionalProperties: false },
    ),
    outputSchema: Output,
    async work({ documentId, section, start, maxChars = DEFAULT_CHARS }, library) {
      const snapshot = await library.snapshot()
      const found = snapshot.documents.find(({ document }) => document.id === documentId)
      if (found === undefined) throw documentUnknown([documentId], snapshot)
      const { sections: outline, text } = viewDocumentText(found)
      const range = section === undefined ? { start: 0, end: text.length } : sectionRange(outline, section, found.document)
      const from = Math.min(Math.max(start ?? range.start, range.start), range.end)
      const structured = { ...describe(found.document), ...cutPiece(text, from, Math.min(from + maxChars, range.end), range.end), outline }
      return { structured, text: render(structured) }
    },
  })
}

function sectionRange(outline: readonly Static<typeof OutlineEntry>[], index: number, { metadata }: ParsedDocument): { start: number; end: number } {
  const section = outline.find((entry) => entry.index === index)
  if (section) return section
  const known = outline.slice(0, 20).map((entry) => `${entry.index}（${entry.heading.slice(0, 20)}）`)
  throw new CodedError(
    'invalid_request',
    `《${metadata.title}》没有编号为 ${index} 的章节。目录里有：${known.join('、')}。请改用其中的编号，或不填 section。`,
    {
      fields: ['section'],
    },
  )
}

function describe({ id, file, text, metadata }: ParsedDocument) {
  const { title, kind, number, issuer, date, year, place } = metadata
  return { documentId: id, title, file, kind, number, issuer, date, year, place, length: text.length }
}

/** A piece that does not end inside a character. */
function cutPiece(text: string, start: number, wantedEnd: number, limit: number) {
  const end = wantedEnd < limit && /[\ud800-\udbff]/.test(text.charAt(wantedEnd - 1)) ? wantedEnd - 1 : wantedEnd
  return { start, end, text: text.slice(start, end), nextStart: end < limit ? end : null }
}

function render({ title, file, length, start, end, text, nextStart, outline }: Static<typeof Output>): string {
  const listed = start === 0 ? outline.map(({ index, level, heading }) => `${'  '.repeat(Math.max(0, level - 1))}${index} ${heading}`) : []
  const more = nextStart === null ? '' : `\n\n（还没有读完，接着读用 start=${nextStart}）`
  return `《${title}》（${file}，第 ${start}–${end} 字，共 ${length} 字）\n${listed.length > 0 ? `目录\n${listed.join('\n')}\n` : ''}\n${text}${more}`
}
