import type { DocumentRelation, ParsedDocument } from '../corpus/document.ts'
import type { DocumentId } from '../corpus/document-id.ts'
import { inferFromLibrary } from '../structure/infer-from-library.ts'
import { PARSER_VERSION, parseDocument } from '../structure/parse-document.ts'
import { decodeText } from '../text/decode.ts'
import type { MetadataPatch } from './ingestor.ts'

/** The stages from bytes to documents, as the pipeline calls them. */
export interface DocumentReader {
  /** Documents read by another version are read again. */
  readonly version: string
  /** @throws {CodedError} undecodable, empty_file, not_text */
  decode(bytes: Uint8Array): { readonly text: string; readonly encoding: string }
  parse(input: {
    readonly id: DocumentId
    readonly file: string
    readonly sha256: string
    readonly text: string
    readonly overrides?: MetadataPatch
    readonly corrections?: MetadataPatch
  }): ParsedDocument
  infer(documents: readonly ParsedDocument[]): { readonly documents: readonly ParsedDocument[]; readonly relations: readonly DocumentRelation[] }
}

export function createDocumentReader(): DocumentReader {
  return { version: PARSER_VERSION, decode: decodeText, parse: parseDocument, infer: inferFromLibrary }
}
