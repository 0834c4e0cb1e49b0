import type { Section } from '../../../ingest/corpus/section.ts'
import type { SentenceRow, SnapshotDocument } from '../../../ingest/index/library-snapshot.ts'
import { comparableText } from '../../../ingest/structure/shingles.ts'
import { labelKind } from '../find/find-section.ts'
import { rowAt } from '../sentences/with-subject.ts'
import { type CollectiveTerm, foldSigns } from './collective-term.ts'
import { fits } from './member-family.ts'

/** So many sentences below the one that names a collective may hold its members. */
const REACH = 24
const MIN_FAMILY = 3
/** A sentence that leads to a list has little behind the term, and one without a colon little before it. */
const MAX_AFTER_TERM = 20
const MAX_BESIDE_TERM = 24
/** A name of one character is shared by chance: so many members in a row are not. */
const MIN_FAMILY_OF_ONE = 4
const HAN = [
  '',
  '一',
  '二',
  '三',
  '四',
  '五',
  '六',
  '七',
  '八',
  '九',
  '十',
  '十一',
  '十二',
  '十三',
  '十四',
  '十五',
  '十六',
  '十七',
  '十八',
  '十九',
  '二十',
]
const CIRCLED = '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳'

/** The ways to number members inside running text and at the start of lines. */
const NUMBERINGS: readonly ((k: number) => readonly string[])[] = [
  (k) => [`${HAN[k]}是`, `${HAN[k]}要`],
  (k) => [`第${HAN[k]}，`, `第${HAN[k]},`, `第${HAN[k]}、`],
  (k) => [`（${HAN[k]}）`, `(${HAN[k]})`],
  (k) => [`（${k}）`, `(${k})`],
  (k) => [CIRCLED[k - 1] ?? ''],
  (k) => [`${k}.`, `${k}．`, `${k}、`],
  (k) => [`${HAN[k]}、`],
]

/**
 * The members of a collective that stand below the sentence or heading that names it: its subheadings, the lines of a list, or numbered parts of sentences (一是…；二是…),
 * exactly as many as it counts. Empty where they do not.
 */
export function membersBelow(row: SentenceRow, term: CollectiveTerm): SentenceRow[] {
  const { count } = term
  if (count === null) return []
  const section = row.document.document.sections[row.sentence.section]
  const isHeading = row.sentence.role === 'heading'
  const below = rowsBelow(row, isHeading)
  const leads = isHeading ? endsOn(row, term) : introduces(row, term)
  const numbered = numberedRun(isHeading ? below : [row, ...below], count)
  if (
    (numbered[0]?.row ?? Infinity) <= row.row + 2 &&
    (leads || (count >= MIN_FAMILY && term.name.length >= 2 && numbered.every(({ sentence }) => sentence.text.includes(term.name))))
  )
    return numbered
  const lines = below.filter(({ sentence }) => sentence.leadIn === row.sentence.index)
  if (lines.length === count) return lines
  const begun = below.filter(({ sentence }) => bare(sentence.text).startsWith(term.name))
  if (term.name.length >= 2 && leads && begun.length === count) return begun
  const children = section ? childHeadings(row.document, section) : []
  const after = children.filter((child) => child.row > row.row)
  if (after.length === count && leads) return after
  const parts = isHeading && leads ? below.filter(({ sentence }) => sentence.role !== 'heading') : []
  const only = parts[0]
  return only && parts.length === 1 && only.sentence.text.split(/[；;]/).length === count ? [only] : []
}

/** Exactly as many headings under one heading as the term counts, each named as the term says (实施某某工程); the first such series of a document. */
export function headingFamily(document: SnapshotDocument, { text, count, name }: CollectiveTerm): SentenceRow[] {
  if (count === null || count < (name.length >= 2 || text === '' ? MIN_FAMILY : MIN_FAMILY_OF_ONE)) return []
  const groups = new Map<string, SentenceRow[]>()
  for (const row of headingRows(document)) {
    const section = document.document.sections[row.sentence.section]
    if (!section) continue
    const key = `${section.parent}`
    groups.set(key, [...(groups.get(key) ?? []), row])
  }
  for (const group of groups.values()) {
    const held = group.filter(({ sentence }) => isNamed(bare(sentence.text), name))
    if (held.length === count) return held
  }
  return []
}

