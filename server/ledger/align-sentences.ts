import type { Sentence } from '../../ingest/corpus/sentence.ts'
import { createSlices, type Slices } from '../../ingest/index/slices.ts'
import { comparableText } from '../../ingest/structure/shingles.ts'

/** A sentence of each document, or of one alone. Similarity 0 to 1, 1 for equal wording. */
export interface AlignedPair {
  readonly from: Sentence | null
  readonly to: Sentence | null
  readonly similarity: number
}

/** Below this share of common pairs of characters two sentences are two statements, not one reworded. */
const MIN_SIMILARITY = 0.45
/** A pair of characters that stands in so many sentences brings no candidates. */
const MAX_COMMON = 60

/** So many candidates of a sentence are kept for pairing. */
const MAX_CANDIDATES = 12

interface Profile {
  readonly sentence: Sentence
  readonly text: string
  readonly pairs: ReadonlySet<string>
}

interface Candidate {
  readonly a: Profile
  readonly b: Profile
  readonly similarity: number
}

/**
 * Pairs the sentences of two documents by their wording, wherever they stand: equal ones first, then the most similar. In the order of `to`, what was dropped at the
 * place where it stood. Works in slices, so that other requests are served between them.
 */
export async function alignSentences(from: readonly Sentence[], to: readonly Sentence[], slices: Slices = createSlices()): Promise<AlignedPair[]> {
  const before = await profileAll(from, slices)
  const after = await profileAll(to, slices)
  const partner = new Map<Profile, { other: Profile; similarity: number }>()
  const taken = new Set<Profile>()
  const join = (a: Profile, b: Profile, similarity: number): void => {
    partner.set(b, { other: a, similarity })
    taken.add(a)
  }
  pairEqual(before, after, join)
  await slices.rest()
  const open = before.filter((item) => !taken.has(item))
  const candidates = await similarPairs(
    open,
    after.filter((item) => !partner.has(item)),
    slices,
  )
  for (const { a, b, similarity } of candidates) if (!taken.has(a) && !partner.has(b)) join(a, b, similarity)
  await slices.rest()
  return inOrder(before, after, partner, taken)
}

async function profileAll(sentences: readonly Sentence[], slices: Slices): Promise<Profile[]> {
  const profiles: Profile[] = []
  for (const sentence of sentences) {
    const made = profile(sentence)
    if (made.text.length > 0) profiles.push(made)
    await slices.rest()
  }
  return profiles
}

function profile(sentence: Sentence): Profile {
  const text = comparableText(sentence.text)
  const pairs = new Set<string>()
  for (let i = 0; i + 1 < text.length; i += 1) pairs.add(text.slice(i, i + 2))
  return { sentence, text, pairs }
}

function pairEqual(before: readonly Profile[], after: readonly Profile[], join: (a: Profile, b: Profile, similarity: number) => void): void {
  const waiting = new Map<string, Profile[]>()
  for (const item of before) waiting.set(item.text, [...(waiting.get(item.text) ?? []), item])
  for (const item of after) {
    const equal = waiting.get(item.text)?.shift()
    if (equal) join(equal, item, 1)
  }
}

async function similarPairs(before: readonly Profile[], after: readonly Profile[], slices: Slices): Promise<Candidate[]> {
  const holders = new Map<string, Profile[]>()
  for (const item of before) {
    for (const pair of item.pairs) {
      const list = holders.get(pair)
      if (list) list.push(item)
      else holders.set(pair, [item])
    }
  }
  const found: Candidate[] = []
  for (const b of after) {
    found.push(...nearest(b, holders))
    await slices.rest()
  }
  return found.toSorted(byMostSimilar)
}

function nearest(b: Profile, holders: ReadonlyMap<string, readonly Profile[]>): Candidate[] {
  const shared = new Map<Profile, number>()
  for (const pair of b.pairs) {
    const list = holders.get(pair) ?? []
    if (list.length <= MAX_COMMON) for (const a of list) shared.set(a, (shared.get(a) ?? 0) + 1)
  }
  const found: Candidate[] = []
  for (const [a, count] of shared) {
    const similarity = (2 * count) / (a.pairs.size + b.pairs.size)
    if (similarity >= MIN_SIMILARITY) found.push({ a, b, similarity })
  }
  return found.toSorted(byMostSimilar).slice(0, MAX_CANDIDATES)
}

function byMostSimilar(x: Candidate, y: Candidate): number {
  return y.similarity - x.similarity || x.b.sentence.index - y.b.sentence.index || x.a.sentence.index - y.a.sentence.index
}

function inOrder(
  before: readonly Profile[],
  after: readonly Profile[],
  partner: ReadonlyMap<Profile, { readonly other: Profile; readonly similarity: number }>,
  taken: ReadonlySet<Profile>,
): AlignedPair[] {
  const pairs: AlignedPair[] = []
  const dropped = before.filter((item) => !taken.has(item))
  let next = 0
  const dropBefore = (index: number): void => {
    for (let item = dropped[next]; item && item.sentence.index < index; item = dropped[++next])
      pairs.push({ from: item.sentence, to: null, similarity: 0 })
  }
  for (const item of after) {
    const match = partner.get(item)
    if (match) dropBefore(match.other.sentence.index)
    pairs.push({ from: match?.other.sentence ?? null, to: item.sentence, similarity: match?.similarity ?? 0 })
  }
  dropBefore(Number.POSITIVE_INFINITY)
  return pairs
}
