import type { SentenceRow } from '../../../ingest/index/library-snapshot.ts'
import { type AskedPart, namedPlan, readAskedPart, readPartOfPaper } from '../../understand/section-cues.ts'
import type { AnswerContext } from '../context/answer-context.ts'
import { type FoundSection, findSections, rowsOf, subjectOf } from '../find/find-section.ts'
import { isGeneric } from '../find/generic-words.ts'
import type { Draft, DraftStatement } from '../sentences/draft.ts'
import { tellingRows } from '../sentences/telling-rows.ts'
import { withinChars } from '../sentences/within-chars.ts'
import { answerToldPart, asksForToldPart, labelFirst } from './answer-told-part.ts'

/** Characters without white space. */
const MAX_SECTION_CHARS = 740
/** A point that is counted: 第一，…; 一是…. */
const COUNTED = /^(?:第[一二三四五六七八九十][，,、]|[一二三四五六七八九十](?:是|要))/
const MIN_COUNTED = 3

/**
 * A part of a paper as a whole: the headings of its subsections in order, or, where it has none, its sentences that carry figures and aims, in order, the first one with them.
 * Null where the question asks for something else or no section fits.
 */
export function answerSection(context: AnswerContext): Draft | null {
  const asked = readAskedPart(context.intent.asked)
  if (asked === null) return null
  const told = answerToldPart(context, asked)
  if (told !== null) return told
  // What is to be done about a thing is not what is wrong with it.
  if (asked.kind === 'problems') return null
  // Another part that speaks of the five years is not their aims.
  if (asked.kind === 'targets' && namedPlan(context.intent.asked) !== null && asksForToldPart(context)) return null
  const found = findSections(context, asked)
  const narrower = narrowerThing(context, asked)
  const statements = found.flatMap((section) => {
    const room = MAX_SECTION_CHARS / found.length
    const own = narrower === null || section.section.heading.includes(narrower) ? tellSection(section, asked, room) : tellOf(narrower, section, room)
    return labelFirst(context, own)
  })
  return statements.length > 0 ? { kind: 'answered', statements } : null
}

/** What the question sets before the word of a theme (汽车|产业): the section on the whole theme tells of other things too. */
function narrowerThing(context: AnswerContext, { themeWords }: AskedPart): string | null {
  const subject = subjectOf(context)
  const at = themeWords === null ? -1 : subject.search(themeWords)
  const before = at < 0 ? '' : subject.slice(0, at)
  return before.length >= 2 && context.knowledge.mentions(before) && !isGeneric(before) ? before : null
}

/** The sentences of a section that name a thing. */
function tellOf(thing: string, section: FoundSection, maxChars: number): DraftStatement[] {
  const rows = rowsOf(section).filter(({ sentence }) => sentence.text.includes(thing))
  return tellingRows(rows, false, maxChars).map((row) => ({ text: row.sentence.text, rows: [row] }))
}

/** A part of a paper that is about the subject of the question (某某建设的目标是什么); null where no paper is, or none has such a part. */
export function answerPartOfPaper(context: AnswerContext): Draft | null {
  const asked = readPartOfPaper(context.intent.asked)
  if (asked === null) return null
  const told = answerToldPart(context, { ...asked, theme: null })
  if (told !== null) return told
  const found = findSections(context, { ...asked, theme: null }).filter(({ isWhole }) => isWhole)
  const statements = found.flatMap((section) => labelFirst(context, tellSection(section, asked, MAX_SECTION_CHARS / found.length)))
  return statements.length > 0 ? { kind: 'answered', statements } : null
}

function tellSection(found: FoundSection, { targetsOnly, points }: AskedPart, maxChars: number): DraftStatement[] {
  const rows = rowsOf(found)
  if (found.children.length > 0 && (found.isWhole || points) && !targetsOnly) {
    const heads = found.children.flatMap((child) => rows.find((row) => row.sentence.section === child.index) ?? [])
    return withinChars(
      heads.map((row, i) => ({ text: headingText(row, `${found.children[i]?.label ?? ''}${found.children[i]?.heading ?? ''}`), rows: [row] })),
      maxChars,
    )
  }
  const counted = points ? rows.filter(({ sentence }) => COUNTED.test(sentence.text)) : []
  if (counted.length >= MIN_COUNTED)
    return withinChars(
      counted.map((row) => ({ text: row.sentence.text, rows: [row] })),
      maxChars,
    )
  return tellingRows(rows, targetsOnly, maxChars).map((row): DraftStatement => ({ text: row.sentence.text, rows: [row] }))
}

/** The heading alone where it runs into its text. */
function headingText({ sentence }: SentenceRow, heading: string): string {
  return sentence.text.startsWith(heading) ? heading : sentence.text
}
