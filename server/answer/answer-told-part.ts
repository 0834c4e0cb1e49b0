import type { SentenceRow, SnapshotDocument } from '../../ingest/index/library-snapshot.ts'
import { sentenceRow } from '../../ingest/index/sentence-row.ts'
import { type AskedPart, namedPlan, readAskedPart } from '../understand/section-cues.ts'
import type { AnswerContext } from './answer-context.ts'
import type { Draft, DraftStatement } from './draft.ts'
import { documentsOf, findSectionIn, isAbout, MAX_PLACES, rowsOf, subjectOf } from './find-section.ts'
import { tellingRows } from './telling-rows.ts'

/** Characters of the whole answer, without white space. */
const MAX_CHARS = 740
const MIN_FIGURES = 2
/** More of them do not make a sentence more of a lead. */
const MOST_FIGURES = 6

/** How the sentence begins that tells what is wrong, and what follows it no longer does. */
const PROBLEMS = /(?:看到|认识到|意识到)[^。]{0,40}(?:困难|问题|不足|短板|挑战|差距)|(?:存在|面临|还有)[^。；]{0,16}(?:困难|问题|不足|短板|挑战|矛盾)/
/** A heading that speaks of problems to be solved is of another part. */
const SOLVES = /解决|破解|整治|整改|化解|急难/
const AFTER_PROBLEMS =
  /整改|牢记|直面|决不|绝不|^这些(?:困难|问题)|^对(?:存在的|这些)|我们(?:一定|将|必须|要|会)|^对此|^为此|^对于?这些|^下一步|采取有力措施/
const MIN_TELLING_CHARS = 60
const TARGETS = /(?:预期|主要|总体|奋斗|发展|工作)目标(?:任务)?(?:是|为|如下|[：:])|目标(?:是|为)[：:]?|建议[^。]{0,24}目标/

/**
 * What a paper as a whole aims at or finds wanting, which papers put into one sentence or paragraph as often as under a heading: of the widest place and the newest paper, or of
 * each place where several stand side by side. Null where the question asks for something else, names a subject of its own, or no paper tells it.
 */
