import type { LibrarySnapshot } from '../../../ingest/index/library-snapshot.ts'
import type { ComposedAnswer } from '../../answer/context/answer-engine.ts'
import type { FactReader } from '../../answer/facts/fact-reader.ts'
import type { LibrarySearch } from '../../answer/find/search-library.ts'
import type { ComposeRequest } from '../../briefs/brief-composer.ts'
import type { BriefBody } from '../../contract/briefs.ts'
import type { ToldRequest } from '../../conversation/turn-desk.ts'

/** A composed brief and what became of it. */
export interface WrittenBrief {
  readonly body: BriefBody
  /** Null where it was not kept. */
  readonly briefId: string | null
  /** Chinese: why it was not kept. */
  readonly note: string | null
}

/** What tools do with a library, whoever holds it open. */
export interface ToolLibrary {
  /** @throws {CodedError} library_not_ready, library_missing and others that say why there is nothing to read */
  snapshot(): Promise<LibrarySnapshot>
  /** @throws {CodedError} as POST /api/chat; the signal's reason when it is aborted */
  ask(request: ToldRequest, signal: AbortSignal): Promise<ComposedAnswer>
  search(...request: Parameters<LibrarySearch['search']>): ReturnType<LibrarySearch['search']>
  facts(): Promise<FactReader>
  /** @throws {CodedError} as POST /api/briefs */
  writeBrief(request: ComposeRequest, signal: AbortSignal): Promise<WrittenBrief>
}
