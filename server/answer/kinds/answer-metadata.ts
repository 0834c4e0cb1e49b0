import { foldText } from '../../../ingest/facts/fold-text.ts'
import type { SentenceRow, SnapshotDocument } from '../../../ingest/index/library-snapshot.ts'
import { sentenceRow } from '../../../ingest/index/sentence-row.ts'
import { documentKind } from '../../../ingest/structure/document-kind.ts'
import type { AnswerContext } from '../context/answer-context.ts'
import type { Draft, DraftStatement } from '../sentences/draft.ts'
import { askedFields, DAY, type Field } from './metadata-fields.ts'

const ORGAN_LINE = /^(?!.*[，。：；])\p{Script=Han}{2,30}(?:[部局厅委院会署办]|人民政府|办公室|集团)$/u
/** Who gives a report to a congress may be an office. */
const GIVES_REPORT = /(?:谁|哪位)[^，。？]{0,4}(?:作|做|报告|宣读|汇报|提[交出请])|(?:作|做|宣读|汇报|提[交出])(?:报告)?的(?:是|人是)?谁|报告人/
/** So many sentences from the start make the first page. */
const FIRST_PAGE_SENTENCES = 26
const KINDS = /政府工作报告|计划执行情况|国民经济和社会发展计划|预算|统计公报|批复|答复|规划|通知|意见|方案|办法|报告/

/** A fact about a document itself: its number, dates, issuer, speaker, meeting, addressees, effect, annexes; read off its first page, its foot and its last articles. */
export function answerMetadata(context: AnswerContext): Draft | null {
  const { asked, askedOfPaper = '' } = context.intent
  const own = askedFields(asked)
  const fields = own.length > 0 ? own : askedFields(askedOfPaper)
  if (fields.length === 0) return null
  for (const document of matchingDocuments(context)) {
    const rows = firstPage(document)
    const lines = fields.map((field) => ({ field, rows: findLines(document, rows, field, asked) }))
    const found = [...new Set(lines.flatMap((told) => told.rows))].toSorted((a, b) => a.row - b.row)
    if (found.length === 0) continue
    // What goes by several names may be told under one of them; a thing asked for by its own name is missed.
    const lacking = lines.flatMap((told) => (told.field.specific && told.rows.length === 0 ? (told.field.asked.exec(asked)?.[0] ?? []) : []))
    return { kind: 'answered', statements: found.map((row) => metadataStatement(row, rows)), ...(lacking.length > 0 ? { lacking } : {}) }
  }
  return null
}

/** The first line of the first page that tells it, else lines further down: those who sign, annexes, the last article that says so. */
function findLines(document: SnapshotDocument, rows: readonly SentenceRow[], field: Field, asked: string): SentenceRow[] {
  const signing = field.signed ? signers(document) : []
  if (signing.length > 1) return signing
  const isLine = ({ sentence }: SentenceRow): boolean => sentence.text.length <= (field.anywhere ?? 0) && reads(field.line, sentence.text)
  if (field.listed) return annexes(document, allRows(document).filter(isLine))
  const first = rows.find((row) => tells(row, field.line))
  if (first) return [first]
  const organ = field.person && GIVES_REPORT.test(asked) ? rows.find(({ sentence }) => ORGAN_LINE.test(sentence.text.replace(/\s+/g, ''))) : undefined
  if (organ) return [organ]
  const last = field.anywhere === undefined ? undefined : allRows(document).findLast(isLine)
  return last ? [last] : signing
}

/** The offices above the day at the foot of a paper, or the line that names one with it. */
function signers(document: SnapshotDocument): SentenceRow[] {
  const rows = allRows(document)
  const day = rows.findLastIndex(({ sentence: { text } }) => text.length <= 46 && new RegExp(`${DAY}(?:印发)?$`).test(text))
  const line = rows[day]
  if (!line) return []
  if (!new RegExp(`^${DAY}`).test(line.sentence.text)) return [line]
  const names: SentenceRow[] = []
  for (let i = day - 1; ORGAN_LINE.test(rows[i]?.sentence.text.replace(/\s+/g, '') ?? ''); i -= 1) {
    const row = rows[i]
    if (row) names.unshift(row)
  }
  return names
}

