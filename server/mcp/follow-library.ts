import { CodedError } from '../../ingest/corpus/coded-error.ts'
import type { Embedder } from '../../ingest/embedding/embedder.ts'
import type { LibrarySnapshot } from '../../ingest/index/library-snapshot.ts'
import { type LibraryDatabase, openLibraryDatabase } from '../../ingest/library/open-library-database.ts'
import { openLibraryToRead } from '../../ingest/pipeline/open-library-to-read.ts'
import type { Analyzer } from '../../ingest/text/analyzer.ts'

/** A library that another process may be changing, read generation by generation. */
export interface FollowedLibrary {
  /**
   * The generation that is committed now. One that was given before stays usable.
   *
   * @throws {CodedError} library_missing, library_damaged, library_too_new, library_not_ready while another process fills it for the first time
   */
  snapshot(): Promise<LibrarySnapshot>
}

/** Codes that a writer's opening mends. */
const MENDED_BY_WRITER: ReadonlySet<string> = new Set(['library_missing', 'library_outdated'])

/**
 * @param fill makes a library that is missing, outdated or empty fit to be read; tried once for each call that finds it so
 * @param onRead called with the open database after a generation was read, for what else is read from it
 */
export function followLibrary(options: {
  readonly dataDir: string
  readonly analyzer: Analyzer
  readonly embedder: Embedder | null
  readonly fill: () => Promise<void>
  readonly onRead: (database: LibraryDatabase) => void
}): FollowedLibrary {
  const { dataDir, analyzer, embedder, fill, onRead } = options
  let held: LibrarySnapshot | null = null
  let loading: Promise<LibrarySnapshot> | null = null

  /** The number of the committed generation; 0 where there is nothing to read, and nothing in it. */
  function committed(): number {
    let database: LibraryDatabase
    try {
      database = openLibraryDatabase(dataDir, { readOnly: true })
    } catch (error) {
      if (error instanceof CodedError && MENDED_BY_WRITER.has(error.code)) return 0
      throw error
    }
    try {
      onRead(database)
      const generation = database.store.currentGeneration()
      return generation === held?.generation || database.store.listDocuments().length > 0 ? generation : 0
    } finally {
      database.close()
    }
  }

  async function load(): Promise<LibrarySnapshot> {
    let generation = committed()
    if (held !== null && generation === held.generation) return held
    if (generation === 0) {
      await fill().catch((error: unknown) => {
        throw isLocked(error) ? beingFilled() : error
      })
      generation = committed()
    }
    if (generation === 0) throw new CodedError('library_missing', '文库是空的，没有可以查询的文档。请先运行 npm run ingest -- 文件或文件夹，再提问。')
    held = await openLibraryToRead(dataDir, analyzer, embedder)
    return held
  }

  return {
    snapshot() {
      loading ??= load().finally(() => {
        loading = null
      })
      return loading
    },
  }
}

function isLocked(error: unknown): boolean {
  return error instanceof CodedError && error.code === 'data_dir_locked'
}

function beingFilled(): CodedError {
  return new CodedError('library_not_ready', '文库还是空的，另一个有据进程正在收录文件，还不能查询。请等它收录完再试。', { retryAfterSeconds: 5 })
}