/** The name at the start or the end of a heading, after the verb that it may begin with. */
function isNamed(heading: string, name: string): boolean {
  return (
    fits(heading, name) && (name.length === 1 || heading.endsWith(name) || heading.replace(VERB, '').startsWith(name) || heading.startsWith(name))
  )
}
const VERB = /^(?:实施|推进|开展|坚持|着力|加快|深入|大力|全力|组织|启动|聚力|突出|全面|强化)+/

function bare(text: string): string {
  return text
    .replace(/^(?:[（(]?[一二三四五六七八九十\d]+[）)]?[、.．]?|第[一二三四五六七八九十]+[章节部分，、]*|[①-⑳])\s*/, '')
    .replace(/[。：:；;！]$/, '')
}

function rowsBelow(row: SentenceRow, isHeading: boolean): SentenceRow[] {
  const { sections } = row.document.document
  const inside = new Set([row.sentence.section])
  if (isHeading) for (const child of sections) if (child.parent !== null && inside.has(child.parent)) inside.add(child.index)
  const rows: SentenceRow[] = []
  for (let index = row.sentence.index + 1; index <= row.sentence.index + REACH; index += 1) {
    const next = rowAt(row, index)
    if (!next || (isHeading && !inside.has(next.sentence.section))) break
    rows.push(next)
  }
  return rows
}

/** Rows that hold the numbers from one to `count` in order and no further one; the rows between them too. */
export function numberedRun(rows: readonly SentenceRow[], count: number): SentenceRow[] {
  for (const marks of NUMBERINGS) {
    let k = 1
    let first = -1
    let last = -1
    rows.forEach((row, i) => {
      for (let at = 0; k <= count + 1; k += 1) {
        const found = placeOfMark(row.sentence.text, marks(k), at)
        if (found < 0) break
        if (k === 1) first = i
        if (k <= count) last = i
        at = found + 1
      }
    })
    if (k === count + 1 && first >= 0) return membersOf(rows.slice(first, last + 1))
  }
  return []
}

/** Where every number heads a part, the headings alone. */
function membersOf(rows: readonly SentenceRow[]): SentenceRow[] {
  const [first] = rows
  if (first?.sentence.role !== 'heading') return [...rows]
  const { sections } = first.document.document
  const level = sections[first.sentence.section]?.level
  return rows.filter(({ sentence }) => sentence.role === 'heading' && sections[sentence.section]?.level === level)
}

/** A mark counts at the start of a sentence or after a stop. */
function placeOfMark(text: string, marks: readonly string[], from: number): number {
  for (const mark of marks) {
    if (mark === '') continue
    for (let at = text.indexOf(mark, from); at >= 0; at = text.indexOf(mark, at + 1))
      if (at === 0 || /[。；;：:，,、！\s“”—]/.test(text[at - 1] ?? '')) return at
  }
  return -1
}

/** Whether a sentence leads from the term at its end to what follows: it ends on a colon, says so, or says little beside the term. */
function introduces(row: SentenceRow, term: CollectiveTerm): boolean {
  const text = row.sentence.text.replace(/[”"\s]/g, '')
  const compared = comparableText(foldSigns(text)).toLowerCase()
  if (compared.length - compared.lastIndexOf(term.text) - term.text.length > MAX_AFTER_TERM) return false
  return /[：:]$|(?:如下|以下)[^，；]{0,16}[。]$/.test(text) || (endsOn(row, term) && text.length <= term.text.length + MAX_BESIDE_TERM)
}

function endsOn({ sentence }: SentenceRow, term: CollectiveTerm): boolean {
  return comparableText(foldSigns(sentence.text)).toLowerCase().endsWith(term.text)
}

function childHeadings(document: SnapshotDocument, section: Section): SentenceRow[] {
  const kids = headingRows(document).filter(({ sentence }) => document.document.sections[sentence.section]?.parent === section.index)
  const kind = labelKind(document.document.sections[kids[0]?.sentence.section ?? 0]?.label ?? '')
  return kids.filter(({ sentence }) => labelKind(document.document.sections[sentence.section]?.label ?? '') === kind)
}

function headingRows(document: SnapshotDocument): SentenceRow[] {
  return document.document.sentences
    .filter(({ role }) => role === 'heading')
    .map((sentence) => ({
      row: document.firstSentenceRow + sentence.index,
      document,
      sentence,
      passageRow: document.firstPassageRow + sentence.passage,
    }))
}
