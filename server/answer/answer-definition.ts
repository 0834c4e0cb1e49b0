import type { SentenceRow } from '../../ingest/index/library-snapshot.ts'
import { comparableText } from '../../ingest/structure/shingles.ts'
import type { AnswerContext } from './answer-context.ts'
import { filterFor } from './answer-context.ts'
import { splitClauseTexts } from './clause-window.ts'
import type { Draft } from './draft.ts'
import { rowAt } from './with-subject.ts'

const MAX_DEFINITION_CHARS = 700
/** An entry in a list of terms: 3.某词：… */
const ENTRY = /^(?:\d{1,3}[.．、]|[（(]\d{1,3}[）)]|[①-⑳])?\s*[“"《]?([^：:”"》]{1,30})[”"》]?([^：:]{0,10})[：:]/
/** A note behind the text: ［3］某词： or [3]某词：… */
const NOTE = /^[［[【〔(（]\s*\d{1,3}\s*[］\]】〕)）]\s*([^：:]{1,40})[：:]/
const DEFINING = /是指|指的是|系指|，指|即指|也称|简称|是(?:一种|以|由)|的(?:总称|统称|简称)|即[“"]/

const COUNT_OF_TERM = /^([两二三四五六七八九十]|\d{1,2})[个大项种]/
const HAN_COUNTS: Readonly<Record<string, number>> = { 两: 2, 二: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9, 十: 10 }

/** The item's name may go on for so many characters, and must explain in more than so many. */
const MAX_TAIL = 4
const MIN_EXPLAINING = 30

/** What a term means: its entry in the document's list of terms, else a sentence that defines it, else one that spells out what a number in it counts. */
export function answerDefinition(context: AnswerContext): Draft | null {
  const terms = askedTerms(context)
  if (terms.length === 0) return null
  const holding = new Map(terms.map((term) => [term, rowsWith(context, term)]))
  for (const find of [findEntry, findNote, findDefining, findApposed, findNumbered, findEnumerating]) {
    for (const term of terms) {
      const rows = find(holding.get(term) ?? [], term)
      if (rows.length > 0) return { kind: 'answered', statements: rows.map((row) => ({ text: row.sentence.text, rows: [row] })) }
    }
  }
  return null
}

/** What a term in quotation marks means or counts, for questions that ask for its members (是哪五位); null where the library does not spell it out. */
export function definitionOfQuoted(context: AnswerContext): Draft | null {
  for (const quoted of context.intent.quoted) {
    const term = comparableText(quoted).toLowerCase()
    const found = term.length >= 2 && /[一二两三四五六七八九十\d]/.test(term) ? findEnumerating(rowsWith(context, term), term) : []
    if (found.length > 0) return { kind: 'answered', statements: found.map((row) => ({ text: row.sentence.text, rows: [row] })) }
  }
  return null
}

function askedTerms({ intent }: AnswerContext): string[] {
  const spoken = /(?:什么是|何谓)([^？?，,]{2,16})|^([^？?，,的]{2,16})(?:是什么意思|指的?是什么|的含义|怎么定义|如何定义|是怎么回事)/.exec(
    intent.asked,
  )
  return [
    ...intent.quoted,
    ...((spoken?.[1] ?? spoken?.[2]) ? [spoken?.[1] ?? spoken?.[2] ?? ''] : []),
    ...intent.focus.filter((part) => part.weight === 1 && part.text.length <= 12).map((part) => part.text),
  ]
    .flatMap((term) => [term, ...term.split(/[（(）)]/)])
    .map((term) => comparableText(term).toLowerCase())
    .filter((term) => term.length >= 2)
}

/** Sentences that may hold a term, in order. */
function rowsWith(context: AnswerContext, term: string): SentenceRow[] {
  const { intent, snapshot, knowledge } = context
  const { documentIds } = filterFor(intent, { years: [], places: [] })
  const letters = [...new Set(term.match(/[a-z0-9]/g) ?? [])]
  const rows: SentenceRow[] = []
  for (const index of knowledge.rowsNear(term)) {
    const row = snapshot.sentences[index]
    if (!row || (documentIds.length > 0 && !documentIds.includes(row.document.document.id))) continue
    const text = letters.length > 0 ? row.sentence.text.normalize('NFKC').toLowerCase() : ''
    if (letters.every((letter) => text.includes(letter))) rows.push(row)
  }
  return rows
}

function findEntry(rows: readonly SentenceRow[], term: string): SentenceRow[] {
  const found = rows
    .map((row) => ({ row, entry: ENTRY.exec(row.sentence.text) }))
    .filter(
      ({ row, entry }) =>
        entry !== null &&
        row.document.document.sections[row.sentence.section]?.part === 'glossary' &&
        comparableText(`${entry[1]}${entry[2]}`).toLowerCase().includes(term),
    )
    .toSorted((a, b) => (a.entry?.[0].length ?? 0) - (b.entry?.[0].length ?? 0) || a.row.row - b.row.row)[0]
  if (!found) return []
  const entry = [found.row]
  let chars = found.row.sentence.text.length
  for (;;) {
    const next = rowAt(found.row, found.row.sentence.index + entry.length)
    if (
      !next ||
      next.sentence.section !== found.row.sentence.section ||
      ENTRY.test(next.sentence.text) ||
      chars + next.sentence.text.length > MAX_DEFINITION_CHARS
    )
      return entry
    entry.push(next)
    chars += next.sentence.text.length
  }
}

/** The note on a term with the sentences up to the next note: the term may stand on a line of its own. */
function findNote(rows: readonly SentenceRow[], term: string): SentenceRow[] {
  const found = rows.find(({ sentence }) => {
    const name = NOTE.exec(sentence.text)?.[1]
    return name !== undefined && comparableText(name).toLowerCase().includes(term)
  })
  if (!found) return []
  const note = [found]
  for (let chars = found.sentence.text.length; ; ) {
    const next = rowAt(found, found.sentence.index + note.length)
    if (!next || NOTE.test(next.sentence.text) || chars + next.sentence.text.length > MAX_DEFINITION_CHARS) return note
    if (note.length > 1 && next.sentence.role === 'heading') return note
    note.push(next)
    chars += next.sentence.text.length
  }
}

/** A numbered item outside any list of terms that is headed by the term: 5.某某服务：…. */
function findNumbered(rows: readonly SentenceRow[], term: string): SentenceRow[] {
  const found = rows.find(({ sentence }) => {
    const entry = ENTRY.exec(sentence.text)
    const name = entry ? comparableText(`${entry[1]}${entry[2]}`).toLowerCase() : ''
    return /^[（(]?\d/.test(sentence.text) && name.startsWith(term) && name.length <= term.length + MAX_TAIL && sentence.text.length > MIN_EXPLAINING
  })
  return found ? [found] : []
}

/** “三个某某”，甲某某、乙某某、丙某某: the clause behind the quoted term lists as many things as it counts. */
function findApposed(rows: readonly SentenceRow[], term: string): SentenceRow[] {
  const count = COUNT_OF_TERM.exec(term)
  const wanted = count ? (HAN_COUNTS[count[1] ?? ''] ?? Number(count[1])) : 0
  if (!(wanted >= 2 && wanted <= 12)) return []
  const found = rows.find(({ sentence }) => {
    const clauses = splitClauseTexts(sentence.text)
    const at = clauses.findIndex((clause) => comparableText(clause).toLowerCase().endsWith(term))
    const next = at < 0 ? undefined : clauses[at + 1]
    return next !== undefined && next.split(/[、和]/).length === wanted
  })
  return found ? [found] : []
}

function findDefining(rows: readonly SentenceRow[], term: string): SentenceRow[] {
  const defining = rows.filter(({ sentence }) => sentence.text.length <= MAX_DEFINITION_CHARS && DEFINING.test(sentence.text))
  const placed = defining
    .map((row) => ({
      row,
      text: comparableText(
        row.sentence.text
          .replace(/^第[〇零一二三四五六七八九十百\d]+条\s*/, '')
          .replace(/^(?:本(?:规范|办法|规定|条例|方案|意见|指南|通知|法)?(?:所称|中的)?|所称)/, ''),
      ),
    }))
    .filter(({ text }) => text.startsWith(term))
  const strict = placed.find(({ text }) => /^(?:是指|指的是|系指|指|即)/.test(text.slice(term.length)))
  const found = strict ?? placed[0]
  return found ? [found.row] : []
}

/** 甲、乙、丙“三某”: the clause with the term, or the one before it, lists at least three things. */
function findEnumerating(rows: readonly SentenceRow[], term: string): SentenceRow[] {
  const row = rows.find(({ sentence }) => {
    const clauses = splitClauseTexts(sentence.text)
    return clauses.some((clause) => {
      const text = clause.replace(/[“”"]/g, '')
      const at = comparableText(text).toLowerCase().indexOf(term)
      return at >= 0 && /[一二两三四五六七八九十\d]/.test(term) && (text.slice(0, text.indexOf(term.slice(0, 2)) + 1).match(/、/g)?.length ?? 0) >= 2
    })
  })
  return row ? [row] : []
}
