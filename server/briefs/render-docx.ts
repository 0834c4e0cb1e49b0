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
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx'
import { officialCitation } from '../answer/cite/official-citation.ts'
import type { BriefView } from '../contract/briefs.ts'
import type { Citation } from '../contract/chat.ts'
import { FONTS, fontTableXml, INDENT, LINE, type OfficialFont, PAGE, SIZES, TEXT_WIDTH } from './docx-layout.ts'
import { chineseNumeral, headingLevel, type HeadingLevel as Level } from './heading-numbers.ts'

const VERDICTS = { supported: '一致', mismatch: '不一致', unsupported: '无依据' } as const
/** Widths of the annex's columns in shares of the type area. */
const CHECKLIST_WIDTHS = [0.3, 0.4, 0.2, 0.1]
const NAME_COLUMN = 0.24

/** Numbers footnotes in the order in which they are used: Word wants one note for each reference. */
interface Notes {
  /** One note for all sources of a statement. */
  refer(citations: readonly number[]): FootnoteReferenceRun[]
  readonly all: Record<string, { children: Paragraph[] }>
}

interface Cell {
  readonly text: string
  readonly notes?: readonly FootnoteReferenceRun[]
  readonly rowSpan?: number
  readonly isCentred?: boolean
}

/** A brief as a Word file: title, sections, tables, real footnotes, and the 核对单 as an annex. */
export async function renderBriefDocx(brief: BriefView): Promise<Buffer> {
  const notes = createNotes(brief.citations)
  let sections = brief.sections.filter(({ heading }) => headingLevel(heading) === 1).length
  const next = (heading: string): Paragraph => headingLine(`${chineseNumeral(++sections)}、${heading}`)
  const children = [
    new Paragraph({ heading: HeadingLevel.TITLE, children: [run(brief.title, FONTS.title, SIZES.title)] }),
    ...brief.sections.flatMap(({ heading, statements }) => [
      headingLine(heading),
      ...statements.map(({ text, citations }) => bodyLine(text, notes.refer(citations))),
    ]),
    ...brief.tables.flatMap(({ caption, columns, rows }) => [
      captionLine(caption),
      grid(
        [
          columns.map((text) => ({ text, isCentred: true })),
          ...rows.map((cells) => cells.map((cell, i) => ({ text: cell.text, notes: notes.refer(cell.citations), isCentred: i > 0 }))),
        ],
        tableWidths(columns.length),
      ),
    ]),
    ...conflictLines(brief, notes, next),
    ...(brief.gaps.length > 0 ? [next('缺口说明'), ...brief.gaps.map((gap) => bodyLine(gap, []))] : []),
    ...staleLines(brief, next),
    ...annex(brief),
  ]
  const document = new Document({
    title: brief.title,
    creator: '有据',
    styles: { default: documentStyles() },
    evenAndOddHeaderAndFooters: true,
    footnotes: notes.all,
    sections: [{ properties: { page: PAGE }, footers: { default: pageNumber('odd'), even: pageNumber('even') }, children }],
  })
  return Packer.toBuffer(document, undefined, [{ path: 'word/fontTable.xml', data: fontTableXml() }])
}

function documentStyles() {
  const heading = (font: OfficialFont, bold: boolean) => ({
    run: { font, size: SIZES.body, bold, color: '000000' },
    paragraph: { spacing: { ...LINE, before: 0, after: 0 }, indent: INDENT, keepNext: true },
  })
  return {
    document: { run: { font: FONTS.body, size: SIZES.body } },
    title: {
      run: { font: FONTS.title, size: SIZES.title, bold: false, color: '000000' },
      paragraph: { alignment: AlignmentType.CENTER, spacing: { line: 700, lineRule: 'exact' as const, after: 560 } },
    },
    heading1: heading(FONTS.heading, false),
    heading2: heading(FONTS.subheading, false),
    heading3: heading(FONTS.body, true),
    footnoteText: { run: { font: FONTS.body, size: SIZES.note }, paragraph: { spacing: { line: 240 } } },
  }
}

/** 4号 between dashes, one character from the outer edge: right on odd pages, left on even ones. */
function pageNumber(side: 'odd' | 'even'): Footer {
  const indent = side === 'odd' ? { right: 280 } : { left: 280 }
  return new Footer({
    children: [
      new Paragraph({
        alignment: side === 'odd' ? AlignmentType.RIGHT : AlignmentType.LEFT,
        indent,
        children: [new TextRun({ children: ['— ', PageNumber.CURRENT, ' —'], font: FONTS.page, size: SIZES.page })],
      }),
    ],
  })
}

function createNotes(citations: readonly Citation[]): Notes {
  const known = new Map(citations.map((citation) => [citation.n, citation]))
  const all: Notes['all'] = {}
  let count = 0
  return {
    all,
    refer: (numbers) => {
      const sources = [...new Set(numbers.flatMap((n) => known.get(n) ?? []).map(officialCitation))]
      if (sources.length === 0) return []
      count += 1
      all[String(count)] = { children: [new Paragraph({ children: [run(` ${sources.join('；')}。`, FONTS.body, SIZES.note)] })] }
      return [new FootnoteReferenceRun(count)]
    },
  }
}

