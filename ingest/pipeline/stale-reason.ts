import { PARSER_VERSION } from '../structure/parse-document.ts'
import type { LoadedGeneration } from './snapshot-loader.ts'

/** Why an index must be made anew: its files cannot be used, or it was made with another analyzer, parser or encoder than the one in use. */
export type StaleReason = 'damaged' | 'analyzer' | 'parser' | 'encoder'

/**
 * What of a generation does not fit the tools in use; the first that matters, null when all fits.
 *
 * @param embedderId null when there is no encoder now: vectors of any are kept until there is one
 */
export function staleReasonOf(
  { snapshot, analyzer, parserVersions }: LoadedGeneration,
  analyzerFingerprint: string,
  embedderId: string | null,
): StaleReason | null {
  if (analyzer === null) return null
  if (analyzer !== analyzerFingerprint) return 'analyzer'
  if ([...parserVersions].some((version) => version !== PARSER_VERSION)) return 'parser'
  return embedderId === null || snapshot.embedderId === embedderId ? null : 'encoder'
}
