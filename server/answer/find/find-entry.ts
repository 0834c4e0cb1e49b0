import type { SentenceRow } from '../../../ingest/index/library-snapshot.ts'
import { comparableText } from '../../../ingest/structure/shingles.ts'
import type { Intent } from '../../understand/intent.ts'
import { rowAt } from '../sentences/with-subject.ts'

export const MAX_DEFINITION_CHARS = 700
/** An entry in a list of terms: 3.某词：…; ②“某词”行动：…. */
const ENTRY = /^(?:\d{1,3}[.．、]|[（(]\d{1,3}[）)]|[①-⑳]|[*＊·●]|注\d{0,2}[：:.])?\s*[“"《]?([^：:”"》]{1,30})[”"》]?([^：:]{0,14})[：:](?=.)/
/** A note behind the text: ［3］某词： or [3]某词：… */
const NOTE = /^[［[【〔(（]\s*\d{1,3}\s*[］\]】〕)）]\s*([^：:]{1,40})[：:]/
/** A line that says of itself that it explains: 某词：指…. */
const EXPLAINING = /^[^：:]{1,46}[：:](?:是|主要|具体|系|即|也)?(?:指|称|是一种|一种)/
/** Marks of a list of terms; its lines need not say so themselves. */
const GLOSSARY_HEAD = /^(?:附件?\d*[：:]?)?(?:有关|相关|部分)?(?:名词|术语|用语|词语)(?:解释|注释|说明|释义)[：:]?$|^注释[：:]?$/
const GLOSSARY_REACH = 120
/** The item's name may go on for so many characters, and must explain in more than so many. */
const MAX_TAIL = 4
const MIN_EXPLAINING = 30

/** The entry of a term in a list of terms, with the sentences up to the next one. */
export function findEntry(rows: readonly SentenceRow[], term: string): SentenceRow[] {
  const found = rows
    .map((row) => ({ row, name: entryName(row.sentence.text) }))
    .filter(({ row, name }) => name?.includes(term) && (isGlossary(row) || EXPLAINING.test(row.sentence.text)))
    .toSorted((a, b) => (a.name?.length ?? 0) - (b.name?.length ?? 0) || a.row.row - b.row.row)[0]
  return found ? upTo(found.row, (next) => next.sentence.section !== found.row.sentence.section || entryName(next.sentence.text) !== null) : []
}

/** The note on a term with the sentences up to the next note: the term may stand on a line of its own. */
export function findNote(rows: readonly SentenceRow[], term: string): SentenceRow[] {
  const found = rows.find(({ sentence }) => {
    const name = NOTE.exec(sentence.text)?.[1]
    return name !== undefined && comparableText(name).toLowerCase().includes(term)
  })
  return found ? upTo(found, (next, held) => NOTE.test(next.sentence.text) || (held > 1 && next.sentence.role === 'heading')) : []
}

/** A line of a list of terms that is the term alone, with the sentences below it. */
export function findHeaded(rows: readonly SentenceRow[], term: string): SentenceRow[] {
  const found = rows.find((row) => {
    const { text } = row.sentence
    return text.length <= term.length + 8 && comparableText(text.replace(/^[\d.．、（()）①-⑳\s]+/, '')).toLowerCase() === term && isGlossary(row)
  })
  const entry = found ? upTo(found, (next, held) => held > 1 && (next.sentence.role === 'heading' || next.sentence.text.length <= 12)) : []
  return entry.length > 1 ? entry : []
}

/** What stands below a heading that is the term alone, outside any list of terms. */
export function findUnderHeading(rows: readonly SentenceRow[], term: string): SentenceRow[] {
  const found = rows.find(({ document: { document }, sentence }) => {
    const section = document.sections[sentence.section]
    return sentence.role === 'heading' && section !== undefined && section.label !== '' && comparableText(section.heading).toLowerCase() === term
  })
  return found ? upTo(found, (next) => next.sentence.role === 'heading').slice(1) : []
}

/** A numbered item outside any list of terms that is headed by the term: 5.某某服务：…. */
export function findNumbered(rows: readonly SentenceRow[], term: string): SentenceRow[] {
  const found = rows.find(({ sentence }) => {
    const name = entryName(sentence.text) ?? ''
    return /^[（(]?\d/.test(sentence.text) && name.startsWith(term) && name.length <= term.length + MAX_TAIL && sentence.text.length > MIN_EXPLAINING
  })
  return found ? [found] : []
}

function entryName(text: string): string | null {
  const entry = ENTRY.exec(text)
  return entry ? comparableText(`${entry[1]}${entry[2]}`).toLowerCase() : null
}

/** Asked of what a thing is, does or covers, an entry of a list of terms may answer. */
const ASKS_WHAT_IT_IS = /是什么|指|包括|包含|含义|意思|解释|定义|内容|什么叫|何谓|谁|哪里|哪个|怎么来/
const ASKS_HOW_IT_STANDS = /怎么样|怎样|咋样|情况|进展|成效|成果|成绩|有没有/

/**
 * Tells the rows of lists of terms that are no answer to a question: what a thing is, wherever it came from, is not how it stands, and the entry of another term does not say which of a kind
 * there are.
 */
export function createStrayEntryFilter({ asked, kind, expected }: Intent): (row: SentenceRow) => boolean {
  const none = (): boolean => false
  if (kind === 'definition' || expected.kind !== 'statement') return none
  if (ASKS_HOW_IT_STANDS.test(asked)) return isEntry
  if (kind !== 'list' || ASKS_WHAT_IT_IS.test(asked)) return none
  const own = comparableText(asked).toLowerCase()
  return (row) => isEntry(row) && !own.includes(entryName(row.sentence.text) ?? own)
}

/** Whether a row is an entry of a list of terms: it says what a thing is, not how it stands. */
export function isEntry(row: SentenceRow): boolean {
  const { text } = row.sentence
  return (ENTRY.test(text) || NOTE.test(text)) && (EXPLAINING.test(text) || isGlossary(row))
}

/** Whether a row stands in a list of terms: in a section headed so, or below a line that says so. */
function isGlossary({ document: { document }, sentence }: SentenceRow): boolean {
  if (document.sections[sentence.section]?.part === 'glossary') return true
  for (let index = sentence.index - 1; index >= Math.max(0, sentence.index - GLOSSARY_REACH); index -= 1)
    if (GLOSSARY_HEAD.test(document.sentences[index]?.text.replace(/\s+/g, '') ?? '')) return true
  return false
}

function upTo(first: SentenceRow, ends: (next: SentenceRow, held: number) => boolean): SentenceRow[] {
  const rows = [first]
  for (let chars = first.sentence.text.length; ; ) {
    const next = rowAt(first, first.sentence.index + rows.length)
    if (!next || ends(next, rows.length) || chars + next.sentence.text.length > MAX_DEFINITION_CHARS) return rows
    rows.push(next)
    chars += next.sentence.text.length
  }
}
