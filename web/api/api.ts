import type { BriefFormat, BriefList, BriefPatch, BriefRequest, BriefView } from '../../server/contract/briefs.ts'
import type { ChatAnswer, ChatRequest } from '../../server/contract/chat.ts'
import type { ConversationDetail, ConversationList, Feedback } from '../../server/contract/conversations.ts'
import type { DocumentDetail, DocumentList, DocumentPatch, DocumentText, JobView } from '../../server/contract/documents.ts'
import type {
  FactList,
  IndicatorComparison,
  IndicatorConflict,
  IndicatorGroups,
  IndicatorGroupsEdit,
  IndicatorGroupsQuery,
  IndicatorQuery,
  LedgerOverview,
  TableFormat,
  WordingChanges,
} from '../../server/contract/indicators.ts'
import type { ModelCheck, ModelView } from '../../server/contract/model.ts'
import type { ExamplesView, ReadyView } from '../../server/contract/status.ts'
import { type AskListener, askStream } from './ask-stream.ts'
import { type Attachment, readAttachment } from './attachment.ts'
import { type BriefApi, createBriefApi } from './brief-api.ts'
import { followJob } from './follow-job.ts'
import { type Http, jsonBody, withQuery } from './http.ts'

export interface DocumentQuery {
  readonly q?: string
  readonly year?: string
  readonly place?: string
  readonly kind?: string
  readonly limit?: number
  readonly offset?: number
}

export type SheetFormat = Exclude<TableFormat, 'json'>

/** Every call that the page makes, by name. All of them throw ApiFailure. */
export interface Api extends BriefApi {
  ready(): Promise<ReadyView>
  examples(): Promise<ExamplesView>
  getModel(): Promise<ModelView>
  /** Has the server ask its model for a word. @throws {ApiFailure} with what went wrong */
  checkModel(signal: AbortSignal): Promise<ModelCheck>
  ask(request: ChatRequest, listener: AskListener, signal: AbortSignal): Promise<ChatAnswer>
  sendFeedback(turnId: string, feedback: Feedback): Promise<void>
  listConversations(query: { readonly q?: string; readonly limit?: number; readonly offset?: number }): Promise<ConversationList>
  getConversation(id: string): Promise<ConversationDetail>
  renameConversation(id: string, title: string): Promise<void>
  deleteConversation(id: string): Promise<void>
  listDocuments(query: DocumentQuery): Promise<DocumentList>
  getDocument(id: string): Promise<DocumentDetail>
  getDocumentText(id: string): Promise<DocumentText>
  downloadDocument(id: string): Promise<Blob>
  patchDocument(id: string, patch: DocumentPatch): Promise<void>
  deleteDocument(id: string): Promise<void>
  uploadDocuments(files: readonly File[]): Promise<{ readonly jobId: string }>
  followJob(id: string, onChange: (job: JobView) => void, signal: AbortSignal): Promise<JobView>
  listFacts(query: IndicatorQuery): Promise<FactList>
  ledgerOverview(query: IndicatorQuery): Promise<LedgerOverview>
  listGroups(query: IndicatorGroupsQuery): Promise<IndicatorGroups>
  editGroups(change: IndicatorGroupsEdit): Promise<IndicatorGroups>
  undoGroups(): Promise<IndicatorGroups>
  compareIndicator(name: string): Promise<IndicatorComparison>
  listConflicts(): Promise<{ readonly items: readonly IndicatorConflict[]; readonly total: number }>
  listChanges(from: string, to: string): Promise<WordingChanges>
  /** Figures, comparison, conflicts and changes as a file that spreadsheets open. */
  exportFacts(query: IndicatorQuery, format: SheetFormat): Promise<Attachment>
  exportComparison(name: string, format: SheetFormat): Promise<Attachment>
  exportConflicts(format: SheetFormat): Promise<Attachment>
  exportChanges(from: string, to: string, format: SheetFormat): Promise<Attachment>
  listBriefs(query: { readonly limit?: number; readonly offset?: number }): Promise<BriefList>
  composeBrief(request: BriefRequest): Promise<BriefView>
  getBrief(id: string): Promise<BriefView>
  exportBrief(id: string, format: Exclude<BriefFormat, 'json'>): Promise<Attachment>
  patchBrief(id: string, patch: BriefPatch): Promise<BriefView>
  deleteBrief(id: string): Promise<void>
}

