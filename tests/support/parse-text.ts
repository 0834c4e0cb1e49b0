import { createHash } from 'node:crypto'
import type { ParsedDocument } from '../../ingest/corpus/document.ts'
import { documentIdFromDigest } from '../../ingest/corpus/document-id.ts'
import { parseDocument } from '../../ingest/structure/parse-document.ts'

const sha256 = (data: string): string => createHash('sha256').update(data).digest('hex')

/** A text parsed as the pipeline parses a file of that name. */
export function parseText(text: string, file = '文件.txt'): ParsedDocument {
  const digest = sha256(text)
  return parseDocument({ id: documentIdFromDigest(sha256(`${file}\0${digest}`)), file, sha256: digest, text })
}
