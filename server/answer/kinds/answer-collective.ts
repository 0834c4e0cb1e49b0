import type { SentenceRow, SnapshotDocument } from '../../../ingest/index/library-snapshot.ts'
import type { AnswerContext } from '../context/answer-context.ts'
import type { Draft, DraftStatement } from '../sentences/draft.ts'
import { rowAt } from '../sentences/with-subject.ts'
import { withinChars } from '../sentences/within-chars.ts'
import { type CollectiveTerm, countedMembers, createTermFinder, readCollectiveTerm } from '../terms/collective-term.ts'
import { headingFamily, membersBelow } from '../terms/members-below.ts'
import { spelledOutIn } from '../terms/spelled-out.ts'

const MAX_CHARS = 740
const NAME_APART = /哪([两二三四五六七八九十]|\d{1,2})(?:个|大|项|种)?[“"]([^”"]{1,8})[”"]/
const COUNTED =
  /(?<![一二三四五六七八九十\d])(?:[一二]?十[一二三四五六七八九]?|[双两二三四五六七八九]|\d{1,2}(?![年月日]))(?:大|项|个|条|件|类|种)?\p{Script=Han}{1,10}?(?=(?:具体|分别|都|到底|究竟|又)?(?:是(?:哪|什么|啥|指)|指的?(?:是)?(?:什么|哪|啥)|包括(?:哪|什么)|有哪|各是|都有))/u
const WHICH = /哪([两二三四五六七八九十]|\d{1,2})(?:个|大|项|种|件|条|类)?/
const ASKS_MEMBERS = /哪|是(?:什么|啥)|指|包括|有(?:什么|啥)|分别是|具体/
const ASKS_MORE = /多少|几[个项家]|增长|产值|进展|完成|怎么(?:推进|落实|实施)|为什么/

const OF_IT = /(?:其中|里面|这里|里头|当中)的?[“"]?([\dNXM]{1,2})[”"]?(?!年|月|日|个|家|项)/i
/** So many sentences below the one that uses a term may say what a sign in it stands for. */
const SIGN_REACH = 8

/** What one sign of a term of several signs stands for (其中的N是什么), where the question goes on about the term. */
export function answerSign(context: AnswerContext): Draft | null {
  const { asked, question } = context.intent
  const sign = OF_IT.exec(asked)?.[1]
  const term = askedCollectives(question).find(({ parts }) => sign !== undefined && parts.includes(sign.toLowerCase()))
  if (sign === undefined || !term) return null
  const told = new RegExp(`(?:[“"]${sign}[”"](?:个|是|即|为|指|代表|：)|(?<![\\dA-Za-z.+＋])${sign}(?:是指|即|指|代表|个|为))[^；。]*`, 'i')
  for (const documents of documentsInOrder(context, term)) {
    for (const row of rowsUsing(context, term, documents, createTermFinder(term.text))) {
      for (let index = row.sentence.index; index <= row.sentence.index + SIGN_REACH; index += 1) {
        const near = rowAt(row, index)
        const match = near ? told.exec(near.sentence.text) : null
        if (near && match) return { kind: 'answered', statements: [{ text: match[0], rows: [near] }] }
      }
    }
  }
  return null
}

/** The members of a collective where the question asks which they are, not something of each. */
export function answerMembers(context: AnswerContext): Draft | null {
  const { asked } = context.intent
  const sign = answerSign(context)
  if (sign) return sign
  return ASKS_MEMBERS.test(asked) && !ASKS_MORE.test(asked) ? answerCollective(context) : null
}

/** A question for the members of a collective that it names by number (六保是哪六保, 哪五个“化”): the members as the library spells them out, whole and in order; null where it does not. */
export function answerCollective(context: AnswerContext): Draft | null {
  const terms = askedCollectives(context.intent.asked)
  if (terms.length === 0) return null
  for (const term of terms) {
    for (const documents of documentsInOrder(context, term)) {
      const statements = findMembers(context, term, documents)
      if (statements.length > 0) return { kind: 'answered', statements: withinChars(statements, MAX_CHARS) }
    }
  }
  return null
}

/** Terms in quotation marks first, then what the question counts without them. */
export function askedCollectives(asked: string): CollectiveTerm[] {
  const apart = NAME_APART.exec(asked)
  const quoted = [...asked.matchAll(/[“"「『]([^”"」』]{2,20})[”"」』]/g)].map((match) => readCollectiveTerm(match[1] ?? ''))
  const counted = countedIn(asked.replace(/[“”"「」『』]/g, ''))
  const signs = /(?<![\d年])[\dNXM]{1,2}(?:[+＋][\dNXM]{1,2})+/i.exec(asked)?.[0]
  const all = [
    apart ? countedMembers(apart[1] ?? '', apart[2] ?? '') : null,
    ...quoted,
    signs ? readCollectiveTerm(signs) : null,
    ...(quoted.some((term) => term !== null) ? [] : counted.map(readCollectiveTerm)),
  ]
  // 八个聚焦里的哪两个某某: what is counted apart is asked for, not the members of the term.
  const which = countedMembers(WHICH.exec(asked)?.[1] ?? '', '')?.count ?? null
  const fitting = all.filter((term) => term !== null).filter(({ count }) => which === null || count === null || count === which)
  return fitting.filter((term, i, found) => found.findIndex(({ text }) => text === term.text) === i)
}

/** What a question counts, from each number on: the first number may count something else. */
function countedIn(asked: string): string[] {
  const found: string[] = []
  for (let rest = asked; ; ) {
    const match = COUNTED.exec(rest)
    if (!match) return found
    found.push(match[0])
    rest = rest.slice(match.index + 1)
  }
}

/** What a year does anew: 十件实事, 五大任务. Another year's are not what was asked. */
const OF_A_YEAR = /^(?:.{1,2}十|.)?[二两三四五六七八九十\d]+(?:件|项|大任务|个方面)/

/** Documents in which the members may be sought: those of the place that the question names, if there are any; of the year that it names first, and alone for what a year does anew. */
function documentsInOrder({ intent, snapshot }: AnswerContext, term: CollectiveTerm): SnapshotDocument[][] {
  const { documentIds } = intent
  const places = intent.places.map(({ name }) => name)
  const named = snapshot.documents.filter(({ document }) => documentIds.length === 0 || documentIds.includes(document.id))
  const ofPlace = named.filter(({ document: { metadata } }) => places.length === 0 || metadata.place === null || places.includes(metadata.place))
  const pool = ofPlace.length > 0 ? ofPlace : named
  const ofYear = pool.filter(({ document: { metadata } }) => intent.years.includes(metadata.year ?? 0))
  if (ofYear.length === 0) return [pool]
  return OF_A_YEAR.test(term.text) ? [ofYear] : [ofYear, pool]
}

function findMembers(context: AnswerContext, term: CollectiveTerm, documents: readonly SnapshotDocument[]): DraftStatement[] {
  const places = createTermFinder(term.text)
  const using = term.text === '' ? [] : rowsUsing(context, term, documents, places)
  for (const row of using) {
    const found = spelledOutIn(row.sentence.text, term, places(row.sentence.text))
    if (found?.tied) return [{ text: found.text, rows: [row] }]
  }
  for (const row of using) {
    const below = membersBelow(row, term)
    if (below.length > 0) return below.map(whole)
  }
  for (const row of using) {
    for (const near of [rowAt(row, row.sentence.index + 1), rowAt(row, row.sentence.index - 1)]) {
      const found = near ? spelledOutIn(near.sentence.text, term, []) : null
      if (near && found) return [{ text: found.text, rows: [near] }]
    }
  }
  return findFamily(term, documents, new Set(using.map(({ document }) => document)))
}

/** Members apart from the term: exactly as many headings or listed things of its name. */
function findFamily(term: CollectiveTerm, documents: readonly SnapshotDocument[], using: ReadonlySet<SnapshotDocument>): DraftStatement[] {
  if (term.text !== '' && using.size === 0) return []
  for (const document of [...documents.filter((one) => using.has(one)), ...documents.filter((one) => !using.has(one))]) {
    const heads = headingFamily(document, term)
    if (heads.length > 0) return heads.map(whole)
    const listed = listedFamily(document, term)
    if (listed) return [listed]
  }
  return []
}

/** Two things of one name stand side by side in many sentences: they are members only where one sentence of a document has two. */
function listedFamily(document: SnapshotDocument, term: CollectiveTerm): DraftStatement | null {
  if (term.count === null || (term.name.length < 2 && term.count < 4)) return null
  const found: DraftStatement[] = []
  for (const sentence of document.document.sentences) {
    if (!sentence.text.includes(term.name) || sentence.text.indexOf(term.name) === sentence.text.lastIndexOf(term.name)) continue
    const spelled = spelledOutIn(sentence.text, term, [])
    if (!spelled) continue
    found.push({
      text: spelled.text,
      rows: [{ row: document.firstSentenceRow + sentence.index, document, sentence, passageRow: document.firstPassageRow + sentence.passage }],
    })
    if (term.count > 2) break
  }
  return found.length === 1 ? (found[0] ?? null) : null
}

function rowsUsing(
  { knowledge, snapshot }: AnswerContext,
  term: CollectiveTerm,
  documents: readonly SnapshotDocument[],
  places: ReturnType<typeof createTermFinder>,
): SentenceRow[] {
  const order = new Map(documents.map((document, i) => [document, i]))
  const rows: SentenceRow[] = []
  for (const index of knowledge.rowsNear(term.text)) {
    const row = snapshot.sentences[index]
    if (row && order.has(row.document) && places(row.sentence.text).length > 0) rows.push(row)
  }
  const explains = (row: SentenceRow): number => ((places(row.sentence.text)[0]?.start ?? 9) <= 6 && /：|指/.test(row.sentence.text) ? 0 : 1)
  return rows.toSorted((a, b) => (order.get(a.document) ?? 0) - (order.get(b.document) ?? 0) || explains(a) - explains(b) || a.row - b.row)
}

/** A heading alone where it runs into its text, any other row whole. */
function whole(row: SentenceRow): DraftStatement {
  const next =
    row.sentence.role === 'heading' && row.document.document.sections[row.sentence.section]?.label === '' ? rowAt(row, row.sentence.index + 1) : null
  return { text: row.sentence.text, rows: next && next.sentence.section === row.sentence.section ? [row, next] : [row] }
}
