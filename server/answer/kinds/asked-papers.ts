import type { SnapshotDocument } from '../../../ingest/index/library-snapshot.ts'
import { documentKind } from '../../../ingest/structure/document-kind.ts'
import { shortPlaceName } from '../../understand/gazetteer.ts'
import type { AnswerContext } from '../context/answer-context.ts'

const KINDS = /政府工作报告|计划执行情况|国民经济和社会发展计划|预算|统计公报|批复|答复|规划|通知|意见|方案|办法|报告/
/** Words of how a paper begins count this much of words of its title. */
const OPENING_WEIGHT = 0.7
const OPENING_SENTENCES = 8
const FIRST_PAGE_SENTENCES = 20
/** A paper that holds less of the question than this share of what the best one holds is not meant. */
const NEARLY = 0.7
/** A paper that holds less of a side than this share of what the best one holds is not that side. */
const HOLDS_SIDE = 0.4
/** Two papers, of each of which the same is asked: 甲办法和乙通知，有效期各几年. */
const OF_EACH = /各(?:是|为|有|自|在|到|从|几|多|哪|由)|分别|两(?:个|份|部|件)|都(?:是|由|在)?(?:谁|哪|什么|几)/
const JOINT = /以及|[、和与跟及]/g
const HAN = /\p{Script=Han}/u
/** What stands between the last name and what is asked of both. */
const BEHIND_NAME = /(?:两[个份部件][^，。]{0,4}|分别|各自|各|都|由|从|自|在|的|，)+$/

/** A paper that is asked about beside another, and what the question calls it. */
export interface NamedPaperSide {
  readonly name: string
  readonly document: SnapshotDocument
}

/** Documents that the question can mean, best first: of the place and year that it names, and of the kind that it names. */
export function askedPapers(context: AnswerContext): SnapshotDocument[] {
  return rankedPapers(context)
    .filter(({ share }, _, [best]) => share >= NEARLY * (best?.share ?? 0))
    .map(({ document }) => document)
}

/** All that it can mean, with the number of its words that tell each from the others. */
export function rankedPapers(context: AnswerContext): Ranked[] {
  return rankPapers(context, context.termsOf(context.intent.question), possiblePapers(context))
}

/**
 * The two papers that a question sets side by side, each told by its part of the question better than by the other; null where it names no two.
 *
 * @param asks what is asked of each, with which the naming ends
 * @param tells whether a paper says it at all
 */
export function papersSideBySide(
  context: AnswerContext,
  asks: RegExp,
  tells: (document: SnapshotDocument) => boolean,
): readonly NamedPaperSide[] | null {
  const { intent, snapshot, termsOf } = context
  if (!OF_EACH.test(intent.asked) || snapshot.documents.length < 2) return null
  const papers = snapshot.documents.filter(tells)
  const end = asks.exec(intent.asked)?.index ?? intent.asked.length
  const naming = intent.asked.slice(0, end).replace(/[，,：:的]+$/, '')
  for (const { index, 0: joint } of naming.matchAll(JOINT)) {
    const names = [naming.slice(0, index), naming.slice(index + joint.length)]
    if (names.some((name) => name.length < 2)) continue
    const ranked = names.map((name, i) => {
      const others = new Set(termsOf(names[1 - i] ?? ''))
      const own = termsOf(name).filter((term) => !others.has(term))
      return rankPapers(context, own, papers)
    })
    const pair = bestPair(ranked[0] ?? [], ranked[1] ?? [])
    if (pair) return pair.map((document, i) => ({ name: nameOf(context, names[i] ?? '', names), document }))
  }
  return null
}

