import { sectionPath } from '../../ingest/corpus/section-path.ts'
import type { LibrarySnapshot, SentenceRow } from '../../ingest/index/library-snapshot.ts'
import { comparableText } from '../../ingest/structure/shingles.ts'
import type { Retriever } from '../retrieval/retriever.ts'
import type { RowFilter } from '../retrieval/row-filter.ts'

/** A sentence with how much it is about the brief's topics. */
export interface RankedSentence {
  readonly row: SentenceRow
  /** Index of the topic that it is most about. */
  readonly topic: number
  /** 1: as much as the best sentences of that topic. */
  readonly relevance: number
  /** Mean relevance of the sentences of its section: whether the whole section is about the topic. */
  readonly sectionRelevance: number
}

/** Sentences that are looked at for each topic. */
const POOL = 500
/** The scale of a topic is set by the mean of so many best sentences. */
const TOP = 4
/** What a sentence takes over from the others of its section: papers divide a subject by section. */
const SECTION_SHARE = 0.35
/** Weight of the cosine: a topic is named more loosely than a question asks. */
const MEANING = 0.8
const NAMED_IN_HEADING = 0.35
const NAMED_IN_SENTENCE = 0.25

/** The sentences that have to do with the topics, best first, and the topics that the library hardly speaks of. */
export interface Ranking {
  readonly sentences: readonly RankedSentence[]
  readonly absent: readonly string[]
}

/** Mean score of a topic's three best sentences. Topics that papers deal with measured 0.5 to 1.4, topics that they do not 0.15 to 0.4. One that stands word for word in a sentence is never absent. */
const MIN_TOPIC_SCORE = 0.42
const PROBES = 3

/** Every sentence of the scope that has to do with a topic. */
export async function rankSentences(snapshot: LibrarySnapshot, topics: readonly string[], filter: RowFilter, retriever: Retriever): Promise<Ranking> {
  const absent: string[] = []
  const best = new Map<number, RankedSentence>()
  for (const [topic, text] of topics.entries()) {
    const { evidence } = await retriever.retrieve(snapshot, { parts: [{ text, weight: 1 }], text, filter, limit: POOL })
    const isNamed = evidence.some(({ row }) => namedBonus(row, text) > 0)
    if (!isNamed && sumOf(evidence.slice(0, PROBES).map(({ score }) => score)) / PROBES < MIN_TOPIC_SCORE) {
      absent.push(text)
      continue
    }
    const scored = evidence.map(({ row, lexical, cosine }) => ({ row, score: lexical + MEANING * cosine + namedBonus(row, text) }))
    const sections = sectionScores(scored)
    const mixed = scored
      .map(({ row, score }) => {
        const { best: top = 0, all = 0 } = sections.get(sectionKey(row)) ?? {}
        return { row, section: all, score: (1 - SECTION_SHARE) * score + SECTION_SHARE * top }
      })
      .toSorted((a, b) => b.score - a.score || a.row.row - b.row.row)
    const scale = mixed.slice(0, TOP).reduce((sum, { score }) => sum + score, 0) / Math.max(1, Math.min(TOP, mixed.length))
    if (scale <= 0) continue
    for (const { row, score, section } of mixed) {
      const relevance = Math.min(1, score / scale)
      if (relevance > (best.get(row.row)?.relevance ?? 0))
        best.set(row.row, { row, topic, relevance, sectionRelevance: Math.min(1, section / scale) })
    }
  }
  return { sentences: [...best.values()].toSorted((a, b) => b.relevance - a.relevance || a.row.row - b.row.row), absent }
}

function sectionKey({ document, sentence }: SentenceRow): string {
  return `${document.document.id}/${sentence.section}`
}

/** For each section the mean of its two best sentences, and of all of it. */
function sectionScores(scored: readonly { readonly row: SentenceRow; readonly score: number }[]): Map<string, { best: number; all: number }> {
  const groups = new Map<string, number[]>()
  for (const { row, score } of scored) {
    const key = sectionKey(row)
    const group = groups.get(key)
    if (group) group.push(score)
    else groups.set(key, [score])
  }
  return new Map([...groups].map(([key, scores]) => [key, { best: mean(scores.toSorted((a, b) => b - a).slice(0, 2)), all: mean(scores) }]))
}

function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : sumOf(values) / values.length
}

function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0)
}

/** A topic that stands word for word in the sentence or over it. Nearest heading counts whole, those above it half. */
function namedBonus({ document, sentence }: SentenceRow, topic: string): number {
  const name = comparableText(topic)
  const path = sectionPath(document.document.sections, sentence.section).toReversed()
  const at = path.findIndex((heading) => comparableText(heading).includes(name))
  const inHeading = at < 0 ? 0 : at === 0 ? NAMED_IN_HEADING : NAMED_IN_HEADING / 2
  return Math.max(inHeading, comparableText(sentence.text).includes(name) ? NAMED_IN_SENTENCE : 0)
}
