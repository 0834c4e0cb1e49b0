import type { Section } from '../../../ingest/corpus/section.ts'
import type { SentenceRow, SnapshotDocument } from '../../../ingest/index/library-snapshot.ts'
import { comparableText, heldPairs } from '../../../ingest/structure/shingles.ts'
import { shortPlaceName } from '../../understand/gazetteer.ts'
import { ANNOUNCES_TASKS, type AskedPart } from '../../understand/section-cues.ts'
import { type AnswerContext, askedScope, filterFor } from '../context/answer-context.ts'
import { rowAt } from '../sentences/with-subject.ts'
import { isOfOtherYears, isOfPeriod, partByTense, partFit, periodFit, yearFit } from './section-fit.ts'
import { withoutAsking } from './words-of-asking.ts'

/** A section that answers, and its headings where it is divided. */
export interface FoundSection {
  readonly document: SnapshotDocument
  readonly section: Section
  /** Subsections of one rank with numbers of one kind, in order; fewer than three: none. */
  readonly children: readonly Section[]
  /** Whether it is a part of the paper as a whole, not of a subject that the question names. */
  readonly isWhole: boolean
}

const MIN_CHILDREN = 3
const MIN_COVERED = 0.45
/** Where no place contains the others, so many are told side by side. */
export const MAX_PLACES = 3
/** The heading holds this share of the pairs of characters of the subject that the question names. */
export const MIN_SHARED = 0.6
const PART_SCORE = 2
const THEME_SCORE = 2.5
const SUBJECT_SCORE = 3
/** A heading in the question's own words goes before one of the same kind in others. */
const LITERAL_SCORE = 0.4
const MIN_LITERAL = 4
/** A subject of so many characters is a paper's own even where it holds a word of a theme (某某产业的主要任务). */
const MIN_OWN_SUBJECT = 6
/** Deeper sections are parts of parts. */
const LEVEL_COST = 0.1
/** Below every section that is headed so. */
const FALLBACK_SCORE = 0
const MIN_TASKS = 5

/**
 * The sections that a question asks for by their heading, their usual name or their subject: one of the widest place's papers, else of any; one of each place where the question
 * names none and several stand side by side. Empty where none fits.
 */
export function findSections(context: AnswerContext, asked: AskedPart): FoundSection[] {
  const { intent, knowledge } = context
  const documents = documentsOf(context, asked)
  const placeOf = ({ document }: SnapshotDocument): string | null => document.metadata.place
  const groups =
    intent.places.length > 0
      ? [documents]
      : knowledge.widestPlace === null
        ? [...new Set(documents.map(placeOf))].map((place) => documents.filter((document) => placeOf(document) === place))
        : [documents.filter((document) => placeOf(document) === knowledge.widestPlace)]
  const headed = intent.places.length === 0 ? findHeaded(context, asked, documents) : null
  if (headed) return [headed]
  const found = groups.flatMap((group) => findSectionIn(context, asked, group) ?? []).slice(0, MAX_PLACES)
  const any = found.length === 0 ? findSectionIn(context, asked, documents) : null
  return any ? [any] : found
}

/** The one section that is headed by the subject in so many words, in whatever paper; null where several papers have one, or none. */
function findHeaded(context: AnswerContext, asked: AskedPart, documents: readonly SnapshotDocument[]): FoundSection | null {
  const subject = subjectOf(context)
  if (subject.length < MIN_LITERAL) return null
  const found = documents.flatMap((document) => {
    const sections = document.document.sections.slice(1).filter(({ heading }) => comparableText(heading).includes(subject))
    const [section, ...others] = sections.filter((one) => !isOfOtherYears(one, document, asked, context.intent.years))
    return section && others.length === 0
      ? [{ document, section, children: childrenOf(document, section), isWhole: false }]
      : sections.length > 0
        ? [null]
        : []
  })
  const [only, ...others] = found
  return only && others.length === 0 ? only : null
}

