import { foldText } from '../../../ingest/facts/fold-text.ts'
import type { SentenceRow, SnapshotDocument } from '../../../ingest/index/library-snapshot.ts'
import { sentenceRow } from '../../../ingest/index/sentence-row.ts'
import type { AnswerContext } from '../context/answer-context.ts'
import type { Draft, DraftStatement } from '../sentences/draft.ts'
import { askedPapers, papersSideBySide, rankedPapers } from './asked-papers.ts'
import { contactLines, sharedTerms } from './contact-lines.ts'
import { askedFields, DAY, type Field } from './metadata-fields.ts'

const ORGAN_LINE = /^(?!.*[，。：；])\p{Script=Han}{2,30}(?:[部局厅委院会署办]|人民政府|办公室|集团)$/u
/** Who gives a report to a congress may be an office. */
const GIVES_REPORT = /(?:谁|哪位)[^，。？]{0,4}(?:作|做|报告|宣读|汇报|提[交出请])|(?:作|做|宣读|汇报|提[交出])(?:报告)?的(?:是|人是)?谁|报告人/
const MAX_PERSON_CHARS = 40
const PERSON_NAME = /^\p{Script=Han}{2,4}$/u
/** So many sentences from the start make the first page. */
const FIRST_PAGE_SENTENCES = 26

/** A fact about a document itself: its number, dates, issuer, speaker, meeting, addressees, effect, annexes; read off its first page, its foot and its last articles. */
export function answerMetadata(context: AnswerContext): Draft | null {
  const { asked, askedOfPaper = '' } = context.intent
  const own = askedFields(asked)
  const fields = own.length > 0 ? own : askedFields(askedOfPaper)
  if (fields.length === 0) return null
  return answerOfEach(context, fields) ?? answerOfPaper(context, fields)
}

/** Of two papers that are set side by side, the same of each. */
function answerOfEach(context: AnswerContext, fields: readonly Field[]): Draft | null {
  const [field] = fields
  const tells = (document: SnapshotDocument): boolean => readFields(context, document, fields).statements.length > 0
  const sides = field?.specific ? papersSideBySide(context, field.asked, tells) : null
  if (!sides) return null
  return {
    kind: 'answered',
    whole: true,
    statements: sides.flatMap(({ name, document }) =>
      readFields(context, document, fields).statements.map((statement) => ({ ...statement, label: `${name}：` })),
    ),
  }
}

function answerOfPaper(context: AnswerContext, fields: readonly Field[]): Draft | null {
  const papers = fields.some(({ contact }) => contact) ? papersOfContact(context, fields) : askedPapers(context)
  for (const document of papers) {
    const { statements, lacking } = readFields(context, document, fields)
    if (statements.length > 0) return { kind: 'answered', statements, ...(lacking.length > 0 ? { lacking } : {}) }
  }
  return null
}

/** Whom to call stands in the paper that names the office which the question names, whatever the paper is about. */
function papersOfContact(context: AnswerContext, fields: readonly Field[]): SnapshotDocument[] {
  const { intent, termsOf } = context
  const terms = termsOf(intent.asked)
  return rankedPapers(context)
    .map(({ document, share }) => {
      const lines = fields.flatMap((field) => (field.contact ? findLines(document, firstPage(document), field, intent.asked) : []))
      return { document, share: share + sharedTerms(lines, terms, termsOf) }
    })
    .toSorted((a, b) => b.share - a.share)
    .map(({ document }) => document)
}

/** What a paper tells of what is asked, in its own order. What goes by several names may be told under one of them; a thing asked for by its own name is missed. */
function readFields({ intent, termsOf }: AnswerContext, document: SnapshotDocument, fields: readonly Field[]) {
  const { asked } = intent
  const page = firstPage(document)
  const lines = fields.map((field) => {
    const rows = findLines(document, page, field, asked)
    return { field, rows: field.contact ? contactLines(rows, termsOf(asked), termsOf) : rows }
  })
  const found = new Map(lines.flatMap(({ rows }) => rows.map((row) => [row.row, row] as const)))
  return {
    statements: [...found.values()].toSorted((a, b) => a.row - b.row).map((row) => metadataStatement(row, page)),
    lacking: lines.flatMap(({ field, rows }) => (field.specific && rows.length === 0 ? (field.asked.exec(asked)?.[0] ?? []) : [])),
  }
}

/** The first line of the first page that tells it, else lines further down: those who sign, annexes, the last article that says so. */
function findLines(document: SnapshotDocument, rows: readonly SentenceRow[], field: Field, asked: string): SentenceRow[] {
  const signing = field.signed ? signers(document) : []
  if (signing.length > 1) return signing
  const isLine = ({ sentence }: SentenceRow): boolean => sentence.text.length <= (field.anywhere ?? 0) && reads(field.line, sentence.text)
  if (field.listed) return annexes(document, allRows(document).filter(isLine))
  if (field.contact) return allRows(document).filter((row) => row.sentence.role !== 'heading' && isLine(row))
  if (field.person) return personLines(rows, field, asked)
  const first = rows.find((row) => tells(row, field.line))
  if (first) return [first]
  const last = field.anywhere === undefined ? undefined : allRows(document).findLast(isLine)
  return last ? [last] : signing
}

/** Who speaks stands on a line of its own, with the office or below the meeting; a sentence that names somebody tells of something else. An office may give a report, too. */
function personLines(rows: readonly SentenceRow[], { line }: Field, asked: string): SentenceRow[] {
  const bareOf = ({ sentence }: SentenceRow): string => sentence.text.replace(/\s+/g, '')
  const titled = rows.find((row) => line.test(bareOf(row)) && bareOf(row).length <= MAX_PERSON_CHARS && !/[，。；]/.test(bareOf(row)))
  const below = rows.find(
    (row, i) => row.sentence.role === 'title' && PERSON_NAME.test(bareOf(row)) && /(?:会议|大会)上?$/.test(bareOf(rows[i - 1] ?? row)),
  )
  const organ = GIVES_REPORT.test(asked) ? rows.find((row) => ORGAN_LINE.test(bareOf(row))) : undefined
  return [titled ?? below ?? organ].flatMap((row) => row ?? [])
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
    ofPaper: true,
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
