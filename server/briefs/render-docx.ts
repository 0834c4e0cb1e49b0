import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  FootnoteReferenceRun,
  HeadingLevel,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx'
import { officialCitation } from '../answer/official-citation.ts'
import type { BriefView } from '../contract/briefs.ts'
import type { Citation } from '../contract/chat.ts'

/** Layout of official papers, GB/T 9704: title 小标宋 2号, body 仿宋 3号, headings 黑体; half-points and twips. Word takes the nearest font it has where one is missing. */
const TITLE_FONT = { eastAsia: '方正小标宋简体', ascii: 'Times New Roman', hAnsi: 'Times New Roman' }
const BODY_FONT = { eastAsia: '仿宋_GB2312', ascii: 'Times New Roman', hAnsi: 'Times New Roman' }
const HEADING_FONT = { eastAsia: '黑体', ascii: 'Times New Roman', hAnsi: 'Times New Roman' }
const SIZE_2 = 44
const SIZE_3 = 32
const SIZE_SMALL = 21
const LINE = { line: 560, lineRule: 'exact' as const }
const INDENT = { firstLine: 640 }
const PAGE = { margin: { top: 2098, bottom: 1984, left: 1587, right: 1474 } }
const VERDICTS = { supported: '一致', mismatch: '不一致', unsupported: '无依据' } as const

/** Numbers footnotes in the order in which they are used: Word wants one note for each reference. */
interface Notes {
  refer(citations: readonly number[]): FootnoteReferenceRun[]
  readonly all: Record<string, { children: Paragraph[] }>
}

/** A brief as a Word file: title, sections, tables, real footnotes, and the 核对单 as an annex. */
export async function renderBriefDocx(brief: BriefView): Promise<Buffer> {
  const notes = createNotes(brief.citations)
  const children = [
    new Paragraph({
      alignment: AlignmentType.CENTER,
      spacing: { after: 320 },
      heading: HeadingLevel.TITLE,
      children: [run(brief.title, TITLE_FONT, SIZE_2)],
    }),
    ...brief.sections.flatMap(({ heading, statements }) => [
      headingLine(heading),
      ...statements.map(({ text, citations }) => bodyLine(text, notes.refer(citations))),
    ]),
    ...brief.tables.flatMap(({ caption, columns, rows }) => [
      captionLine(caption),
      grid([
        columns.map((text) => ({ text, notes: [] })),
        ...rows.map((cells) => cells.map((cell) => ({ text: cell.text, notes: notes.refer(cell.citations) }))),
      ]),
    ]),
    ...conflictLines(brief, notes),
    ...(brief.gaps.length > 0 ? [headingLine('缺口说明'), ...brief.gaps.map((gap) => bodyLine(gap, []))] : []),
    ...annex(brief),
  ]
  const footer = new Footer({
    children: [new Paragraph({ alignment: AlignmentType.CENTER, children: [new TextRun({ children: ['— ', PageNumber.CURRENT, ' —'], size: 28 })] })],
  })
  const document = new Document({
    title: brief.title,
    creator: '有据',
    styles: { default: { document: { run: { font: BODY_FONT, size: SIZE_3 } } } },
    footnotes: notes.all,
    sections: [{ properties: { page: PAGE }, footers: { default: footer }, children }],
  })
  return Packer.toBuffer(document)
}

function createNotes(citations: readonly Citation[]): Notes {
  const known = new Map(citations.map((citation) => [citation.n, citation]))
  const all: Notes['all'] = {}
  let count = 0
  return {
    all,
    refer: (numbers) =>
      numbers.flatMap((n) => {
        const citation = known.get(n)
        if (!citation) return []
        count += 1
        all[String(count)] = { children: [new Paragraph({ children: [run(` ${officialCitation(citation)}：“${citation.quote}”`, BODY_FONT, 18)] })] }
        return [new FootnoteReferenceRun(count)]
      }),
  }
}

/** XML cannot hold control characters. */
function run(text: string, font: typeof BODY_FONT, size: number): TextRun {
  return new TextRun({ text: text.replace(/[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu, ' '), font, size })
}

function headingLine(text: string): Paragraph {
  return new Paragraph({ heading: HeadingLevel.HEADING_1, spacing: LINE, indent: INDENT, children: [run(text, HEADING_FONT, SIZE_3)] })
}

function bodyLine(text: string, notes: readonly FootnoteReferenceRun[]): Paragraph {
  return new Paragraph({ spacing: LINE, indent: INDENT, children: [run(text, BODY_FONT, SIZE_3), ...notes] })
}

function captionLine(text: string): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: { before: 240, after: 120 },
    keepNext: true,
    children: [run(text, HEADING_FONT, 28)],
  })
}

function grid(lines: readonly (readonly { readonly text: string; readonly notes: readonly FootnoteReferenceRun[] }[])[]): Table {
  const border = { style: BorderStyle.SINGLE, size: 4, color: '000000' }
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    borders: { top: border, bottom: border, left: border, right: border, insideHorizontal: border, insideVertical: border },
    rows: lines.map(
      (cells, i) =>
        new TableRow({
          tableHeader: i === 0,
          children: cells.map(
            (cell) =>
              new TableCell({
                children: [new Paragraph({ children: [run(cell.text, i === 0 ? HEADING_FONT : BODY_FONT, SIZE_SMALL), ...cell.notes] })],
              }),
          ),
        }),
    ),
  })
}

function conflictLines({ conflicts }: BriefView, notes: Notes): Paragraph[] {
  if (conflicts.length === 0) return []
  return [
    headingLine('数据不一致之处'),
    ...conflicts.map(({ indicator, year, place, values }) => {
      const texts = values.flatMap(({ text, citations }, i) => [run(`${i > 0 ? '；' : ''}${text}`, BODY_FONT, SIZE_3), ...notes.refer(citations)])
      return new Paragraph({
        spacing: LINE,
        indent: INDENT,
        children: [run(`${year === null ? '' : `${year}年`}${place ?? ''}${indicator}：`, BODY_FONT, SIZE_3), ...texts],
      })
    }),
  ]
}

/** 论断—原文—出处—核验结论, and of which state of the library they are. */
function annex(brief: BriefView): (Paragraph | Table)[] {
  const plain = (text: string): { text: string; notes: FootnoteReferenceRun[] } => ({ text, notes: [] })
  return [
    new Paragraph({
      pageBreakBefore: true,
      alignment: AlignmentType.CENTER,
      heading: HeadingLevel.HEADING_1,
      children: [run('附件：核对单', HEADING_FONT, SIZE_3)],
    }),
    grid([
      ['论断', '原文', '出处', '核验结论'].map(plain),
      ...brief.checklist.map(({ statement, quote, source, verdict }) => [statement, quote, source, VERDICTS[verdict]].map(plain)),
    ]),
    new Paragraph({ spacing: { before: 240 }, children: [run(`索引指纹：${brief.indexFingerprint}`, BODY_FONT, SIZE_SMALL)] }),
  ]
}
