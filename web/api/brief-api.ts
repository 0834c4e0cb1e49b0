import type { BriefPreview, BriefRequest, BriefVersionList, BriefView } from '../../server/contract/briefs.ts'
import type { SearchResult } from '../../server/contract/search.ts'
import { type Http, jsonBody, withQuery } from './http.ts'

/** Calls around the making of briefs. */
export interface BriefApi {
  previewBrief(request: BriefRequest): Promise<BriefPreview>
  listBriefVersions(id: string): Promise<BriefVersionList>
  getBriefVersion(id: string, version: number): Promise<BriefView>
  restoreBrief(id: string, version: number): Promise<BriefView>
  /** Sentences of the library, best first. */
  search(query: { readonly q: string; readonly years?: string; readonly places?: string; readonly limit?: number }): Promise<SearchResult>
}

export function createBriefApi(http: Http): BriefApi {
  const versions = (id: string) => `/api/briefs/${encodeURIComponent(id)}/versions`
  return {
    previewBrief: (request) => http.json('/api/briefs/preview', jsonBody('POST', request)),
    listBriefVersions: (id) => http.json(versions(id)),
    getBriefVersion: (id, version) => http.json(`${versions(id)}/${version}`),
    restoreBrief: (id, version) => http.json(`${versions(id)}/${version}/restore`, { method: 'POST' }),
    search: (query) => http.json(withQuery('/api/search', { ...query })),
  }
}
