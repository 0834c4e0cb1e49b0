import { CodedError } from '../../ingest/corpus/coded-error.ts'
import { collectFiles } from '../../ingest/pipeline/collect-files.ts'
import type { IngestSource } from '../../ingest/pipeline/ingestor.ts'
import { decodeText } from '../../ingest/text/decode.ts'

/** Decoding runs on the event loop here; larger uploads learn of undecodable files from their job. */
const MAX_DECODED_BYTES = 4 * 1024 * 1024

/**
 * Refuses an upload of which no file can be taken in, so that the sender learns it at once. Where at least one can, the job reports on each.
 *
 * @throws {CodedError} the first file's own failure, e.g. unsupported_format, empty_file, not_text, undecodable; `details.files` has one entry a file
 */
export async function checkUploads(sources: readonly IngestSource[]): Promise<void> {
  const { files, failures } = await collectFiles(sources)
  const refused = [...failures]
  let decoded = 0
  for (const file of files) {
    const bytes = await file.read()
    decoded += bytes.length
    if (decoded > MAX_DECODED_BYTES) return
    const error = decodingFailure(bytes)
    if (error === null) return
    refused.push({ file: file.name, error })
  }
  const [first] = refused
  if (first === undefined) return
  throw new CodedError(first.error.code, `没有收下“${first.file}”：${first.error.message}`, {
    files: refused.map(({ file, error }) => ({ file, code: error.code, message: error.message })),
  })
}

function decodingFailure(bytes: Uint8Array): CodedError | null {
  try {
    decodeText(bytes)
    return null
  } catch (error) {
    if (error instanceof CodedError) return error
    throw error
  }
}
