/** What sort of paper a document is. The value is what a user reads. */
export const DOCUMENT_KINDS = [
  '政府工作报告',
  '国民经济和社会发展计划',
  '计划执行情况报告',
  '预算执行情况报告',
  '五年规划',
  '统计公报',
  '党代会报告',
  '通知',
  '意见',
  '方案',
  '办法',
  '其他',
] as const
export type DocumentKind = (typeof DOCUMENT_KINDS)[number]

/** Levels of government, from the widest: a place at a deeper level never answers for one above it. */
export const PLACE_LEVELS = ['country', 'province', 'prefecture', 'county', 'township'] as const
export type PlaceLevel = (typeof PLACE_LEVELS)[number]

/** Where a field's value comes from, strongest last: a user's edit outranks a sidecar file, which outranks the text. */
export type MetadataSource = 'inferred' | 'file-name' | 'text' | 'sidecar' | 'user'

/** How one field came about. `reason` is Chinese, for the reader of the page; given for inferred values. */
export interface FieldOrigin {
  readonly source: MetadataSource
  readonly reason?: string
}

/** What is known about a document as a whole. A field that neither the text nor anything else tells is null. */
export interface DocumentMetadata {
  readonly title: string
  readonly kind: DocumentKind
  /** 文号 as printed, e.g. 国发〔2025〕1号. */
  readonly number: string | null
  readonly issuer: string | null
  /** The full name of the place that 全市/全区/我区 mean in it. */
  readonly place: string | null
  readonly placeLevel: PlaceLevel | null
  /** The place one level up, where the text names it (the city of a district). */
  readonly parentPlace: string | null
  /** The year that 今年 means in it. */
  readonly year: number | null
  /** ISO date of the document, e.g. 2025-01-20. */
  readonly date: string | null
  readonly speaker: string | null
  /** The meeting at which it was given. */
  readonly meeting: string | null
  readonly origins: Readonly<Partial<Record<MetadataFieldName, FieldOrigin>>>
}

export type MetadataFieldName = 'title' | 'kind' | 'number' | 'issuer' | 'place' | 'year' | 'date' | 'speaker' | 'meeting'
