import type { Range } from './range.ts'

export type RepairKind = 'line-joined' | 'page-joined' | 'furniture-dropped' | 'blank-dropped' | 'invisible-dropped' | 'markup-dropped'

/** One thing that the repair stage did, so that it can be shown. */
export interface Repair {
  readonly kind: RepairKind
  /** In the original text: what was dropped, or the line break that was joined. */
  readonly range: Range
  /** What stood there, cut after 80 characters. */
  readonly before: string
}
