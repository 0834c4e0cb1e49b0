import type { DocumentDetail, DocumentPatch } from '../../../server/contract/documents.ts'

/** The fields that a user can correct, in the order of the form. */
export const DRAFT_FIELDS = [
  ['title', '标题'],
  ['kind', '类型'],
  ['year', '年份'],
  ['place', '地区'],
  ['number', '文号'],
  ['issuer', '发布机关'],
  ['date', '日期（如 2025-01-20）'],
  ['speaker', '报告人'],
] as const

type Field = (typeof DRAFT_FIELDS)[number][0]
/** A document's metadata as the form holds it: text only, empty where nothing is known. */
export type MetadataDraft = Readonly<Record<Field, string>>

export function draftOf({ title, kind, year, place, number, issuer, date, speaker }: DocumentDetail): MetadataDraft {
  return {
    title,
    kind,
    year: year === null ? '' : String(year),
    place: place ?? '',
    number: number ?? '',
    issuer: issuer ?? '',
    date: date ?? '',
    speaker: speaker ?? '',
  }
}

/** What keeps a draft from being saved, in Chinese; null when nothing does. */
export function findDraftProblem({ year, date }: MetadataDraft): string | null {
  if (year.trim() !== '' && !/^(19\d\d|20\d\d|2100)$/.test(year.trim())) return '年份请填 1900—2100 之间的四位数字，或留空。'
  if (date.trim() !== '' && !/^\d{4}-\d{2}-\d{2}$/.test(date.trim())) return '日期请写成 2025-01-20 的样子，或留空。'
  return null
}

/** The changed fields; an emptied one is null, which takes a correction back. */
export function patchOf(before: MetadataDraft, after: MetadataDraft): DocumentPatch {
  const patch: Record<string, string | number | null> = {}
  for (const [field] of DRAFT_FIELDS) {
    const value = after[field].trim()
    if (value === before[field].trim()) continue
    patch[field] = value === '' ? null : field === 'year' ? Number(value) : value
  }
  return patch
}
