/** Characters of one shingle: long enough that two texts share one only where one was written from the other. */
export const SHINGLE_CHARS = 12
/** Of a document's shingles this share is kept for comparing whole libraries; which, is decided by their hash, so two texts keep the same ones. */
const SAMPLE = 8

/** The text as compared: NFKC, nothing but letters, Han and digits. */
export function comparableText(text: string): string {
  return text.normalize('NFKC').replace(/[^\p{L}\p{N}]/gu, '')
}

/** FNV-1a of a range of a string, 32 bits. */
function hashAt(text: string, start: number): number {
  let hash = 0x811c9dc5
  for (let i = start; i < start + SHINGLE_CHARS; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return hash >>> 0
}

/** Sampled shingles of a comparable text, each once. */
export function sampleShingles(text: string): Set<number> {
  const found = new Set<number>()
  for (let start = 0; start + SHINGLE_CHARS <= text.length; start += 1) {
    const hash = hashAt(text, start)
    if (hash % SAMPLE === 0) found.add(hash)
  }
  return found
}

/**
 * The stretches of `a`, each at least one shingle long, that stand in `b` too; each once.
 *
 * @param a comparable text
 * @param b all shingles of the other text, see `allShingles`
 */
export function findSharedRuns(a: string, b: ReadonlySet<number>): ReadonlySet<string> {
  const runs = new Set<string>()
  let from = -1
  for (let start = 0; start + SHINGLE_CHARS <= a.length; start += 1) {
    const shared = b.has(hashAt(a, start))
    if (shared && from < 0) from = start
    if (!shared && from >= 0) {
      runs.add(a.slice(from, start - 1 + SHINGLE_CHARS))
      from = -1
    }
  }
  if (from >= 0) runs.add(a.slice(from))
  return runs
}

/** Every shingle of a comparable text. */
export function allShingles(text: string): Set<number> {
  const found = new Set<number>()
  for (let start = 0; start + SHINGLE_CHARS <= text.length; start += 1) found.add(hashAt(text, start))
  return found
}

/** Share of a text's pairs of neighbouring characters that another text holds, 0 to 1; 0 for a text of one character. */
export function heldPairs(wanted: string, text: string): number {
  let held = 0
  for (let i = 0; i + 1 < wanted.length; i += 1) if (text.includes(wanted.slice(i, i + 2))) held += 1
  return held / Math.max(1, wanted.length - 1)
}

/** Whether a text holds at least this share of the pairs of another one; looks no further once that is out of reach. */
export function holdsPairs(wanted: string, text: string, share: number): boolean {
  const pairs = Math.max(1, wanted.length - 1)
  let within = wanted.length - 1
  for (let i = 0; i + 1 < wanted.length && within / pairs >= share; i += 1) if (!text.includes(wanted.slice(i, i + 2))) within -= 1
  return within / pairs >= share
}
