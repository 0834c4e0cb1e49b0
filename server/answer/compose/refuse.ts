import type { SentenceRow } from '../../../ingest/index/library-snapshot.ts'
import { type AnswerContext, askedScope, type Candidate, nameScope } from '../context/answer-context.ts'
import { paperlessPlaces } from '../context/paperless-places.ts'
import { findCandidates } from '../find/find-candidates.ts'
import type { Refusal } from '../sentences/draft.ts'
import { suggestQuestions } from './suggest.ts'

/** Of a long question so many characters are said again. */
const MAX_REPEATED = 80
const MAX_NEAREST = 3
/** What bound a name to what is asked of it. */
const BINDING = /^[的和与及跟同、]+|[的和与及跟同、]+$/g

/** A question that the library cannot hold the answer to, seen from its slots alone: a place or a year that no document is about. Null when nothing speaks against it. */
export function refuseBySlots(context: AnswerContext): Refusal | null {
  const { intent, knowledge, snapshot } = context
  if (snapshot.sentences.length === 0)
    return { kind: 'abstained', reason: '文库还是空的。请先在“文库”页上传文件，或用 npm run ingest 导入。', missing: ['文档'], nearest: [] }
  const strangers = intent.places.filter((place) => place.standing === 'unknown')
  const held = intent.places.filter((place) => place.standing === 'held')
  if (strangers.length > 0 && held.length === 0) {
    const names = strangers.map((place) => place.name).join('、')
    return { kind: 'abstained', reason: `文库中没有${names}的文件。${describeHoldings(context)}`, missing: [`地区：${names}`], nearest: [] }
  }
  const absent = intent.years.filter((year) => !knowledge.years.has(year) && !knowledge.namedYears.has(year))
  if (intent.years.length > 0 && absent.length === intent.years.length) {
    const years = absent.map((year) => `${year}年`).join('、')
    return { kind: 'abstained', reason: `文库中没有写明是${years}的内容。${describeHoldings(context)}`, missing: [`年份：${years}`], nearest: [] }
  }
  return null
}

/** Of a place that no paper is about nothing is told; what the papers that name it say of their own place comes nearest. */
export async function refuseForPlace(context: AnswerContext): Promise<Refusal> {
  const { intent } = context
  const places = paperlessPlaces(context)
  const names = places.map(({ name }) => name).join('、')
  const without = (text: string): string =>
    places
      .flatMap((place) => place.names)
      .reduce((rest, name) => rest.replaceAll(name, ' '), text)
      .trim()
  const parts = intent.focus.map(({ text, weight }) => ({ text: without(text), weight })).filter(({ text }) => text !== '')
  const candidates = await findCandidates(context, { years: intent.years, places: [] }, parts)
  const what = parts
    .map(({ text }) => text.replace(BINDING, ''))
    .filter((text) => text !== '')
    .join(' ')
  return {
    kind: 'abstained',
    reason: `文库中没有${names}自己的文件，其他地方的文件提到它，但没有找到${what === '' ? '说它' : `说它“${what}”`}的原文。${describeHoldings(context)}`,
    missing: [`地区：${names}`],
    nearest: nearestTo(
      places.flatMap((place) => place.names),
      candidates.map(({ evidence }) => evidence.row),
    ),
    suggestions: await suggestQuestions(context, candidates),
  }
}

/** Sentences that name a place come nearest, then those of papers that do. */
function nearestTo(names: readonly string[], rows: readonly SentenceRow[]): SentenceRow[] {
  const distance = ({ sentence, document }: SentenceRow): number => {
    if (names.some((name) => sentence.text.includes(name))) return 0
    return names.some((name) => document.document.text.includes(name)) ? 1 : 2
  }
  return rows.toSorted((a, b) => distance(a) - distance(b)).slice(0, MAX_NEAREST)
}

/** What the library does hold, by place and year; papers that say no year may be of any. */
function describeHoldings({ knowledge, snapshot }: Pick<AnswerContext, 'knowledge' | 'snapshot'>): string {
  const places = knowledge.places.map((place) => place.name).join('、')
  const years = [...knowledge.documentYears].toSorted((a, b) => a - b)
  const span = years.length > 6 ? `${years[0]}—${years.at(-1)}` : years.join('、')
  const undated = snapshot.documents.filter(({ document }) => document.metadata.year === null).length
  const others = span === '' || undated === 0 ? '' : `，另有 ${undated} 份未标明年份`
  return `库中现有${places || '未标明地区'}${span ? ` ${span} 年` : ''}的文件${others}。`
}

/** The refusal of a question whose nearest sentences do not answer it. */
export async function refuseForWant(context: AnswerContext, candidates: readonly Candidate[], missing: readonly string[]): Promise<Refusal> {
  const { intent } = context
  if (paperlessPlaces(context).length > 0) return refuseForPlace(context)
  const scope = nameScope(askedScope(intent))
  const asked = intent.focus.map((part) => part.text).join(' ')
  const what = asked.length > MAX_REPEATED ? `${asked.slice(0, MAX_REPEATED)}……` : asked
  const nearest: SentenceRow[] = candidates.slice(0, MAX_NEAREST).map((candidate) => candidate.evidence.row)
  const lacking = nearest.length > 0 && missing.length > 0 ? `相近的原文里没有：${missing.join('、')}。` : ''
  return {
    kind: 'abstained',
    reason: `在文库中查找了${scope === '' ? '' : `${scope}的`}“${what}”，没有找到能回答的原文。${lacking}${describeHoldings(context)}`,
    missing: missing.length > 0 ? missing : [what],
    nearest,
    suggestions: await suggestQuestions(context, candidates),
  }
}
