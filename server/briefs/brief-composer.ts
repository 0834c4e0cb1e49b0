import type { LibrarySnapshot } from '../../ingest/index/library-snapshot.ts'
import type { BriefBody, BriefLength, BriefPlanEdits } from '../contract/briefs.ts'
import type { ChatFilters } from '../contract/chat.ts'

export interface ComposeRequest {
  readonly request: string
  readonly filters: ChatFilters
  readonly length?: BriefLength
  /** What the user changed in the preview. */
  readonly plan?: BriefPlanEdits
  /** Left out: `llm` where a model is configured. */
  readonly mode?: 'extractive' | 'llm'
}

/** Request in, verified brief out, over one snapshot. */
export interface BriefComposer {
  /** @throws {CodedError} brief_request_empty, brief_request_too_long, brief_years_contradict, brief_nothing_found, brief_library_empty */
  compose(snapshot: LibrarySnapshot, request: ComposeRequest, signal?: AbortSignal): Promise<BriefBody>
}
