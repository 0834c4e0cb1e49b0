import { CodedError } from '../../../ingest/corpus/coded-error.ts'
import type { LibrarySnapshot, SnapshotDocument } from '../../../ingest/index/library-snapshot.ts'
import { ChangesQuery, WordingChanges } from '../../contract/indicators.ts'
import { changeLines } from '../../ledger/ledger-lines.ts'
import { listChanges } from '../../ledger/list-changes.ts'
import type { Services } from '../../services.ts'
import type { App } from '../app-instance.ts'
import { FAILURES } from '../failure-responses.ts'
import { sendCsv, wantsCsv } from '../send-csv.ts'

export function addChangeRoutes(app: App, services: Services): void {
  app.get(
    '/api/changes',
    {
      schema: {
        tags: ['indicators'],
        summary: 'Wording changes between two documents, sentence by sentence',
        description: 'With Accept: text/csv the same as CSV for a spreadsheet.',
        querystring: ChangesQuery,
        response: { 200: WordingChanges, ...FAILURES },
      },
    },
    async (request, reply) => {
      const snapshot = services.snapshot()
      const { from, to } = request.query
      if (from === to) throw new CodedError('same_document', '前后选的是同一份文件，没有变化可比。请选两份不同的文件。')
      const changes = listChanges(find(snapshot, from), find(snapshot, to))
      return wantsCsv(request) ? sendCsv(reply, '提法变化', changeLines(changes)) : reply.send(changes)
    },
  )
}

function find(snapshot: LibrarySnapshot, id: string): SnapshotDocument {
  const found = snapshot.documents.find(({ document }) => document.id === id)
  if (found) return found
  throw new CodedError('document_not_found', '找不到要比较的文档，可能已被删除或被新版本替换。请回到文库列表重新选择。', { documentId: id })
}