/** 附件：1.… with the numbered lines below it. */
function annexes(document: SnapshotDocument, found: readonly SentenceRow[]): SentenceRow[] {
  const [head] = found
  if (!head || found.length > 1) return [...found]
  const below: SentenceRow[] = []
  for (let i = head.sentence.index + 1; /^\d{1,2}[.．、]/.test(document.document.sentences[i]?.text ?? ''); i += 1) {
    const sentence = document.document.sentences[i]
    if (sentence) below.push(sentenceRow(document, sentence))
  }
  return [head, ...below]
}

/** Longer sentences mention such things in passing; only who gave the order is told in one. */
const MAX_LINE_CHARS = 90

function tells(row: SentenceRow, line: RegExp): boolean {
  return reads(line, row.sentence.text) && (row.sentence.text.length <= MAX_LINE_CHARS || /委托/.test(line.source))
}

/** Digits of a line may be printed in full width. */
function reads(line: RegExp, text: string): boolean {
  return line.test(text) || line.test(foldText(text))
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
  return allRows(document, FIRST_PAGE_SENTENCES)
}

function allRows(document: SnapshotDocument, to?: number): SentenceRow[] {
  return document.document.sentences.slice(0, to).map((sentence) => sentenceRow(document, sentence))
}

/** Words of how a paper begins count this much of words of its title. */
const OPENING_WEIGHT = 0.7
const OPENING_SENTENCES = 8
/** A paper that holds less of the question than this share of what the best one holds is not meant. */
const NEARLY = 0.7

function openingOf({ document }: SnapshotDocument): string {
  return document.sentences
    .slice(0, OPENING_SENTENCES)
    .map(({ text }) => text)
    .join(' ')
}

/** Documents that the question can mean, best first: of the place and year that it names, and of the kind that it names. */
function matchingDocuments({ intent, snapshot, termsOf }: AnswerContext): SnapshotDocument[] {
  const named = KINDS.exec(intent.question)?.[0]
  const kind = named ? documentKind(named) : '其他'
  const wanted = new Set(termsOf(intent.question).filter((term) => term.length >= 2))
  const possible = snapshot.documents.filter(({ document: { id, metadata } }) => {
    if (
      intent.documentIds.length > 0 &&
      !intent.documentIds.some((id) => snapshot.documents.some(({ document }) => document.id === id && document.metadata === metadata))
    )
      return false
    if (intent.places.length > 0 && !intent.places.some((place) => place.name === metadata.place || (place.documents?.includes(id) ?? false)))
      return false
    const years = new Set([metadata.year, ...[...metadata.title.matchAll(/(?:19|20)\d{2}/g)].map((match) => Number(match[0]))])
    if (intent.years.length > 0 && !intent.years.some((year) => years.has(year))) return false
    if (metadata.origins.title?.source === 'inferred') return false
    return kind === '其他' || metadata.kind === '其他' || metadata.kind === kind || metadata.title.includes(named ?? '')
  })
  // Words that all of them hold tell none from another. A title in other words than the paper's own is helped by how the paper begins.
  const heads = new Map(possible.map((one) => [one, [new Set(termsOf(one.document.metadata.title)), new Set(termsOf(openingOf(one)))] as const]))
  const telling = [...wanted].filter((term) => possible.length === 1 || !possible.every((one) => heads.get(one)?.some((set) => set.has(term))))
  const shareOf = (one: SnapshotDocument): number =>
    telling.reduce((sum, term) => sum + (heads.get(one)?.[0].has(term) ? 1 : heads.get(one)?.[1].has(term) ? OPENING_WEIGHT : 0), 0)
  const ranked = possible
    .map((document) => ({ document, share: shareOf(document) }))
    .toSorted((a, b) => b.share - a.share || a.document.firstSentenceRow - b.document.firstSentenceRow)
  const best = ranked[0]?.share ?? 0
  return ranked.filter(({ share }) => share >= NEARLY * best).map(({ document }) => document)
}
