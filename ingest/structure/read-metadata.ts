import type { DocumentKind, DocumentMetadata, FieldOrigin, MetadataFieldName, PlaceLevel } from '../corpus/metadata.ts'
import { parseChineseInteger } from '../text/numerals.ts'
import type { Block } from './blocks.ts'
import { documentKind } from './document-kind.ts'
import { type FirstPage, readFirstPage } from './first-page.ts'
import { foldYears } from './fold-years.ts'
import { findPaperYear } from './paper-year.ts'
import { COUNTRY, findLeadingPlace, type PlaceName } from './place-name.ts'
import { selfNamedKind } from './self-named-kind.ts'

const NUMBER = /\p{Script=Han}{1,12}[〔[（(【]\d{4}[〕\]）)】](?:第)?\d+号/u
const MEETING =
  /在(\p{Script=Han}+第[〇零一二三四五六七八九十百\d]+届(?:\p{Script=Han}*?第[〇零一二三四五六七八九十\d]+次(?:全体)?会议|\p{Script=Han}*?大会))/u
const SPEAKER = /(?:省长|市长|区长|县长|旗长|州长|盟长|主席|总理|主任|书记|局长|专员|报告人[:：]?)(\p{Script=Han}{2,4})$/u
const DATE = /([12]\d{3}|[〇○零一二三四五六七八九]{4})年(\d{1,2}|[一二三四五六七八九十]{1,3})月(\d{1,2}|[一二三四五六七八九十]{1,3})日/
const ORGAN = /^(?!.*[，。：；])\p{Script=Han}{2,30}(?:[部局厅委院会署办司行]|政府|办公室|集团|总社)$/u
/** A date at the end of a line, behind the name of an office or alone, perhaps with the word that it was issued then. */
const SIGNED = new RegExp(
  `^[（(]?((?:\\p{Script=Han}{2,30}(?:[部局厅委院会署办司行]|政府|办公室))?)(?:于)?${DATE.source}(?:印发|发布|公布)?[）)]?$`,
  'u',
)
/** A paper closes within so many paragraphs; so many offices sign it. */
const FOOT_BLOCKS = 12
const MAX_SIGNING = 24

/** The metadata that a document's own first page and file name tell. Fields that they do not tell are null. */
export function readMetadata(blocks: readonly Block[], file: string): DocumentMetadata {
  const page = readFirstPage(blocks)
  const origins: Partial<Record<MetadataFieldName, FieldOrigin>> = {}
  const note = <T>(field: MetadataFieldName, value: T | null, source: FieldOrigin['source'] = 'text', reason?: string): T | null => {
    if (value !== null) origins[field] = reason === undefined ? { source } : { source, reason }
    return value
  }
  const printed = page.title
  const kind = kindOf(printed ?? '', blocks)
  if (kind !== '其他') note('kind', kind)
  const heads = [printed ?? '', ...page.lines]
  const meeting = note('meeting', firstMatch(heads, MEETING))
  const speaker = note('speaker', page.attributes.get('报告人') ?? firstMatch(page.lines, SPEAKER))
  const issuer = note('issuer', findIssuer(page, printed, blocks))
  const chain = findPlace(printed, meeting, issuer, page)
  const place = note('place', chain.at(-1)?.name ?? null)
  const date = note('date', findDate(page, blocks))
  const year = findPaperYear(printed, date, blocks, file)
  if (year) note('year', year.value, year.source, year.reason)
  const title = completeTitle(printed, place, year?.value ?? null, note)
  return {
    title: title ?? file.replace(/\.[^.]+$/, ''),
    kind,
    number: note('number', page.attributes.get('文号') ?? page.attributes.get('发文字号') ?? firstMatch(heads, NUMBER)),
    issuer,
    place,
    placeLevel: chain.at(-1)?.level ?? null,
    parentPlace: chain.at(-2)?.name ?? null,
    year: year?.value ?? null,
    date,
    speaker,
    meeting,
    origins,
  }
}

/** By its title, or where that is not in Chinese, by what the paper calls itself. */
function kindOf(title: string, blocks: readonly Block[]): DocumentKind {
  const titled = documentKind(title)
  if (titled !== '其他' || /\p{Script=Han}/u.test(title)) return titled
  return selfNamedKind(
    title,
    blocks.map(({ text }) => text),
  )
}

