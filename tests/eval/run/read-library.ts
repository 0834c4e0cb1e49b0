import { createHash } from 'node:crypto'
import type { DocumentRelation, ParsedDocument } from '../../../ingest/corpus/document.ts'
import { documentIdFromDigest } from '../../../ingest/corpus/document-id.ts'
import { inLibraryOrder } from '../../../ingest/index/create-snapshot.ts'
import { createDocumentReader } from '../../../ingest/pipeline/document-reader.ts'
import type { Originals } from '../judging/evidence.ts'

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

/** The documents of a library as the pipeline reads them, in library order: parsed one by one, then inferred from one another. */
export function readLibrary(originals: Originals): {
  readonly documents: readonly ParsedDocument[]
  readonly relations: readonly DocumentRelation[]
} {
  const reader = createDocumentReader()
  const parsed = [...originals].map(([file, text]) => {
    const digest = sha256(text)
    return reader.parse({ id: documentIdFromDigest(sha256(`${file}\0${digest}`)), file, sha256: digest, text })
  })
  const { documents, relations } = reader.infer(inLibraryOrder(parsed))
  return { documents, relations }
}