export function findSectionIn(context: AnswerContext, asked: AskedPart, documents: readonly SnapshotDocument[]): FoundSection | null {
  const subject = subjectOf(context)
  let best: { readonly found: FoundSection; readonly score: number } | null = null
  for (const document of documents) {
    const isWhole = asked.part !== null && (asked.theme === null || subject.length >= MIN_OWN_SUBJECT) && isAbout(document, subject)
    for (const section of document.document.sections.slice(1)) {
      const score = scoreSection(section, document, asked, isWhole ? '' : subject, isWhole, context)
      if (score === null || (best !== null && score <= best.score)) continue
      best = { found: { document, section, children: childrenOf(document, section), isWhole }, score }
    }
  }
  return best?.found ?? null
}

/** What the question names beside the part: without places, in the words of papers. */
export function subjectOf({ intent, synonyms }: AnswerContext): string {
  const places = intent.places.flatMap(({ name }) => [name, shortPlaceName(name)])
  const text = places.reduce((rest, name) => rest.replaceAll(name, ''), intent.focus.map((part) => part.text).join(''))
  const written = synonyms(text).reduce(
    (rest, { found, others }) => (/[A-Za-z]/.test(found) ? rest.replaceAll(found, others[0] ?? found) : rest),
    text,
  )
  return comparableText(withoutAsking(written))
}

function scoreSection(
  section: Section,
  document: SnapshotDocument,
  asked: AskedPart,
  subject: string,
  isWhole: boolean,
  { intent }: AnswerContext,
): number | null {
  const heading = comparableText(section.heading)
  const isOfSubject = !isWhole && subject.length >= 2 && heldPairs(subject, heading) >= MIN_SHARED
  const isOfTheme = !isWhole && asked.theme?.test(section.heading) === true
  const isPart =
    asked.part?.test(section.heading) === true || (asked.isTasks && childrenOf(document, section).length > 0 && isAnnounced(document, section))
  const isLiteral = isPart && heading.length >= MIN_LITERAL && comparableText(intent.asked).includes(heading)
  const wantsSubject = !isWhole && (asked.theme !== null || subject.length >= 2)
  if (!isPart && !wantsSubject && isFallback(section, document, asked)) return FALLBACK_SCORE - LEVEL_COST * section.level
  if (wantsSubject ? !isOfSubject && !isOfTheme : !isPart) return null
  const part = section.part ?? partByTense(section, document.document)
  if (asked.wants !== null && part !== null && part !== asked.wants) return null
  if (isOfOtherYears(section, document, asked, intent.years) || isOfPeriod(section, document, intent.years, intent.asked)) return null
  return (
    (isOfSubject ? SUBJECT_SCORE + subject.length / Math.max(subject.length, heading.length) : 0) +
    (isOfTheme ? THEME_SCORE : 0) +
    (isPart ? PART_SCORE : 0) +
    (isLiteral ? LITERAL_SCORE : 0) +
    partFit(section, asked) +
    yearFit(section, document, intent.years) +
    periodFit(section, document, intent.asked) +
    (document.document.metadata.year ?? 0) / 10_000 -
    LEVEL_COST * section.level
  )
}

/** Where no part is headed as the tasks, the one of a plan that is divided into many. */
function isFallback(section: Section, document: SnapshotDocument, asked: AskedPart): boolean {
  return asked.isTasks && section.part === 'plan' && childrenOf(document, section).length >= MIN_TASKS && asked.part?.test(section.heading) === false
}

/** Whether the subject that the question names is the document's own, not a part of it. */
export function isAbout(document: SnapshotDocument, subject: string): boolean {
  return aboutShare(document, subject) >= MIN_SHARED
}

/** How far a document opens with the subject that the question names, 0 to 1; 1 where it names none. */
export function aboutShare({ document }: SnapshotDocument, subject: string): number {
  if (subject.length < 2) return 1
  return heldPairs(subject, comparableText([document.metadata.title, ...document.sentences.slice(0, 8).map(({ text }) => text)].join('')))
}

