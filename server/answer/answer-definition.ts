import type { SentenceRow } from '../../ingest/index/library-snapshot.ts'
import { comparableText } from '../../ingest/structure/shingles.ts'
import type { AnswerContext } from './answer-context.ts'
import { filterFor } from './answer-context.ts'
import { splitClauseTexts } from './clause-window.ts'
import type { Draft } from './draft.ts'

const MAX_DEFINITION_CHARS = 700
/** An entry in a list of terms: 3.某词：… */
const ENTRY = /^(?:\d{1,3}[.．、]|[（(]\d{1,3}[）)]|[①-⑳])?\s*[“"《]?([^：:”"》]{1,30})[”"》]?([^：:]{0,10})[：:]/
const DEFINING = /是指|指的是|系指|，指|即指|也称|简称|是(?:一种|以|由)|即[“"]/

/** What a term means: its entry in the document's list of terms, else a sentence that defines it, else one that spells out what a number in it counts. */
export function answerDefinition(context: AnswerContext): Draft | null {
  const terms = askedTerms(context)
  if (terms.length === 0) return null
  const accepted = rowsOfScope(context)
  for (const find of [findEntry, findDefining, findEnumerating]) {
    for (const term of terms) {
      const rows = find(accepted, term)
      if (rows.length > 0) return { kind: 'answered', statements: rows.map((row) => ({ text: row.sentence.text, rows: [row] })) }
    }
  }
  return null
}

/** What a term in quotation marks means or counts, for questions that ask for its members (是哪五位); null where the library does not spell it out. */
export function definitionOfQuoted(context: AnswerContext): Draft | null {
  const rows = rowsOfScope(context)
  for (const quoted of context.intent.quoted) {
    const term = comparableText(quoted)
    const found = term.length >= 2 && /[一二两三四五六七八九十\d]/.test(term) ? findEnumerating(rows, term) : []
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
    .map(comparableText)
    .filter((term) => term.length >= 2)
}

function rowsOfScope(context: AnswerContext): SentenceRow[] {
  const { intent, snapshot } = context
  const { documentIds } = filterFor(intent, { years: [], places: [] })
  return snapshot.sentences.filter((row) => documentIds.length === 0 || documentIds.includes(row.document.document.id))
}

function findEntry(rows: readonly SentenceRow[], term: string): SentenceRow[] {
  const found = rows
    .map((row) => ({ row, entry: ENTRY.exec(row.sentence.text) }))
    .filter(
      ({ row, entry }) =>
        entry !== null &&
        row.document.document.sections[row.sentence.section]?.part === 'glossary' &&
        comparableText(`${entry[1]}${entry[2]}`).includes(term),
    )
    .toSorted((a, b) => (a.entry?.[0].length ?? 0) - (b.entry?.[0].length ?? 0) || a.row.row - b.row.row)[0]
  if (!found) return []
  const entry = [found.row]
  let chars = found.row.sentence.text.length
  for (const row of rows) {
    if (row.row <= found.row.row) continue
    if (
      row.row !== found.row.row + entry.length ||
      row.document !== found.row.document ||
      ENTRY.test(row.sentence.text) ||
      chars + row.sentence.text.length > MAX_DEFINITION_CHARS
    )
      break
    entry.push(row)
    chars += row.sentence.text.length
  }
  return entry
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
      const at = comparableText(text).indexOf(term)
      return at >= 0 && /[一二两三四五六七八九十\d]/.test(term) && (text.slice(0, text.indexOf(term.slice(0, 2)) + 1).match(/、/g)?.length ?? 0) >= 2
    })
  })
  return row ? [row] : []
}
