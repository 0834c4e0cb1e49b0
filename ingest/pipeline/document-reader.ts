import type { DocumentRelation, ParsedDocument } from '../corpus/document.ts'
import { inferFromLibrary } from '../structure/infer-from-library.ts'
import { PARSER_VERSION, type ParseInput, parseDocument } from '../structure/parse-document.ts'
import { decodeText } from '../text/decode.ts'

/** The stages from bytes to documents, as the pipeline calls them. */
export interface DocumentReader {
  /** Documents read by another version are read again. */
  readonly version: string
  /** @throws {CodedError} undecodable, empty_file, not_text */
  decode(bytes: Uint8Array): { readonly text: string; readonly encoding: string }
  parse(input: ParseInput): ParsedDocument
  infer(documents: readonly ParsedDocument[]): { readonly documents: readonly ParsedDocument[]; readonly relations: readonly DocumentRelation[] }
}

export function createDocumentReader(): DocumentReader {
  return { version: PARSER_VERSION, decode: decodeText, parse: parseDocument, infer: inferFromLibrary }
}
