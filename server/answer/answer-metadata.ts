import type { SentenceRow, SnapshotDocument } from '../../ingest/index/library-snapshot.ts'
import { sentenceRow } from '../../ingest/index/sentence-row.ts'
import { documentKind } from '../../ingest/structure/document-kind.ts'
import type { AnswerContext } from './answer-context.ts'
import type { Draft, DraftStatement } from './draft.ts'

/** What a question may ask of a document as a whole, and how the line reads that tells it. */
const FIELDS: readonly { readonly asked: RegExp; readonly line: RegExp; readonly specific?: true }[] = [
  { asked: /文号|发文字号/, line: /文号|[〔[（(【]\d{4}[〕\]）)】]\d+号/, specific: true },
  { asked: /索引号/, line: /索引号/, specific: true },
  { asked: /成文日期|成文/, line: /成文日期/, specific: true },
  {
    asked: /印发/,
    line: /印发日期|印发时间|^[〇零一二三四五六七八九\d]{4}年[一二三四五六七八九十\d]{1,3}月[一二三四五六七八九十\d]{1,3}日$/,
    specific: true,
  },
  { asked: /(?:哪天|哪一天|何时|什么时候|日期).*(?:发布|公布)|发布日期|发布时间|网上发布/, line: /发布日期|发布时间/, specific: true },
  { asked: /第几号|文件之|编号/, line: /文件之|之[一二三四五六七八九十]+$|第[一二三四五六七八九十\d]+号/ },
  { asked: /发给谁|发给|主送|印发给/, line: /^各.{1,60}[：:]$/ },
  { asked: /受谁委托|委托/, line: /受.{2,20}委托/ },
  { asked: /哪个部门|什么部门|哪个单位|哪个机关|发文(?:单位|机关)|发布机构/, line: /(?:委员会|人民政府|办公[厅室]|[局厅部])$|发布机构|发文机关/ },
  { asked: /谁|报告人|哪位|职务|姓名/, line: /(?:省长|市长|区长|县长|旗长|州长|盟长|主席|总理|主任|局长|报告人)/ },
  { asked: /什么会|哪个会|哪次|哪届|会议|会上|什么时候|何时|哪天|哪一天/, line: /届.*(?:会议|大会)|在.*(?:会议|大会)上/ },
  { asked: /有效|时效/, line: /时效|有效/ },
]
/** So many sentences from the start make the first page. */
const FIRST_PAGE_SENTENCES = 26
const KINDS = /政府工作报告|计划执行情况|国民经济和社会发展计划|预算|统计公报|规划|通知|意见|方案|办法|报告/

/** A fact about a document itself: its number, dates, issuer, speaker, meeting, addressees, read off its first page. */
export function answerMetadata(context: AnswerContext): Draft | null {
  const { asked } = context.intent
  const fields = askedFields(asked)
  if (fields.length === 0) return null
  for (const document of matchingDocuments(context)) {
    const rows = firstPage(document)
    const found = [...new Set(fields.flatMap((field) => rows.find((row) => tells(row, field.line)) ?? []))].toSorted((a, b) => a.row - b.row)
    if (found.length > 0) return { kind: 'answered', statements: found.map((row) => metadataStatement(row, rows)) }
  }
  return null
}

/** A named field alone; date and meeting by their question words only where no field is named. */
function askedFields(asked: string): typeof FIELDS {
  const named = FIELDS.filter((field) => field.asked.test(asked))
  const specific = named.filter((field) => field.specific === true)
  return specific.length > 0 ? specific : named
}

/** Longer sentences mention such things in passing; only who gave the order is told in one. */
const MAX_LINE_CHARS = 90

function tells(row: SentenceRow, line: RegExp): boolean {
  return line.test(row.sentence.text) && (row.sentence.text.length <= MAX_LINE_CHARS || /委托/.test(line.source))
}

/** The line as printed; a date in figures is written out behind it. */
function metadataStatement(row: SentenceRow, rows: readonly SentenceRow[]): DraftStatement {
  const lines = withName(row, rows)
  const text = lines.map((line) => line.sentence.text).join(' ')
  const date = /(?<!\d)((?:19|20)\d{2})-(\d{1,2})-(\d{1,2})(?!\d)/.exec(text)
  return {
    text: date ? `${text}（${date[1]}年${Number(date[2])}月${Number(date[3])}日）` : text,
    rows: lines,
    ...(date ? { computed: true as const } : {}),
  }
}

/** A line that ends with an office is followed by its holder's name. */
function withName(row: SentenceRow, rows: readonly SentenceRow[]): SentenceRow[] {
  const next = rows[rows.indexOf(row) + 1]
  const ends = /(?:省长|市长|区长|县长|旗长|州长|盟长|主席|总理|主任|局长)$/.test(row.sentence.text.replace(/\s+/g, ''))
  return ends && next && next.sentence.role === 'title' && next.sentence.text.replace(/\s+/g, '').length <= 4 ? [row, next] : [row]
}

function firstPage(document: SnapshotDocument): SentenceRow[] {
  return document.document.sentences.slice(0, FIRST_PAGE_SENTENCES).map((sentence) => sentenceRow(document, sentence))
}

/** Documents that the question can mean, best first: of the place and year that it names, and of the kind that it names. */
function matchingDocuments({ intent, snapshot, termsOf }: AnswerContext): SnapshotDocument[] {
  const named = KINDS.exec(intent.question)?.[0]
  const kind = named ? documentKind(named) : '其他'
  const wanted = new Set(termsOf(intent.question).filter((term) => term.length >= 2))
  return snapshot.documents
    .filter(({ document: { metadata } }) => {
      if (
        intent.documentIds.length > 0 &&
        !intent.documentIds.some((id) => snapshot.documents.some(({ document }) => document.id === id && document.metadata === metadata))
      )
        return false
      if (intent.places.length > 0 && !intent.places.some((place) => place.name === metadata.place)) return false
      const years = new Set([metadata.year, ...[...metadata.title.matchAll(/(?:19|20)\d{2}/g)].map((match) => Number(match[0]))])
      if (intent.years.length > 0 && !intent.years.some((year) => years.has(year))) return false
      if (metadata.origins.title?.source === 'inferred') return false
      return kind === '其他' || metadata.kind === kind || metadata.title.includes(named ?? '')
    })
    .map((document) => ({ document, share: termsOf(document.document.metadata.title).filter((term) => wanted.has(term)).length }))
    .toSorted((a, b) => b.share - a.share || a.document.firstSentenceRow - b.document.firstSentenceRow)
    .map(({ document }) => document)
}
