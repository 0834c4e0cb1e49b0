import { sectionPath } from '../../ingest/corpus/section-path.ts'
import type { SentenceRow } from '../../ingest/index/library-snapshot.ts'
import { officialCitation } from '../answer/cite/official-citation.ts'
import { TENSE_NAMES } from '../answer/facts/fact-cells.ts'
import type { LedgerFact } from '../answer/facts/fact-reader.ts'
import type { IndicatorComparison, WordingChange, WordingChanges } from '../contract/indicators.ts'
import type { FactConflict } from './find-conflicts.ts'
import { ATTRIBUTE_NAMES, CHANGE_NAMES, comparisonLines } from './ledger-lines.ts'
import { numberCell, type Sheet, type SheetCell } from './sheet.ts'
import { viewFact } from './view-fact.ts'

type Line = readonly SheetCell[]

const FACT_HEAD: Line = ['指标', '原文名称', '数值', '上限', '单位', '限定', '口径', '性质', '年份', '地区', '原文数字', '出处']

/** Figures one a line, and a second sheet with their sentences. */
export function factSheets(facts: readonly LedgerFact[]): Sheet[] {
  const sources = createSourceList()
  return [{ name: '指标', lines: factLines(facts, sources) }, sources.sheet()]
}

/** Years × places with marks that lead to the sources, then the figures as numbers, then the sources. */
export function comparisonSheets(comparison: IndicatorComparison, facts: readonly LedgerFact[]): Sheet[] {
  const sources = createSourceList()
  const figures = factLines(facts, sources)
  const numbers = new Map(facts.map(({ row }) => [`${row.document.document.id} ${row.sentence.range.start}`, sources.number(row)]))
  const marks = (cited: readonly number[]): string =>
    comparison.citations
      .filter(({ n }) => cited.includes(n))
      .flatMap(({ documentId, start }) => numbers.get(`${documentId} ${start}`) ?? [])
      .map((n) => `[${n}]`)
      .join('')
  const [head = [], ...lines] = comparisonLines(comparison)
  const marked = lines.map((line, row) => line.map((cell, column) => `${cell ?? ''}${marks(comparison.table.rows[row]?.[column]?.citations ?? [])}`))
  return [{ name: '对照表', lines: [head, ...marked] }, { name: '数值', lines: figures }, sources.sheet()]
}

/** Contradictions, a line for each statement, and their sentences. */
export function conflictSheets(conflicts: readonly FactConflict[]): Sheet[] {
  const sources = createSourceList()
  const lines = conflicts.flatMap(({ values }, index) =>
    values.flat().map((item): Line => {
      const { indicator, text, value, unit, qualifier, kind, year, place, attribute } = viewFact(item)
      const described = [ATTRIBUTE_NAMES[attribute] ?? attribute, kind === null ? '' : TENSE_NAMES[kind]]
      return [index + 1, indicator, ...described, year, place, text.replace(/\s+/g, ''), numberCell(value), unit, qualifier, sources.number(item.row)]
    }),
  )
  const head = ['序号', '指标', '口径', '性质', '年份', '地区', '原文数字', '数值', '单位', '限定', '出处']
  return [{ name: '数据不一致', lines: [head, ...lines] }, sources.sheet()]
}

/** Changes of wording, both sides with their place, and the two documents. */
export function changeSheets(changes: WordingChanges, files: { readonly from: string; readonly to: string }): Sheet[] {
  const place = (title: string, side: WordingChange['from']): string =>
    side === null ? '' : officialCitation({ title, sectionPath: side.sectionPath })
  const lines = changes.changes.map(
    ({ kind, from, to }): Line => [
      CHANGE_NAMES[kind],
      from?.text ?? '',
      to?.text ?? '',
      place(changes.from.title, from),
      place(changes.to.title, to),
    ],
  )
  const documents: Line[] = [
    ['前一份', officialCitation({ title: changes.from.title, sectionPath: [] }), files.from],
    ['后一份', officialCitation({ title: changes.to.title, sectionPath: [] }), files.to],
  ]
  return [
    { name: '提法变化', lines: [['变化', '原来的说法', '现在的说法', '原出处', '现出处'], ...lines] },
    { name: '出处', lines: [['', '文件名称', '文件'], ...documents] },
  ]
}

function factLines(facts: readonly LedgerFact[], sources: SourceList): Line[] {
  const lines = facts.map((item): Line => {
    const { indicator, indicatorText, value, upper, unit, qualifier, attribute, kind, year, place, text } = viewFact(item)
    const figures = [numberCell(value), numberCell(upper), unit, qualifier]
    const described = [ATTRIBUTE_NAMES[attribute] ?? attribute, kind === null ? '' : TENSE_NAMES[kind], year, place]
    return [indicator, indicatorText, ...figures, ...described, text.replace(/\s+/g, ''), sources.number(item.row)]
  })
  return [FACT_HEAD, ...lines]
}

/** Numbers sentences in the order in which they are first used. */
interface SourceList {
  number(row: SentenceRow): number
  sheet(): Sheet
}

function createSourceList(): SourceList {
  const numbers = new Map<SentenceRow, number>()
  return {
    number(row) {
      const known = numbers.get(row)
      if (known !== undefined) return known
      numbers.set(row, numbers.size + 1)
      return numbers.size
    },
    sheet: () => ({ name: '出处', lines: [['序号', '出处', '原文', '文件'], ...[...numbers].map(([row, n]) => sourceLine(row, n))] }),
  }
}

function sourceLine({ document: { document }, sentence }: SentenceRow, n: number): Line {
  const source = officialCitation({ title: document.metadata.title, sectionPath: sectionPath(document.sections, sentence.section) })
  const quote = document.text.slice(sentence.range.start, sentence.range.end).replace(/\s+/g, ' ').trim()
  return [n, source, quote, document.file]
}
