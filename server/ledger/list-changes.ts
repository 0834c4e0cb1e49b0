import { sectionPath } from '../../ingest/corpus/section-path.ts'
import type { Sentence } from '../../ingest/corpus/sentence.ts'
import type { SnapshotDocument } from '../../ingest/index/library-snapshot.ts'
import type { WordingChange, WordingChanges } from '../contract/indicators.ts'
import { alignSentences } from './align-sentences.ts'
import { diffCharacters } from './diff-characters.ts'

/** What the wording of one document became in another: sentences added, dropped and reworded. */
export function listChanges(from: SnapshotDocument, to: SnapshotDocument): WordingChanges {
  const told = ({ role }: Sentence): boolean => role !== 'attribute' && role !== 'title'
  const pairs = alignSentences(from.document.sentences.filter(told), to.document.sentences.filter(told))
  const changes = pairs
    .filter(({ similarity }) => similarity < 1)
    .map(({ from: before, to: after, similarity }): WordingChange => {
      const sides = { from: before ? side(from, before) : null, to: after ? side(to, after) : null, similarity }
      if (before && after) return { kind: 'reworded', ...sides, diff: diffCharacters(before.text, after.text) }
      return { kind: after ? 'added' : 'dropped', ...sides, diff: [] }
    })
  const count = (kind: WordingChange['kind']): number => changes.filter((change) => change.kind === kind).length
  return {
    from: name(from),
    to: name(to),
    unchanged: pairs.length - changes.length,
    added: count('added'),
    dropped: count('dropped'),
    reworded: count('reworded'),
    changes,
  }
}

function name({ document }: SnapshotDocument): { documentId: string; title: string } {
  return { documentId: document.id, title: document.metadata.title }
}

function side({ document }: SnapshotDocument, sentence: Sentence): NonNullable<WordingChange['from']> {
  const { start, end } = sentence.range
  return { index: sentence.index, text: sentence.text, sectionPath: sectionPath(document.sections, sentence.section), start, end }
}
