import { Type } from 'typebox'
import { CodedError } from '../../../ingest/corpus/coded-error.ts'
import { type DocumentId, isDocumentId } from '../../../ingest/corpus/document-id.ts'
import type { LibrarySnapshot, SnapshotDocument } from '../../../ingest/index/library-snapshot.ts'
import type { DocumentSummary } from '../../../ingest/library/library-store.ts'
import type { MetadataPatch } from '../../../ingest/pipeline/ingestor.ts'
import { DocumentDetail, DocumentList, DocumentPatch, DocumentQuery, DocumentText } from '../../contract/documents.ts'
import type { Services } from '../../services.ts'
import type { App } from '../app-instance.ts'
import { attachmentHeader } from '../attachment-header.ts'
import { selectDocuments, viewDocument, viewDocumentDetail, viewDocumentText } from '../document-views.ts'
import { FAILURES } from '../failure-responses.ts'
import { ID_PARAMS } from './id-params.ts'

const PAGE_SIZE = 50
const tags = ['documents']

export function addDocumentRoutes(app: App, services: Services): void {
  app.get(
    '/api/documents',
    { schema: { tags, summary: 'Documents, the newest year first', querystring: DocumentQuery, response: { 200: DocumentList, ...FAILURES } } },
    async ({ query }) => {
      const offset = query.offset ?? 0
      const found = selectDocuments(services.store.listDocuments(), query)
      return { items: found.slice(offset, offset + (query.limit ?? PAGE_SIZE)).map(viewDocument), total: found.length }
    },
  )

  app.get(
    '/api/documents/:id',
    { schema: { tags, summary: 'Metadata, outline, repairs, near-duplicates', params: ID_PARAMS, response: { 200: DocumentDetail, ...FAILURES } } },
    async (request) => detail(services, request.params.id),
  )

  app.get(
    '/api/documents/:id/text',
    { schema: { tags, summary: 'The text that offsets count in', params: ID_PARAMS, response: { 200: DocumentText, ...FAILURES } } },
    async (request) => viewDocumentText(inSnapshot(services.snapshot(), request.params.id)),
  )

  app.get(
    '/api/documents/:id/file',
    {
      schema: {
        tags,
        summary: 'The original bytes, as an attachment',
        params: ID_PARAMS,
        response: { 200: Type.Unsafe({ type: 'string', format: 'binary' }), ...FAILURES },
      },
    },
    async (request, reply) => {
      const { id, file } = inStore(services, request.params.id)
      const bytes = services.store.originalBytes(id)
      if (bytes === undefined) throw documentNotFound()
      return reply.header('content-disposition', attachmentHeader(file)).type('application/octet-stream').send(bytes)
    },
  )
}

export function addDocumentChangeRoutes(app: App, services: Services): void {
  app.patch(
    '/api/documents/:id',
    {
      schema: {
        tags,
        summary: 'Correct metadata; null clears a correction',
        params: ID_PARAMS,
        body: DocumentPatch,
        response: { 200: DocumentDetail, ...FAILURES },
      },
    },
    async (request) => {
      const { id } = inStore(services, request.params.id)
      const report = await services.ingestor.correct(id, definedFields(request.body))
      for (const outcome of report.outcomes) if (outcome.kind === 'failed') throw new CodedError(outcome.code, outcome.message)
      return detail(services, id)
    },
  )

  app.delete(
    '/api/documents/:id',
    { schema: { tags, summary: 'Remove a document', params: ID_PARAMS, response: { 204: Type.Null(), ...FAILURES } } },
    async (request, reply) => {
      const { id } = inStore(services, request.params.id)
      await services.ingestor.remove([id])
      return reply.code(204).send(null)
    },
  )
}

function detail(services: Services, id: string): DocumentDetail {
  const snapshot = services.snapshot()
  return viewDocumentDetail(inStore(services, id), inSnapshot(snapshot, id), snapshot)
}

function inStore({ store }: Services, id: string): DocumentSummary {
  const found = isDocumentId(id) ? store.listDocuments().find((document) => document.id === id) : undefined
  if (found === undefined) throw documentNotFound()
  return found
}

function inSnapshot(snapshot: LibrarySnapshot, id: string): SnapshotDocument {
  const found = snapshot.documents.find(({ document }) => document.id === (id as DocumentId))
  if (found === undefined) throw documentNotFound()
  return found
}

function documentNotFound(): CodedError {
  return new CodedError('document_not_found', '找不到这个文档，可能已被删除或被新版本替换。请回到文库列表重新选择。')
}

function definedFields(patch: DocumentPatch): MetadataPatch {
  return Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined))
}
