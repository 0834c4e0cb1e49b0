import { sectionPath } from '../../ingest/corpus/section-path.ts'
import type { LibrarySnapshot, SentenceRow } from '../../ingest/index/library-snapshot.ts'
import type { TwinFinder } from '../answer/cite/citations.ts'
import type { ComposedAnswer, TurnMemory } from '../answer/context/answer-engine.ts'
import type { Retriever } from '../retrieval/retriever.ts'
import { readSlots } from '../understand/slots.ts'
import { estimateTokens } from './estimate-tokens.ts'
import { type EvidenceLine, evidenceLine } from './fence-evidence.ts'
import type { RowFinder } from './rows-of-citations.ts'

/** A sentence that a model is shown, under a handle that means something in one prompt only. */
export interface ModelEvidence {
  /** 1 for E1. */
  readonly number: number
  readonly row: SentenceRow
  readonly line: EvidenceLine
}

export interface EvidenceLimits {
  /** Estimated tokens of all lines together. */
  readonly maxTokens: number
  readonly maxSentences: number
}

/**
 * What a model is shown: first the sentences that the extractive answer stands on, then what came near, then what else a search in the same years and places finds;
 * sentences of equal wording once.
 */
export async function selectEvidence(
  parts: { readonly snapshot: LibrarySnapshot; readonly retriever: Retriever; readonly rowOf: RowFinder; readonly twins: TwinFinder },
  answer: ComposedAnswer,
  memory: TurnMemory,
  limits: EvidenceLimits,
): Promise<ModelEvidence[]> {
  const cited = [...answer.citations, ...(answer.nearest ?? [])].flatMap((citation) => parts.rowOf(citation) ?? [])
  const rows = [...cited, ...(await searchFurther(parts, memory, limits.maxSentences))]
  const seen = new Set<number>()
  const evidence: ModelEvidence[] = []
  let tokens = 0
  for (const row of rows) {
    if (seen.has(row.row)) continue
    for (const twin of [row, ...parts.twins(row)]) seen.add(twin.row)
    const number = evidence.length + 1
    const line = lineOf(row, number)
    const cost = estimateTokens(evidenceLine(line))
    if (evidence.length >= limits.maxSentences) break
    if (tokens + cost > limits.maxTokens) continue
    tokens += cost
    evidence.push({ number, row, line })
  }
  return evidence
}

/** A sentence as a line of numbered evidence. */
export function lineOf(row: SentenceRow, number: number): EvidenceLine {
  const { document } = row.document
  const { facets, section, text } = row.sentence
  return {
    handle: `E${number}`,
    title: document.metadata.title,
    sectionPath: sectionPath(document.sections, section),
    year: facets.year,
    place: facets.place,
    tense: facets.tense,
    text,
  }
}

/** What scores less than this part of the best sentence's score only distracts. */
const MIN_SHARE_OF_BEST = 0.45

async function searchFurther(
  { snapshot, retriever }: { readonly snapshot: LibrarySnapshot; readonly retriever: Retriever },
  memory: TurnMemory,
  limit: number,
): Promise<SentenceRow[]> {
  const slots = readSlots(memory.slots)
  if (slots === null || slots.focus.length === 0) return []
  const held = slots.places.filter(({ standing }) => standing === 'held')
  const { evidence } = await retriever.retrieve(snapshot, {
    parts: slots.focus,
    text: memory.understood.question,
    filter: {
      years: slots.years,
      places: held.map(({ name }) => name),
      widePlaces: held.filter(({ strict }) => !strict).map(({ name }) => name),
      documentIds: [],
      mentions: [],
    },
    limit,
  })
  const best = evidence[0]?.score ?? 0
  return evidence
    .filter(({ row, score }) => score >= MIN_SHARE_OF_BEST * best && row.sentence.role !== 'heading' && row.sentence.role !== 'title')
    .map(({ row }) => row)
}
