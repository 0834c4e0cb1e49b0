import path from 'node:path'
import { CodedError } from '../corpus/coded-error.ts'
import { type Bundle, isDamagedIndex, openBundle } from '../index/open-bundle.ts'
import { type BundleContent, MANIFEST_FILE, writeBundle } from '../index/write-bundle.ts'
import { toLibraryError } from '../library/library-errors.ts'
import type { SampleRow } from './build-postings.ts'
import type { IngestDependencies } from './ingest-dependencies.ts'

export const bundleFolder = (indexFolder: string, generation: number): string => path.join(indexFolder, `gen-${generation}`)

/**
 * Puts a generation's files on the disk for good, step by step, so that a crash at any moment leaves the former generation or this one, never half of it:
 * written beside, opened and tried, synced, renamed, and then named by `commit`.
 *
 * @param onRows called with the rows done while a graph is built; what it throws ends the run
 * @param commit names the generation in the library, given the manifest's hash; when it returns the generation is the current one
 * @throws whatever a step throws; the files are taken away again unless the commit was done
 */
export async function publishGeneration(
  dependencies: IngestDependencies,
  content: BundleContent,
  samples: readonly SampleRow[],
  onRows: (done: number) => void,
  commit: (manifestSha256: string) => void,
): Promise<void> {
  const { files, graphs, indexFolder, onStep = () => undefined } = dependencies
  const final = bundleFolder(indexFolder, content.generation)
  const temporary = `${final}.tmp`
  try {
    await files.remove(temporary)
    await files.remove(final)
    await files.makeFolder(temporary)
    onStep('folder-made')
    const manifestSha256 = await writeBundle(files, graphs, temporary, content, onRows)
    onStep('files-written')
    const opened = await openBundle(files, graphs, temporary, manifestSha256)
    tryIndex(opened, content, samples)
    onStep('verified')
    for (const name of [...opened.manifest.files.map((file) => file.name), MANIFEST_FILE]) await files.sync(path.join(temporary, name))
    await files.sync(temporary)
    onStep('files-synced')
    await files.rename(temporary, final)
    onStep('renamed')
    await files.sync(indexFolder)
    onStep('folder-synced')
    commit(manifestSha256)
  } catch (error) {
    await takeAway(dependencies, [temporary, final])
    throw isDamagedIndex(error) ? failedReading(error) : error
  }
  onStep('committed')
}

/** What cannot be removed now is removed at the next start; the failure that led here is the one to be told. */
async function takeAway({ files, onUnexpected }: IngestDependencies, folders: readonly string[]): Promise<void> {
  for (const folder of folders) {
    try {
      await files.remove(folder)
    } catch (error) {
      onUnexpected(error)
    }
  }
}

/** A graph finds nearly all rows, an exact scan all of them; an index that finds fewer of the samples than this is broken. */
const MIN_FOUND_BY_GRAPH = 0.9

/** The index that was read back must find rows that went into it. */
function tryIndex(bundle: Bundle, content: BundleContent, samples: readonly SampleRow[]): void {
  for (const { row, terms } of samples) if (terms.some((term) => !bundle.sentencePostings.rows(term).includes(row))) throw failedTrial('postings')
  const { vectors } = content
  if (!vectors || !bundle.vectors) return
  const index = bundle.vectors
  const tried = samples
    .map(({ row }) => vectors.values.subarray(row * vectors.dimension, (row + 1) * vectors.dimension))
    .filter((own) => own.some((component) => component !== 0))
  const found = tried.filter((own) => (index.search(own, 1)[0]?.score ?? 0) >= 0.99).length
  const wanted = index.kind === 'exact' ? 1 : MIN_FOUND_BY_GRAPH
  if (found < wanted * tried.length) throw failedTrial('vectors')
}

/** What was just written cannot be read back: the disk's own reason where it gave one. */
function failedReading(error: CodedError): unknown {
  const reason = toLibraryError(error.cause)
  return reason instanceof CodedError ? reason : failedTrial(String(error.details.what), error)
}

const failedTrial = (what: string, cause?: unknown): CodedError =>
  new CodedError('library_write_failed', '新建的索引没有通过自检，没有启用；原有的文库不受影响。请检查磁盘是否有故障后重试。', { what }, { cause })
