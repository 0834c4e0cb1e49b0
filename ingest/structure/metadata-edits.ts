import { DOCUMENT_KINDS, type DocumentMetadata, type MetadataFieldName, type MetadataSource } from '../corpus/metadata.ts'
import { parsePlaceChain } from './place-name.ts'

/** Fields that a sidecar file or a user sets. Null and missing fields leave what was read. */
export interface MetadataEdits {
  readonly title?: string | null
  readonly kind?: string | null
  readonly number?: string | null
  readonly issuer?: string | null
  readonly place?: string | null
  readonly year?: number | null
  readonly date?: string | null
  readonly speaker?: string | null
}

/** The metadata with the edits in place, each marked with where it came from. An unknown kind is left out. */
export function applyMetadataEdits(metadata: DocumentMetadata, edits: MetadataEdits | undefined, source: MetadataSource): DocumentMetadata {
  if (!edits) return metadata
  let result = metadata
  const set = <K extends MetadataFieldName>(field: K, value: DocumentMetadata[K] | null | undefined): void => {
    if (value === null || value === undefined) return
    result = { ...result, [field]: value, origins: { ...result.origins, [field]: { source } } }
  }
  set('title', edits.title)
  set(
    'kind',
    DOCUMENT_KINDS.find((kind) => kind === edits.kind),
  )
  set('number', edits.number)
  set('issuer', edits.issuer)
  set('year', edits.year)
  set('date', edits.date)
  set('speaker', edits.speaker)
  if (edits.place) {
    set('place', edits.place)
    const chain = parsePlaceChain(edits.place)
    const last = chain.at(-1)
    if (last) result = { ...result, place: last.name, placeLevel: last.level, parentPlace: chain.at(-2)?.name ?? result.parentPlace }
  }
  return result
}
