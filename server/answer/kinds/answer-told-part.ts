import type { SentenceRow, SnapshotDocument } from '../../../ingest/index/library-snapshot.ts'
import { type AskedPart, readAskedPart } from '../../understand/section-cues.ts'
import type { AnswerContext } from '../context/answer-context.ts'
import { aboutShare, documentsOf, isAbout, MAX_PLACES, subjectOf } from '../find/find-section.ts'
import type { Draft, DraftStatement } from '../sentences/draft.ts'
import { clausesOn, tellProblems } from './told-problems.ts'
import { countFigures } from './told-rows.ts'
import { tellTargets } from './told-targets.ts'

/** Characters of the whole answer, without white space. */
const MAX_CHARS = 740

/**
 * What a paper as a whole aims at or finds wanting, which papers put into one sentence or paragraph as often as under a heading: of the widest place and the newest paper, or of
 * each place where several stand side by side. Null where the question asks for something else, names a subject of its own, or no paper tells it.
 */
export function answerToldPart(context: AnswerContext, asked: AskedPart): Draft | null {
  const { kind } = asked
  if (kind === null) return null
  const subject = subjectOf(context)
  const held = preferred(context, documentsOf(context, asked), subject)
  const whole = asked.theme === null ? held.filter((document) => isAbout(document, subject)) : []
  // What is wrong with one thing is told among all that is wrong.
  const ofThing = whole.length === 0 && kind === 'problems' && subject.length >= 2
  const documents = ofThing ? held : whole
  const places = context.intent.places.length === 0 && context.knowledge.widestPlace === null ? MAX_PLACES : 1
  const tell: (...of: Parameters<typeof tellTargets>) => SentenceRow[] = kind === 'targets' ? tellTargets : tellProblems
  const told = new Map<string | null, readonly DraftStatement[]>()
  for (const document of documents) {
    const { place, year } = document.document.metadata
    if (told.size >= places || told.has(place)) continue
    const sisters = documents.filter(({ document: other }) => other.metadata.place === place && other.metadata.year === year)
    const tellings = sisters.map((sister) => tell(context, asked, sister, MAX_CHARS / places))
    const rows = tellings.reduce((a, b) => (a.length === 0 || sizeOf(kind, b) > sizeOf(kind, a) ? b : a), [])
    const statements = ofThing
      ? clausesOn(context, subject, asked, rows)
      : rows.map((row): DraftStatement => ({ text: row.sentence.text, rows: [row] }))
    if (statements.length > 0) told.set(place, statements)
  }
  const statements = [...told.values()].flatMap((own) => labelFirst(context, own))
  return statements.length > 0 ? { kind: 'answered', statements } : null
}

/** Whether the question asks for such a part of papers as wholes: where none tells it, no other sentence does. */
export function asksForToldPart(context: AnswerContext): boolean {
  const asked = readAskedPart(context.intent.asked)
  return asked !== null && asked.kind !== null && asked.theme === null && subjectOf(context).length < 2
}

/** Of several papers of one place and year that one tells which has most figures to aim at, or most words for what is wrong. */
function sizeOf(kind: AskedPart['kind'], rows: readonly SentenceRow[]): number {
  return rows.reduce((sum, { sentence: { text } }) => sum + (kind === 'targets' ? countFigures(text) : text.length), 0)
}

/** Says at the first statement whose paper this is, where the question names no place and the library has several. */
export function labelFirst({ intent, knowledge }: AnswerContext, statements: readonly DraftStatement[]): DraftStatement[] {
  const place = statements[0]?.rows[0]?.document.document.metadata.place ?? null
  if (place === null || intent.places.length > 0 || knowledge.places.length <= 1) return [...statements]
  return statements.map((statement, i) => (i === 0 && !statement.text.includes(place) ? { ...statement, label: `${place}：` } : statement))
}

/** The widest place first, then the paper that is most about the subject, that of a year that the question names, then the newest. */
function preferred({ knowledge, intent }: AnswerContext, documents: readonly SnapshotDocument[], subject: string): SnapshotDocument[] {
  const isWidest = ({ document }: SnapshotDocument): number =>
    intent.places.length === 0 && document.metadata.place === knowledge.widestPlace ? 1 : 0
  const year = ({ document }: SnapshotDocument): number => document.metadata.year ?? 0
  const isOfYear = (document: SnapshotDocument): number => (intent.years.includes(year(document)) ? 1 : 0)
  const about = new Map(documents.map((document) => [document, aboutShare(document, subject)]))
  const shareOf = (document: SnapshotDocument): number => about.get(document) ?? 0
  return documents.toSorted((a, b) => isWidest(b) - isWidest(a) || shareOf(b) - shareOf(a) || isOfYear(b) - isOfYear(a) || year(b) - year(a))
}
