import { sectionPath } from '../../ingest/corpus/section-path.ts'
import type { Sentence } from '../../ingest/corpus/sentence.ts'
import type { SnapshotDocument } from '../../ingest/index/library-snapshot.ts'
import { createSlices } from '../../ingest/index/slices.ts'
import { comparableText } from '../../ingest/structure/shingles.ts'
import type { WordingChange, WordingChanges } from '../contract/indicators.ts'
import { type AlignedPair, alignSentences } from './align-sentences.ts'
import { diffCharacters } from './diff-characters.ts'
import { findMoved } from './find-moved.ts'

const YEAR = /(?:[12]\d{3}|[〇○零一二三四五六七八九]{4})年?/g

/**
 * What the wording of one document became in another: sentences added, dropped, reworded and moved. A heading that only has another year is no change. Works in
 * slices, so that other requests are served between them.
 */
export async function listChanges(from: SnapshotDocument, to: SnapshotDocument): Promise<WordingChanges> {
  const told = ({ role }: Sentence): boolean => role !== 'attribute' && role !== 'title'
  const slices = createSlices()
  const pairs = await alignSentences(from.document.sentences.filter(told), to.document.sentences.filter(told), slices)
  const moved = movedPairs(pairs)
  const changes: WordingChange[] = []
  let redated = 0
  for (const pair of pairs) {
    if (isRedated(pair)) redated += 1
    else if (pair.similarity < 1 || moved.has(pair)) changes.push(describe(from, to, pair))
    await slices.rest()
  }
  const count = (kind: WordingChange['kind']): number => changes.filter((change) => change.kind === kind).length
  return {
    from: name(from),
    to: name(to),
    unchanged: pairs.length - changes.length - redated,
    added: count('added'),
    dropped: count('dropped'),
    reworded: count('reworded'),
    moved: count('moved'),
    redated,
    changes,
  }
}

/** Sentences with the same words in another place among those that both documents have. Headings are numbered anew and stay where their sections are. */
function movedPairs(pairs: readonly AlignedPair[]): Set<AlignedPair> {
  const equal = pairs.filter(({ from, to, similarity }) => similarity === 1 && from?.role !== 'heading' && to?.role !== 'heading')
  const moved = findMoved(equal.map(({ from }) => from?.index ?? 0))
  return new Set(equal.filter((_, index) => moved.has(index)))
}

function isRedated({ from, to, similarity }: AlignedPair): boolean {
  if (similarity === 1 || from?.role !== 'heading' || to?.role !== 'heading') return false
  return comparableText(from.text).replace(YEAR, '') === comparableText(to.text).replace(YEAR, '')
}

function describe(from: SnapshotDocument, to: SnapshotDocument, { from: before, to: after, similarity }: AlignedPair): WordingChange {
  const sides = { from: before ? side(from, before) : null, to: after ? side(to, after) : null, similarity }
  if (before && after && similarity === 1) return { kind: 'moved', ...sides, diff: [] }
  if (before && after) return { kind: 'reworded', ...sides, diff: diffCharacters(before.text, after.text) }
  return { kind: after ? 'added' : 'dropped', ...sides, diff: [] }
}

function name({ document }: SnapshotDocument): { documentId: string; title: string } {
  return { documentId: document.id, title: document.metadata.title }
}

function side({ document }: SnapshotDocument, sentence: Sentence): NonNullable<WordingChange['from']> {
  const { start, end } = sentence.range
  return { index: sentence.index, text: sentence.text, sectionPath: sectionPath(document.sections, sentence.section), start, end }
}
