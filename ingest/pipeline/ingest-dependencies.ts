import type { Embedder } from '../embedding/embedder.ts'
import type { FileSystem } from '../index/file-system.ts'
import type { GraphLibrary } from '../index/hnswlib.ts'
import type { LibraryDatabase } from '../library/open-library-database.ts'
import type { Analyzer } from '../text/analyzer.ts'
import type { DocumentReader } from './document-reader.ts'

/** The moments of a run at which a crash must lose nothing, in order. */
export const PROTOCOL_STEPS = [
  'reading',
  'staged',
  'embedded',
  'folder-made',
  'files-written',
  'verified',
  'files-synced',
  'renamed',
  'folder-synced',
  'committed',
  'swept',
] as const
export type ProtocolStep = (typeof PROTOCOL_STEPS)[number]

/** All that a run works with. Tests put fakes in. */
export interface IngestDependencies {
  /** The data folder's sub-folder for bundles. */
  readonly indexFolder: string
  readonly database: LibraryDatabase
  readonly files: FileSystem
  readonly reader: DocumentReader
  readonly analyzer: Analyzer
  /** Null: an index of words only. */
  readonly embedder: Embedder | null
  readonly graphs: GraphLibrary | null
  readonly now: () => Date
  /** Told of what was not foreseen and did not stop the run. */
  readonly onUnexpected: (error: unknown) => void
  /** Called as each step is done. */
  readonly onStep?: (step: ProtocolStep) => void
}
