import type { SentenceRow, SnapshotDocument } from '../../ingest/index/library-snapshot.ts'
import { sentenceRow } from '../../ingest/index/sentence-row.ts'
import { documentKind } from '../../ingest/structure/document-kind.ts'
import type { AnswerContext } from './answer-context.ts'
import type { Draft, DraftStatement } from './draft.ts'

/** A question for one thing that a paper says of itself, and how the line reads that tells it. */
interface Field {
  readonly asked: RegExp
  readonly line: RegExp
  /** Goes before fields that are asked for by their question word alone. */
  readonly specific?: true
  /** The line may stand anywhere in the paper, its articles and its foot too, and be this long. */
  readonly anywhere?: number
  /** Numbered lines below it belong to it. */
  readonly listed?: true
  /** The names of those who sign stand above the day at the foot. */
  readonly signed?: true
}

const DAY = '[〇零一二三四五六七八九\\d]{4}年[一二三四五六七八九十\\d]{1,3}月[一二三四五六七八九十\\d]{1,3}日'
const ORGAN_LINE = /^(?!.*[，。：；])\p{Script=Han}{2,30}(?:[部局厅委院会署办]|人民政府|办公室|集团)$/u

/** What a question may ask of a document as a whole. */
const FIELDS: readonly Field[] = [
  { asked: /文号|发文字号/, line: /文号|[〔[（(【]\d{4}[〕\]）)】]\d+号/, specific: true },
  { asked: /索引号/, line: /索引号/, specific: true },
  { asked: /成文日期|成文/, line: /成文日期/, specific: true },
  {
    asked:
      /(?:什么时候|啥时候|何时|哪天|哪一天|几时|从哪天|从什么时候)(?:开始|起|正式)?(?:施行|生效|执行|实施|起效)|(?:施行|生效|实施|执行)(?:日期|时间)/,
    line: /(?:自|从).{1,30}起(?:施行|实施|执行|生效)|(?:施行|生效)日期/,
    specific: true,
    anywhere: 160,
  },
  {
    asked: /有效期|(?:什么时候|何时|哪天|几时)(?:失效|到期|截止|废止)|有效到|管到|时效/,
    line: /有效期|失效日期|公文时效|时效|有效性/,
    specific: true,
    anywhere: 160,
  },
  { asked: /(?:谁|哪个部门|什么部门|哪个单位)[^，。？]{0,4}解释|解释权/, line: /由.{2,40}负责解释/, specific: true, anywhere: 120 },
  {
    asked: /(?:几|多少)(?:个|份)?附件|附件(?:有|是|都有)(?:哪|什么|几)/,
    line: /^附件\d{0,2}[：:.]|附件[：:]$/,
    specific: true,
    anywhere: 160,
    listed: true,
  },
  {
    asked: /^(?!.*(?:谁|部门|单位|机关|发给)).*印发|(?:什么时候|何时|哪天|哪一天)(?:下发|出台|制定|发)(?!展|布|生|现|放)/,
    line: new RegExp(`印发日期|印发时间|${DAY}印发|^${DAY}$`),
    specific: true,
    anywhere: 46,
  },
  {
    asked: /(?:哪天|哪一天|何时|什么时候|日期).*(?:发布|公布)|发布日期|发布时间|网上发布/,
    line: new RegExp(`发布日期|发布时间|${DAY}(?:发布|公布)`),
    specific: true,
  },
  { asked: /第几号|文件之|编号/, line: /文件之|之[一二三四五六七八九十]+$|第[一二三四五六七八九十\d]+号/ },
  { asked: /抄送/, line: /^抄送/, specific: true, anywhere: 400 },
  { asked: /发给谁|发给|主送|印发给/, line: /^各.{1,120}[：:]$/ },
  { asked: /受谁委托|委托/, line: /受.{2,20}委托/ },
  {
    asked:
      /(?:哪个|哪些|哪几个|什么|由谁|谁)(?:部门|单位|机关)?.{0,6}(?:印发|发布|制定|出台|发的)|哪个部门|什么部门|哪个单位|哪个机关|发文(?:单位|机关)|发布机构/,
    line: /(?:委员会|人民政府|办公[厅室]|[局厅部])$|发布机构|发文机关/,
    signed: true,
  },
  { asked: /谁|报告人|哪位|职务|姓名/, line: /(?:省长|市长|区长|县长|旗长|州长|盟长|主席|总理|主任|局长|报告人)/ },
  { asked: /什么会|哪个会|哪次|哪届|会议|会上|什么时候|何时|哪天|哪一天/, line: /届.*(?:会议|大会)|在.*(?:会议|大会)上/ },
]
/** Questions that other words of theirs may have sorted elsewhere. */
const OF_A_PAPER =
  /有效期|发给(?:谁|哪)|主送|抄送|(?:什么时候|何时|哪天|哪一天|从哪天)(?:开始|起|正式)?(?:施行|生效|失效|到期|废止|实施)|(?:几|多少)(?:个|份)?附件|负责解释|解释权|(?:方案|办法|规定|意见|通知|计划|规划|细则|措施|政策|条例|文件)[^，。？]{0,4}(?:什么时候|何时|哪天|哪一天)(?:印发|发布|出台|下发|公布|发(?:的|$))/
/** So many sentences from the start make the first page. */
const FIRST_PAGE_SENTENCES = 26
const KINDS = /政府工作报告|计划执行情况|国民经济和社会发展计划|预算|统计公报|规划|通知|意见|方案|办法|报告/

/** Whether a question asks for what a paper says of itself though its kind is another: such an answer is worth a try before a search. */
export function asksOfPaper(asked: string): boolean {
  return OF_A_PAPER.test(asked)
}

/** A fact about a document itself: its number, dates, issuer, speaker, meeting, addressees, effect, annexes; read off its first page, its foot and its last articles. */
export function answerMetadata(context: AnswerContext): Draft | null {
  const { asked } = context.intent
  const fields = askedFields(asked)
  if (fields.length === 0) return null
  for (const document of matchingDocuments(context)) {
    const rows = firstPage(document)
    const found = [...new Set(fields.flatMap((field) => findLines(document, rows, field)))].toSorted((a, b) => a.row - b.row)
    if (found.length > 0) return { kind: 'answered', statements: found.map((row) => metadataStatement(row, rows)) }
  }
  return null
}

/** The first line of the first page that tells it, else lines further down: those who sign, annexes, the last article that says so. */
function findLines(document: SnapshotDocument, rows: readonly SentenceRow[], field: Field): SentenceRow[] {
  const signing = field.signed ? signers(document) : []
  if (signing.length > 1) return signing
  const isLine = ({ sentence }: SentenceRow): boolean => sentence.text.length <= (field.anywhere ?? 0) && field.line.test(sentence.text)
  if (field.listed) return annexes(document, allRows(document).filter(isLine))
  const first = rows.find((row) => tells(row, field.line))
  if (first) return [first]
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

/** A named field alone; date and meeting by their question words only where no field is named. */
function askedFields(asked: string): readonly Field[] {
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
    if (
      intent.places.length > 0 &&
      !intent.places.some((place) => place.name === metadata.place || (metadata.place === null && (place.documents?.includes(id) ?? false)))
    )
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