function firstMatch(texts: readonly string[], pattern: RegExp): string | null {
  for (const text of texts) {
    const match = pattern.exec(text)
    if (match) return match[1] ?? match[0]
  }
  return null
}

function findIssuer(page: FirstPage, title: string | null, blocks: readonly Block[]): string | null {
  const given =
    page.attributes.get('发布机构') ?? page.attributes.get('发文机关') ?? page.attributes.get('发文单位') ?? page.attributes.get('制发机关')
  if (given) return given
  const line = page.lines
    .map((text) => /^(\p{Script=Han}{2,20}?(?:人民政府(?:办公[厅室])?|委员会|财政[厅局]|统计局|国务院))/u.exec(text)?.[1])
    .find((text) => text !== undefined)
  return line ?? /^(\p{Script=Han}{2,20}?(?:人民政府(?:办公[厅室])?|委员会))关于/u.exec(title ?? '')?.[1] ?? signature(blocks)?.issuer ?? null
}

/** A line that closes a paper with its date: 某市某局办公室2031年2月3日印发, or the date right below the names of those who sign. */
function signature(blocks: readonly Block[]): { readonly date: string; readonly issuer: string | null } | null {
  for (let i = blocks.length - 1; i >= Math.max(0, blocks.length - FOOT_BLOCKS); i -= 1) {
    const line = foldYears(blocks[i]?.text.replace(/\s+/g, '') ?? '')
    const match = SIGNED.exec(line)
    const date = match ? toIsoDate(line) : null
    if (!match || !date) continue
    const names: string[] = []
    for (let above = i - 1; match[1] === '' && names.length < MAX_SIGNING && ORGAN.test(blocks[above]?.text.replace(/\s+/g, '') ?? ''); above -= 1)
      names.unshift(blocks[above]?.text.replace(/\s+/g, '') ?? '')
    const issuer = match[1] !== '' ? (match[1] ?? '') : names.join('、')
    return { date, issuer: issuer === '' ? null : issuer }
  }
  return null
}

function findPlace(title: string | null, meeting: string | null, issuer: string | null, page: FirstPage): PlaceName[] {
  for (const text of [title, meeting, issuer, ...page.lines]) {
    if (text === null) continue
    if (/国务院政府工作报告|^中华人民共和国/.test(text) || /全国人民代表大会(?!代表)/.test(text))
      return [{ name: COUNTRY, level: 'country' as PlaceLevel }]
    const chain = findLeadingPlace(text)
    if (chain.length > 0) return chain
  }
  return []
}

function findDate(page: FirstPage, blocks: readonly Block[]): string | null {
  for (const label of ['成文日期', '印发日期', '发文日期']) {
    const iso = toIsoDate(page.attributes.get(label) ?? '')
    if (iso) return iso
  }
  for (const line of page.lines) {
    const iso = toIsoDate(line)
    if (iso) return iso
  }
  for (const block of blocks) if (block.text.length <= 14 && DATE.test(block.text)) return toIsoDate(block.text)
  const foot = signature(blocks)
  if (foot) return foot.date
  return toIsoDate(page.attributes.get('发布日期') ?? page.attributes.get('发布时间') ?? '')
}

/** 2025年1月20日, 二〇二五年一月二十日 and 2025-01-20 14:08 as 2025-01-20; null when the text holds no date. */
export function toIsoDate(text: string): string | null {
  const iso = /(?<!\d)([12]\d{3})-(\d{1,2})-(\d{1,2})(?!\d)/.exec(text) ?? DATE.exec(foldYears(text.replace(/\s+/g, '')))
  if (!iso) return null
  const [year, month, day] = [iso[1], iso[2], iso[3]].map((part) => parseChineseInteger(part ?? ''))
  if (!year || !month || !day || month > 12 || day > 31) return null
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

/** 政府工作报告 alone names neither year nor place: both are put in front, so that two reports can be told apart. */
function completeTitle(
  printed: string | null,
  place: string | null,
  year: number | null,
  note: (field: MetadataFieldName, value: string | null, source?: FieldOrigin['source'], reason?: string) => string | null,
): string | null {
  if (printed === null) return null
  if (/^政府工作报告$/.test(printed) && (place !== null || year !== null)) {
    const full = `${year === null ? '' : `${year}年`}${place === null || place === COUNTRY ? '' : place}${printed}`
    return note('title', full, 'text', '标题只印“政府工作报告”，年份和地区取自首页的日期和会议名称')
  }
  return note('title', printed)
}
