import { CodedError } from '../../ingest/corpus/coded-error.ts'
import type { LibrarySnapshot } from '../../ingest/index/library-snapshot.ts'
import { sentenceRow } from '../../ingest/index/sentence-row.ts'
import type { LibraryStore } from '../../ingest/library/library-store.ts'
import { createCitation } from '../answer/cite/citations.ts'
import type { BriefBody, BriefPatch, BriefPreview, BriefVersionList, BriefView } from '../contract/briefs.ts'
import type { Citation } from '../contract/chat.ts'
import type { BriefComposer, ComposeRequest } from './brief-composer.ts'
import { type AnsweredConversation, composeFromAnswers } from './brief-of-answers.ts'
import { listVersions, readVersion } from './brief-versions.ts'
import { viewBrief } from './brief-view.ts'
import { previewBrief } from './preview-brief.ts'
import { unknownCitations, verifySections } from './verify-brief.ts'

/** Briefs of a library: composed, kept, edited. */
export interface BriefDesk {
  compose(request: ComposeRequest, signal?: AbortSignal): Promise<BriefView>
  /** What `compose` would make of the request, without a model; nothing is kept. */
  preview(request: ComposeRequest): Promise<BriefPreview>
  /**
   * A brief of a conversation's cited answers.
   *
   * @throws {CodedError} conversation_not_found, brief_conversation_empty
   */
  composeFromConversation(conversationId: string, request: string): BriefView
  list(page: { readonly limit: number; readonly offset: number }): ReturnType<LibraryStore['listBriefs']>
  get(id: string): BriefView
  /** @throws {CodedError} brief_not_found, brief_citation_unknown, brief_changed */
  edit(id: string, patch: BriefPatch): BriefView
  remove(id: string): void
  versions(id: string): BriefVersionList
  /** @throws {CodedError} brief_not_found, brief_version_not_found */
  version(id: string, version: number): BriefView
  /** Makes an earlier version the newest; the one that it replaces is kept. */
  restore(id: string, version: number): BriefView
}

export function createBriefDesk(parts: {
  readonly store: LibraryStore
  readonly composer: BriefComposer
  readonly snapshot: () => LibrarySnapshot
  /** The library as it is, null while none is open. */
  readonly readSnapshot: () => LibrarySnapshot | null
  /** @throws {CodedError} conversation_not_found */
  readonly readConversation: (id: string) => AnsweredConversation
}): BriefDesk {
  const { store, composer } = parts
  const held = (): Set<string> => new Set((parts.readSnapshot()?.documents ?? []).map(({ document }) => document.id))
  const find = (id: string): NonNullable<ReturnType<LibraryStore['getBrief']>> => {
    const record = store.getBrief(id)
    if (!record) throw briefNotFound()
    return record
  }
  return {
    async compose(request, signal) {
      const body = withModeNote(await composer.compose(parts.snapshot(), request, signal), request)
      return viewBrief(store.addBrief({ title: body.title, request: body.request, body }), held())
    },
    async preview(request) {
      const snapshot = parts.snapshot()
      return previewBrief(await composer.compose(snapshot, { ...request, mode: 'extractive' }), snapshot)
    },
    composeFromConversation(conversationId, request) {
      const body = composeFromAnswers(parts.readConversation(conversationId), request, parts.readSnapshot())
      return viewBrief(store.addBrief({ title: body.title, request: body.request, body }), held())
    },
    list: (page) => store.listBriefs(page),
    get: (id) => viewBrief(find(id), held()),
    edit(id, patch) {
      const record = find(id)
      const body = record.body as BriefBody
      const snapshot = parts.readSnapshot()
      const citations = [...body.citations, ...(patch.addCitations ?? []).map((added) => citeSentence(added, body.citations, snapshot))]
      const sections = verifySections(patch.sections ?? body.sections, citations, snapshot)
      const changed: BriefBody = { ...body, title: patch.title ?? body.title, sections, citations }
      const unknown = unknownCitations(changed, citations)
      if (unknown.length > 0) {
        throw new CodedError(
          'brief_citation_unknown',
          `引文编号 ${unknown.join('、')} 在这份简报里不存在，修改没有保存。请改用已有的编号，或先加入这条引文。`,
          { unknown },
        )
      }
      if (!store.updateBrief(id, { title: changed.title, body: changed, version: record.version })) {
        throw briefChanged()
      }
      return viewBrief(find(id), held())
    },
    remove(id) {
      if (!store.deleteBrief(id)) throw briefNotFound()
    },
    versions: (id) => listVersions(store, find(id)),
    version: (id, version) => viewBrief(readVersion(store, find(id), version), held()),
    restore(id, version) {
      const record = find(id)
      const { title, body } = readVersion(store, record, version)
      if (version !== record.version && !store.updateBrief(id, { title, body, version: record.version })) throw briefChanged()
      return viewBrief(find(id), held())
    },
  }
}

/** A sentence of the library that an edit brings in. */
function citeSentence(
  added: NonNullable<BriefPatch['addCitations']>[number],
  known: readonly Citation[],
  snapshot: LibrarySnapshot | null,
): Citation {
  if (known.some(({ n }) => n === added.n)) {
    throw new CodedError('brief_citation_unknown', `引文编号 ${added.n} 已经用过，修改没有保存。请换一个编号。`, { unknown: [added.n] })
  }
  const document = snapshot?.documents.find((item) => item.document.id === added.documentId)
  const sentence = document?.document.sentences.find(({ range }) => range.start < added.end && added.start < range.end)
  if (!document || !sentence) throw new CodedError('brief_citation_unknown', '要加入的句子在文库里找不到，修改没有保存。请重新查找这句话再加入。')
  return createCitation(sentenceRow(document, sentence), added.n, () => [])
}

function withModeNote(body: BriefBody, { mode }: ComposeRequest): BriefBody {
  if (mode !== 'llm' || body.model !== undefined) return body
  return { ...body, notes: [...(body.notes ?? []), '没有可用的语言模型，这份简报按原文摘句写成。'] }
}

function briefChanged(): CodedError {
  return new CodedError('brief_changed', '这份简报刚刚被别处修改过，本次修改没有保存。请刷新后再改。')
}

export function briefNotFound(): CodedError {
  return new CodedError('brief_not_found', '没有这份简报，它可能已被删除。请回到简报列表重新选择。')
}