/** Documents of the places and years that the question names. */
export function documentsOf({ intent, snapshot }: AnswerContext, { wants, kind }: AskedPart): SnapshotDocument[] {
  const filter = filterFor(intent, askedScope(intent))
  const placed = new Set(filter.placedDocuments)
  return snapshot.documents.filter(({ document: { id, metadata, sentences } }) => {
    if (filter.documentIds.length > 0 && !filter.documentIds.includes(id)) return false
    if ((filter.places.length > 0 || placed.size > 0) && !placed.has(id) && !filter.places.includes(metadata.place ?? '')) return false
    if (metadata.year === null || filter.years.length === 0) return true
    return filter.years.some(
      (year) =>
        year === metadata.year ||
        metadata.title.includes(`${year}`) ||
        ((wants === 'review' || kind === 'problems') && metadata.year === year + 1) ||
        (kind === 'targets' && year > (metadata.year ?? year) && sentences.some((sentence) => setsAimsFor(sentence, year))),
    )
  })
}

/** Whether a sentence of a plan says what is aimed at by a year to come: 2035年的主要目标是. */
export function setsAimsFor({ text, facets }: SentenceRow['sentence'], year: number): boolean {
  return facets.year === year && facets.tense !== 'actual' && /目标/.test(text)
}

/** The section that a sentence is the heading of, with the headings below it; null where the sentence heads none. */
export function sectionHeadedBy({ document, sentence }: SentenceRow): FoundSection | null {
  const section = document.document.sections[sentence.section]
  if (section === undefined || section.level === 0 || comparableText(sentence.text) !== comparableText(`${section.label}${section.heading}`))
    return null
  return { document, section, children: childrenOf(document, section), isWhole: false }
}

function childrenOf({ document }: SnapshotDocument, section: Section): Section[] {
  const groups = new Map<string, Section[]>()
  for (const child of document.sections) {
    if (child.parent !== section.index || child.heading === '') continue
    const key = `${child.level}/${labelKind(child.label)}`
    groups.set(key, [...(groups.get(key) ?? []), child])
  }
  const numbered = [...groups].filter(([key, group]) => group.length >= MIN_CHILDREN && !key.endsWith('/'))
  return (numbered[0] ?? [...groups].find(([, group]) => group.length >= MIN_CHILDREN && coversMost(document, section, group)))?.[1] ?? []
}

/** Whether headings without a number stand over most of a section: a short first sentence of a paragraph here and there heads nothing. */
function coversMost(document: SnapshotDocument['document'], section: Section, children: readonly Section[]): boolean {
  const inside = (range: Section['range']): number =>
    document.sentences.filter((sentence) => sentence.range.start >= range.start && sentence.range.end <= range.end).length
  return children.reduce((sum, { range }) => sum + inside(range), 0) >= MIN_COVERED * inside(section.range)
}

/** What a label looks like without its number: （一） and （二） are of one kind, 一是 is of another, a heading without a label of a third. */
export function labelKind(label: string): string {
  return label.replace(/[一二三四五六七八九十百\d]+/g, '#')
}

/** Whether a sentence of the section itself announces what its subsections head. */
function isAnnounced({ document }: SnapshotDocument, section: Section): boolean {
  return document.sentences.some((sentence) => sentence.section === section.index && ANNOUNCES_TASKS.test(sentence.text))
}

/** The rows of a section with those of its subsections, in order. */
export function rowsOf({ document, section }: FoundSection): SentenceRow[] {
  const inside = new Set([section.index])
  for (const child of document.document.sections) if (child.parent !== null && inside.has(child.parent)) inside.add(child.index)
  const first = { row: document.firstSentenceRow, document, sentence: document.document.sentences[0], passageRow: 0 }
  if (first.sentence === undefined) return []
  const like = { ...first, sentence: first.sentence }
  return document.document.sentences.filter((sentence) => inside.has(sentence.section)).flatMap(({ index }) => rowAt(like, index) ?? [])
}