export function createApi(http: Http): Api {
  const conversation = (id: string) => `/api/conversations/${encodeURIComponent(id)}`
  const document = (id: string) => `/api/documents/${encodeURIComponent(id)}`
  const brief = (id: string) => `/api/briefs/${encodeURIComponent(id)}`
  return {
    ...createBriefApi(http),
    ready: () => http.json('/ready'),
    examples: () => http.json('/api/examples'),
    getModel: () => http.json('/api/model'),
    checkModel: (signal) => http.json('/api/model/check', { method: 'POST', signal }),
    ask: (request, listener, signal) => askStream(http, request, listener, signal),
    async sendFeedback(turnId, feedback) {
      await http.send(`/api/turns/${encodeURIComponent(turnId)}/feedback`, jsonBody('POST', feedback))
    },
    listConversations: (query) => http.json(withQuery('/api/conversations', query)),
    getConversation: (id) => http.json(conversation(id)),
    async renameConversation(id, title) {
      await http.send(conversation(id), jsonBody('PATCH', { title }))
    },
    async deleteConversation(id) {
      await http.send(conversation(id), { method: 'DELETE' })
    },
    listDocuments: (query) => http.json(withQuery('/api/documents', { ...query })),
    getDocument: (id) => http.json(document(id)),
    getDocumentText: (id) => http.json(`${document(id)}/text`),
    downloadDocument: async (id) => (await http.send(`${document(id)}/file`)).blob(),
    async patchDocument(id, patch) {
      await http.send(document(id), jsonBody('PATCH', patch))
    },
    async deleteDocument(id) {
      await http.send(document(id), { method: 'DELETE' })
    },
    async uploadDocuments(files) {
      const body = new FormData()
      for (const file of files) body.append('files', file, file.name)
      const job = await http.json<JobView>('/api/documents', { method: 'POST', body })
      return { jobId: job.id }
    },
    followJob: (id, onChange, signal) => followJob(http, id, onChange, signal),
    listFacts: (query) => http.json(withQuery('/api/indicators', { ...query })),
    ledgerOverview: (query) => http.json(withQuery('/api/indicators/overview', { ...query })),
    listGroups: (query) => http.json(withQuery('/api/indicators/groups', { ...query })),
    editGroups: (change) => http.json('/api/indicators/groups', jsonBody('PUT', change)),
    undoGroups: () => http.json('/api/indicators/groups/undo', { method: 'POST' }),
    compareIndicator: (name) => http.json(withQuery('/api/indicators/compare', { name })),
    listConflicts: () => http.json('/api/indicators/conflicts'),
    listChanges: (from, to) => http.json(withQuery('/api/changes', { from, to })),
    exportFacts: (query, format) => readSheet(http, '/api/indicators', { ...query }, format),
    exportComparison: (name, format) => readSheet(http, '/api/indicators/compare', { name }, format),
    exportConflicts: (format) => readSheet(http, '/api/indicators/conflicts', {}, format),
    exportChanges: (from, to, format) => readSheet(http, '/api/changes', { from, to }, format),
    listBriefs: (query) => http.json(withQuery('/api/briefs', { ...query })),
    composeBrief: (request) => http.json('/api/briefs', jsonBody('POST', request)),
    getBrief: (id) => http.json(brief(id)),
    exportBrief: async (id, format) => readAttachment(await http.send(withQuery(brief(id), { format })), format === 'docx' ? '简报.docx' : '简报.md'),
    patchBrief: (id, patch) => http.json(brief(id), jsonBody('PATCH', patch)),
    async deleteBrief(id) {
      await http.send(brief(id), { method: 'DELETE' })
    },
  }
}

async function readSheet(http: Http, path: string, query: Parameters<typeof withQuery>[1], format: SheetFormat): Promise<Attachment> {
  return readAttachment(await http.send(withQuery(path, { ...query, format })), `指标台账.${format}`)
}
