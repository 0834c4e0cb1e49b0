import { CodedError } from '../../ingest/corpus/coded-error.ts'
import type { BriefRecord, BriefVersion, LibraryStore } from '../../ingest/library/library-store.ts'
import type { BriefBody, BriefVersionList } from '../contract/briefs.ts'

/** What a brief was before each edit, and what it is now; newest first. */
export function listVersions(store: LibraryStore, current: BriefRecord): BriefVersionList {
  const now: BriefVersion = { version: current.version, savedAt: current.updatedAt, body: current.body }
  return {
    items: [now, ...store.listBriefVersions(current.id)].map(({ version, savedAt, body: kept }) => {
      const body = kept as BriefBody
      return {
        version,
        savedAt,
        title: body.title,
        statements: body.sections.reduce((sum, { statements }) => sum + statements.length, 0),
        isCurrent: version === current.version,
      }
    }),
  }
}

/**
 * A brief as it was in a version.
 *
 * @throws {CodedError} brief_version_not_found
 */
export function readVersion(store: LibraryStore, current: BriefRecord, version: number): BriefRecord {
  if (version === current.version) return current
  const kept = store.listBriefVersions(current.id).find((item) => item.version === version)
  if (!kept) throw new CodedError('brief_version_not_found', `这份简报没有第 ${version} 版。请在版本列表里另选一版。`, { version })
  return { ...current, version, updatedAt: kept.savedAt, title: (kept.body as BriefBody).title, body: kept.body }
}