/** XML cannot hold control characters. */
function run(text: string, font: OfficialFont, size: number, bold = false): TextRun {
  return new TextRun({ text: text.replace(/[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu, ' '), font, size, ...(bold ? { bold } : {}) })
}

function headingLine(text: string): Paragraph {
  const level: Level = headingLevel(text)
  const [heading, font] = (
    {
      1: [HeadingLevel.HEADING_1, FONTS.heading],
      2: [HeadingLevel.HEADING_2, FONTS.subheading],
      3: [HeadingLevel.HEADING_3, FONTS.body],
    } as const
  )[level]
  return new Paragraph({ heading, children: [run(text, font, SIZES.body, level === 3)] })
}

function bodyLine(text: string, notes: readonly FootnoteReferenceRun[]): Paragraph {
  return new Paragraph({ alignment: AlignmentType.BOTH, spacing: LINE, indent: INDENT, children: [run(text, FONTS.body, SIZES.body), ...notes] })
}

function captionLine(text: string): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: { ...LINE, before: 200 },
    keepNext: true,
    children: [run(text, FONTS.heading, SIZES.page)],
  })
}

function tableWidths(columns: number): number[] {
  return [NAME_COLUMN, ...Array.from({ length: columns - 1 }, () => (1 - NAME_COLUMN) / (columns - 1))]
}

/** A table as wide as the type area; its first line is repeated on each page. `shares` of the columns add up to 1. */
function grid(lines: readonly (readonly Cell[])[], shares: readonly number[]): Table {
  const border = { style: BorderStyle.SINGLE, size: 4, color: '000000' }
  const widths = shares.map((share) => Math.floor(share * TEXT_WIDTH))
  return new Table({
    width: { size: TEXT_WIDTH, type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    borders: { top: border, bottom: border, left: border, right: border, insideHorizontal: border, insideVertical: border },
    rows: lines.map(
      (cells, i) =>
        new TableRow({ tableHeader: i === 0, cantSplit: true, children: cells.map((cell, j) => gridCell(cell, i === 0, widths[j] ?? 0)) }),
    ),
  })
}

function gridCell({ text, notes = [], rowSpan, isCentred }: Cell, isHead: boolean, width: number): TableCell {
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    verticalAlign: VerticalAlign.CENTER,
    margins: { top: 40, bottom: 40, left: 80, right: 80 },
    ...(rowSpan === undefined ? {} : { rowSpan }),
    children: [
      new Paragraph({
        alignment: isHead || isCentred ? AlignmentType.CENTER : AlignmentType.LEFT,
        children: [run(text === '' ? '—' : text, isHead ? FONTS.heading : FONTS.body, SIZES.table), ...notes],
      }),
    ],
  })
}

function conflictLines({ conflicts }: BriefView, notes: Notes, next: (heading: string) => Paragraph): Paragraph[] {
  if (conflicts.length === 0) return []
  return [
    next('数据不一致之处'),
    ...conflicts.map(({ indicator, year, place, values }) => {
      const texts = values.flatMap(({ text, citations }, i) => [
        run(`${i > 0 ? '；' : ''}${text}`, FONTS.body, SIZES.body),
        ...notes.refer(citations),
      ])
      const name = `${year === null ? '' : `${year}年`}${place ?? ''}${indicator}：`
      return new Paragraph({ spacing: LINE, indent: INDENT, children: [run(name, FONTS.body, SIZES.body), ...texts] })
    }),
  ]
}

function staleLines({ stale, citations }: BriefView, next: (heading: string) => Paragraph): Paragraph[] {
  if (stale.length === 0) return []
  const titles = [...new Set(citations.filter(({ documentId }) => stale.includes(documentId)).map(({ title }) => `《${title}》`))]
  return [next('文件变动说明'), bodyLine(`下列被引用的文件已修改或已不在库中，引文保留编写时的样子：${titles.join('、')}。`, [])]
}

/** 论断—原文—出处—核验结论, and of which state of the library they are. */
function annex(brief: BriefView): (Paragraph | Table)[] {
  return [
    new Paragraph({ pageBreakBefore: true, spacing: LINE, children: [run('附件', FONTS.heading, SIZES.body)] }),
    new Paragraph({
      heading: HeadingLevel.HEADING_1,
      alignment: AlignmentType.CENTER,
      indent: { firstLine: 0, firstLineChars: 0 },
      spacing: { before: 280, after: 280 },
      children: [run('核对单', FONTS.title, SIZES.title)],
    }),
    grid([['论断', '原文', '出处', '核验'].map((text) => ({ text })), ...checklistRows(brief.checklist)], CHECKLIST_WIDTHS),
    new Paragraph({ spacing: { before: 240 }, children: [run(`索引指纹：${brief.indexFingerprint}`, FONTS.body, SIZES.table)] }),
  ]
}

/** A statement with several sources stands once beside them. */
function checklistRows(checklist: BriefView['checklist']): Cell[][] {
  return checklist.map(({ statement, quote, source, verdict }, i) => {
    const isSame = (row: BriefView['checklist'][number] | undefined): boolean => row?.statement === statement
    const own = [{ text: quote }, { text: source }]
    if (isSame(checklist[i - 1])) return own
    let span = 1
    while (isSame(checklist[i + span])) span += 1
    const spanned = span > 1 ? { rowSpan: span } : {}
    return [{ text: statement, ...spanned }, ...own, { text: VERDICTS[verdict], isCentred: true, ...spanned }]
  })
}
