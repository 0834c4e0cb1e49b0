import { setImmediate } from 'node:timers/promises'
import type { DocumentRelation, ParsedDocument } from '../corpus/document.ts'
import type { DocumentId } from '../corpus/document-id.ts'
import { createSnapshot, inLibraryOrder, libraryFingerprint, type SnapshotIndex } from '../index/create-snapshot.ts'
import type { FileSystem } from '../index/file-system.ts'
import type { GraphLibrary } from '../index/hnswlib.ts'
import type { LibrarySnapshot } from '../index/library-snapshot.ts'
import { damagedIndex } from '../index/manifest.ts'
import { openBundle } from '../index/open-bundle.ts'
import { openPostings } from '../index/open-postings.ts'
import { createPostingsBuilder } from '../index/postings-builder.ts'
import type { DocumentHead } from '../library/document-tables.ts'
import type { Generation } from '../library/generation-tables.ts'
import type { LibraryDatabase } from '../library/open-library-database.ts'
import { bundleFolder } from './publish-generation.ts'

/** The committed generation and what it was made with. */
export interface LoadedGeneration {
  readonly snapshot: LibrarySnapshot
  /** Null for an empty library. */
  readonly analyzer: string | null
  readonly parserVersions: ReadonlySet<string>
}

export interface SnapshotLoader {
  /**
   * Loads the committed generation. Documents that were loaded before and have not changed are the same objects.
   *
   * @throws {CodedError} index_damaged when the bundle is not the one that was committed; library_damaged when a document is not
   */
  load(): Promise<LoadedGeneration>
  /** The documents alone, for those who cannot use the bundle. @throws {CodedError} library_damaged */
  loadDocuments(): Promise<LoadedDocuments>
}

/** The visible documents in library order. */
export interface LoadedDocuments {
  readonly heads: readonly DocumentHead[]
  readonly documents: readonly ParsedDocument[]
  readonly relations: readonly DocumentRelation[]
  readonly generation: Generation
}

/** Other work of the process gets its turn after so many milliseconds of loading. */
const TURN_MS = 12

export function createSnapshotLoader(database: LibraryDatabase, files: FileSystem, graphs: GraphLibrary | null, indexFolder: string): SnapshotLoader {
  let held = new Map<DocumentId, { readonly stamp: string; readonly document: ParsedDocument }>()

  const readAll = async (heads: readonly DocumentHead[]): Promise<ParsedDocument[]> => {
    const next: typeof held = new Map()
    let turnStart = performance.now()
    for (const head of heads) {
      const before = held.get(head.id)
      next.set(head.id, before?.stamp === head.stamp ? before : { stamp: head.stamp, document: database.documents.read(head) })
      if (performance.now() - turnStart < TURN_MS) continue
      await setImmediate()
      turnStart = performance.now()
    }
    held = next
    return [...next.values()].map(({ document }) => document)
  }

  const loadDocuments = async (): Promise<LoadedDocuments> => {
    const state = database.readTogether(() => ({
      heads: inLibraryOrder(database.documents.heads()),
      relations: database.documents.relations(),
      generation: database.generations.current(),
    }))
    return { ...state, documents: await readAll(state.heads) }
  }

  return {
    loadDocuments,
    async load() {
      const { heads, documents, relations, generation } = await loadDocuments()
      const parserVersions = new Set(heads.map((head) => head.parserVersion))
      if (generation.number === 0) return { snapshot: createSnapshot([], [], emptyIndex()), analyzer: null, parserVersions }
      const bundle = await openBundle(files, graphs, bundleFolder(indexFolder, generation.number), generation.manifestSha256)
      const { manifest } = bundle
      const fingerprint = libraryFingerprint(heads, manifest.analyzer, manifest.embedder)
      if (manifest.generation !== generation.number || manifest.fingerprint !== fingerprint) throw damagedIndex('fingerprint')
      return { snapshot: createSnapshot(documents, relations, bundle), analyzer: manifest.analyzer, parserVersions }
    },
  }
}

function emptyIndex(): SnapshotIndex {
  const empty = openPostings(createPostingsBuilder().finish())
  return {
    sentencePostings: empty,
    passagePostings: empty,
    vectors: null,
    manifest: { generation: 0, fingerprint: libraryFingerprint([], '', null), embedder: null },
  }
}