export function answerToldPart(context: AnswerContext, asked: AskedPart): Draft | null {
  const { kind } = asked
  if (kind === null || asked.theme !== null) return null
  const subject = subjectOf(context)
  const documents = preferred(context, documentsOf(context, asked)).filter((document) => isAbout(document, subject))
  const places = context.intent.places.length === 0 && context.knowledge.widestPlace === null ? MAX_PLACES : 1
  const tell: (...of: Parameters<typeof tellTargets>) => SentenceRow[] = kind === 'targets' ? tellTargets : tellProblems
  const told = new Map<string | null, SentenceRow[]>()
  for (const document of documents) {
    const { place, year } = document.document.metadata
    if (told.size >= places || told.has(place)) continue
    const sisters = documents.filter(({ document: other }) => other.metadata.place === place && other.metadata.year === year)
    const tellings = sisters.map((sister) => tell(context, asked, sister, MAX_CHARS / places))
    const rows = tellings.reduce((a, b) => (sizeOf(kind, b) > sizeOf(kind, a) ? b : a), [])
    if (rows.length > 0) told.set(place, rows)
  }
  const statements = [...told.values()].flatMap((rows) =>
    labelFirst(
      context,
      rows.map((row): DraftStatement => ({ text: row.sentence.text, rows: [row] })),
    ),
  )
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

/** The widest place first, then the newest paper. */
function preferred({ knowledge, intent }: AnswerContext, documents: readonly SnapshotDocument[]): SnapshotDocument[] {
  const isWidest = ({ document }: SnapshotDocument): number =>
    intent.places.length === 0 && document.metadata.place === knowledge.widestPlace ? 1 : 0
  const year = ({ document }: SnapshotDocument): number => document.metadata.year ?? 0
  return documents.toSorted((a, b) => isWidest(b) - isWidest(a) || year(b) - year(a))
}

/** The lead sentence with the most to say for itself; the earlier one where two are equal. */
function findLead(document: SnapshotDocument, worth: (row: SentenceRow) => number): SentenceRow | null {
  let best: { readonly row: SentenceRow; readonly worth: number } | null = null
  for (const sentence of document.document.sentences) {
    if (sentence.role === 'heading' || sentence.role === 'title') continue
    const row = sentenceRow(document, sentence)
    const own = worth(row)
    if (own > 0 && (best === null || own > best.worth)) best = { row, worth: own }
  }
  return best?.row ?? null
}

function tellProblems(context: AnswerContext, asked: AskedPart, document: SnapshotDocument, maxChars: number): SentenceRow[] {
  const lead = findLead(document, ({ sentence: { text, section } }) => {
    const at = text.search(PROBLEMS)
    if (at < 0 || SOLVES.test(text.slice(Math.max(0, at - 20), at + 30))) return 0
    const isPlanned = document.document.sections[section]?.part === 'plan'
    return (/清醒|认识到|看到/.test(text) ? 2 : 0) + (/[：:]|一是/.test(text.slice(at)) ? 2 : 0) - (isPlanned ? 1 : 0)
  })
  if (lead) return following(lead, maxChars, (text) => !AFTER_PROBLEMS.test(text))
  const section = findSectionIn(context, asked, [document])
  return section && !SOLVES.test(section.section.heading)
    ? within(rowsOf(section), maxChars, (row) => row.sentence.role !== 'heading' && !AFTER_PROBLEMS.test(row.sentence.text))
    : []
}

function tellTargets(context: AnswerContext, asked: AskedPart, document: SnapshotDocument, maxChars: number): SentenceRow[] {
  const { years, asked: question } = context.intent
  const period = namedPlan(question)
  const lead = findLead(document, ({ sentence: { text, facets } }) => {
    if (!TARGETS.test(text) || facets.tense === 'actual') return 0
    // Whose aims they are stands before them; a plan of five years may be named behind.
    const whose = text.slice(0, (/目标(?:任务)?(?:是|为|如下|[：:])/.exec(text)?.index ?? 0) + 2)
    if (period !== null ? !text.includes(period) : namedPlan(whose) !== null) return 0
    if (period === null && years.length > 0 && facets.year !== null && !years.includes(facets.year)) return 0
    return Math.min(MOST_FIGURES, countFigures(text)) + (/预期目标/.test(text) ? 2 : 0) + (/如下|[：:]$/.test(text) ? 1 : 0)
  })
  // What five years are to bring is often told without figures.
  const tells = (rows: readonly SentenceRow[]): boolean =>
    rows.reduce((sum, row) => sum + countFigures(row.sentence.text), 0) >= MIN_FIGURES ||
    (period !== null && rows.some((row) => row.sentence.text.length >= MIN_TELLING_CHARS))
  const rows = lead ? following(lead, maxChars, (text) => countFigures(lead.sentence.text) < MIN_FIGURES && countFigures(text) > 0) : []
  if (tells(rows)) return rows
  const section = findSectionIn(context, asked, [document])
  const telling = section ? tellingRows(rowsOf(section), true, maxChars) : []
  return tells(telling) ? telling : []
}

function within(rows: readonly SentenceRow[], maxChars: number, fits: (row: SentenceRow) => boolean): SentenceRow[] {
  let chars = 0
  return rows.filter((row) => {
    if (!fits(row) || chars + row.sentence.text.length > maxChars) return false
    chars += row.sentence.text.length
    return true
  })
}

/** The sentence and those after it in its section, as long as they go on with it and there is room. */
function following(lead: SentenceRow, maxChars: number, goesOn: (text: string) => boolean): SentenceRow[] {
  const { document } = lead
  const rows = [lead]
  let chars = lead.sentence.text.length
  for (const sentence of document.document.sentences.slice(lead.sentence.index + 1)) {
    chars += sentence.text.length
    if (sentence.section !== lead.sentence.section || sentence.role === 'heading' || chars > maxChars || !goesOn(sentence.text)) break
    rows.push(sentenceRow(document, sentence))
  }
  return rows
}

function countFigures(text: string): number {
  return text.match(/\d+(?:\.\d+)?(?=\s*(?:[%％‰亿万个元人家户吨斤公]|左右|以上|以内))/g)?.length ?? 0
}