/** Two papers that together hold most of what the sides are called by; each holds about as much of its own side as any paper does. */
function bestPair(first: readonly Ranked[], second: readonly Ranked[]): readonly SnapshotDocument[] | null {
  const holds = (one: Ranked, [best]: readonly Ranked[]): boolean => one.share > 0 && one.share >= HOLDS_SIDE * (best?.share ?? 0)
  const pairs = first
    .filter((one) => holds(one, first))
    .flatMap((one) => second.filter((other) => other.document !== one.document && holds(other, second)).map((other) => [one, other] as const))
  const [best] = pairs.toSorted((a, b) => b[0].share + b[1].share - a[0].share - a[1].share)
  return best === undefined ? null : best.map(({ document }) => document)
}

/** Papers that are told apart by their places alone are called by these. */
function nameOf({ knowledge }: AnswerContext, name: string, names: readonly string[]): string {
  const places = names.map((one) => knowledge.places.map((place) => shortPlaceName(place.name)).find((place) => one.includes(place)))
  const own = places[names.indexOf(name)]
  const areAlike = names.some((one) => !KINDS.test(one) && !/政策|措施|细则|规定|指南|计划/.test(one))
  return own !== undefined && areAlike && new Set(places).size === places.length && !places.includes(undefined) ? own : name.replace(BEHIND_NAME, '')
}

interface Ranked {
  readonly document: SnapshotDocument
  readonly share: number
}

/** By the words of a question in their titles and openings. Words that all of them hold tell none from another. */
function rankPapers({ termsOf }: AnswerContext, terms: readonly string[], papers: readonly SnapshotDocument[]): Ranked[] {
  // A title in other words than the paper's own is helped by how the paper begins.
  const heads = new Map(papers.map((one) => [one, [new Set(termsOf(one.document.metadata.title)), new Set(termsOf(openingOf(one)))] as const]))
  const wanted = [...new Set(terms.filter((term) => term.length >= 2))]
  const telling = wanted.filter((term) => papers.length === 1 || !papers.every((one) => heads.get(one)?.some((set) => set.has(term))))
  const shareOf = (one: SnapshotDocument): number =>
    telling.reduce((sum, term) => sum + (heads.get(one)?.[0].has(term) ? 1 : heads.get(one)?.[1].has(term) ? OPENING_WEIGHT : 0), 0)
  return papers
    .map((document) => ({ document, share: shareOf(document) }))
    .toSorted((a, b) => b.share - a.share || a.document.firstSentenceRow - b.document.firstSentenceRow)
}

function openingOf({ document }: SnapshotDocument, sentences = OPENING_SENTENCES): string {
  return document.sentences
    .slice(0, sentences)
    .map(({ text }) => text)
    .join(' ')
}

function possiblePapers({ intent, snapshot }: AnswerContext): SnapshotDocument[] {
  const named = KINDS.exec(intent.question)?.[0]
  const kind = named ? documentKind(named) : '其他'
  return snapshot.documents.filter((one) => {
    const { id, metadata } = one.document
    if (intent.documentIds.length > 0 && !intent.documentIds.includes(id)) return false
    if (intent.places.length > 0 && !intent.places.some((place) => isOfPlace(one, place))) return false
    const years = new Set([metadata.year, ...[...metadata.title.matchAll(/(?:19|20)\d{2}/g)].map((match) => Number(match[0]))])
    if (intent.years.length > 0 && !intent.years.some((year) => years.has(year))) return false
    if (metadata.origins.title?.source === 'inferred') return false
    return kind === '其他' || metadata.kind === '其他' || metadata.kind === kind || metadata.title.includes(named ?? '') || !HAN.test(metadata.title)
  })
}

/** Of the place, or, where it says none of its own (or only the library makes it one's), one that names it where it begins. */
function isOfPlace(one: SnapshotDocument, place: AnswerContext['intent']['places'][number]): boolean {
  const { id, metadata } = one.document
  if (place.name === metadata.place || (place.documents?.includes(id) ?? false)) return true
  const isTold = metadata.place !== null && metadata.origins.place?.source !== 'inferred'
  return !isTold && openingOf(one, FIRST_PAGE_SENTENCES).includes(shortPlaceName(place.name))
}
