import { CodedError } from '../../../ingest/corpus/coded-error.ts'
import type { LibrarySnapshot, SnapshotDocument } from '../../../ingest/index/library-snapshot.ts'
import { ChangesQuery, WordingChanges } from '../../contract/indicators.ts'
import { changeLines } from '../../ledger/ledger-lines.ts'
import { changeSheets } from '../../ledger/ledger-sheets.ts'
import { listChanges } from '../../ledger/list-changes.ts'
import type { Services } from '../../services.ts'
import type { App } from '../app-instance.ts'
import { FAILURES } from '../failure-responses.ts'
import { sendTable, wantedFormat } from '../send-table.ts'

export function addChangeRoutes(app: App, services: Services): void {
  app.get(
    '/api/changes',
    {
      schema: {
        tags: ['indicators'],
        summary: 'Wording changes between two documents, sentence by sentence',
        description: 'With Accept: text/csv (or format=csv) the same as CSV, with the type of .xlsx (or format=xlsx) as a workbook.',
        querystring: ChangesQuery,
        response: { 200: WordingChanges, ...FAILURES },
      },
    },
    async (request, reply) => {
      const snapshot = services.snapshot()
      const { from, to } = request.query
      if (from === to) throw new CodedError('same_document', '前后选的是同一份文件，没有变化可比。请选两份不同的文件。')
      const [before, after] = [find(snapshot, from), find(snapshot, to)]
      const changes = await listChanges(before, after)
      const format = wantedFormat(request)
      if (format === 'json') return reply.send(changes)
      const files = { from: before.document.file, to: after.document.file }
      return sendTable(reply, format, { name: '提法变化', lines: () => changeLines(changes), sheets: () => changeSheets(changes, files) })
    },
  )
}

function find(snapshot: LibrarySnapshot, id: string): SnapshotDocument {
  const found = snapshot.documents.find(({ document }) => document.id === id)
  if (found) return found
  throw new CodedError('document_not_found', '找不到要比较的文档，可能已被删除或被新版本替换。请回到文库列表重新选择。', { documentId: id })
}
