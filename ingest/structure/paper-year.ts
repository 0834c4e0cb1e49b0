import type { DocumentMetadata, FieldOrigin } from '../corpus/metadata.ts'
import type { Block } from './blocks.ts'
import { congressYear } from './congress-years.ts'
import { foldYears } from './fold-years.ts'
import { firstYearOfPlan, PLAN_NUMBER } from './plan-years.ts'

/** The year that a paper speaks in, and where it is read. */
export interface PaperYear {
  readonly value: number
  readonly source: FieldOrigin['source']
  readonly reason?: string
}

const YEAR = '(?:19|20)\\d{2}'
/** Years from one to another: 2031—2035年, （2031-2033）. */
const SPAN = new RegExp(`(${YEAR})年?\\s?[—–－~～至-]{1,2}\\s?${YEAR}(?=年|\\s?[）)])`)
/** 发展报告（2031）: a year alone in brackets closes a title. */
const IN_BRACKETS = new RegExp(`[（(](${YEAR})[）)]$`)
/** “十九五”教育规划, and the paper that issues it; reports on how one was carried out and proposals for one are of other years. */
const OF_PLAN = new RegExp(`[“"]?(${PLAN_NUMBER})五[”"]?(?!.*(?:情况|评估|总结|建议)).*规划`)
/** 2031年11月 alone on a line dates the cover or the foot of a paper. */
const MONTH_LINE = new RegExp(`^[（(]?(${YEAR})年(?:[1-9]|1[0-2])月[）)]?$`)
/** So many paragraphs at the beginning and at the end may hold the date of a paper. */
const MARGIN_BLOCKS = 12

/** Whether a title says that its paper plans several years: what it says of no year is to be done within these. */
export function plansSeveralYears(title: string): boolean {
  return SPAN.test(foldYears(title)) && !/报告|情况|总结/.test(title)
}

/** 2031年法治建设情况, 发展报告（2031）: a paper that tells of the one year that its title names, whenever it is given. Reports to a congress look back from their year. */
const OF_ITS_YEAR = new RegExp(
  `报告[（(]${YEAR}年?度?[）)]$|${YEAR}年(?!.*(?:会议|大会|${YEAR}年|计划|安排|要点)).*(?:年度报告|年报|情况|总结|白皮书|蓝皮书)`,
)

/** Whether a paper of no kind that is told apart reports on the year of its title. */
export function reportsOnYear({ kind, title }: Pick<DocumentMetadata, 'kind' | 'title'>): boolean {
  return kind === '其他' && OF_ITS_YEAR.test(foldYears(title))
}

/**
 * 今年 of a report on two years is the later one; a plan of several years speaks where they begin, or in the year of its date; a paper without a year in its title speaks in the
 * year of its date.
 */
export function findPaperYear(title: string | null, date: string | null, blocks: readonly Block[], file: string): PaperYear | null {
  return ofTitleAndDate(foldYears(title ?? ''), date) ?? ofMargins(blocks) ?? ofHeadings(blocks) ?? ofFileName(file)
}

function ofTitleAndDate(title: string, date: string | null): PaperYear | null {
  const dated = date === null ? null : { value: Number(date.slice(0, 4)), source: 'text' as const }
  const span = SPAN.exec(title)
  // A plan for 2021—2035 that is approved in 2024 speaks in 2024.
  if (span && (dated || plansSeveralYears(title))) return dated ?? { value: Number(span[1]), source: 'text', reason: '取自标题中规划期的起始年' }
  const bracketed = IN_BRACKETS.exec(title)?.[1]
  const inTitle = [...explicitYears(title), ...(bracketed === undefined ? [] : [Number(bracketed)])]
  if (inTitle.length > 0) return { value: Math.max(...inTitle), source: 'text' }
  if (dated) return dated
  const plan = OF_PLAN.exec(title)?.[1]
  if (plan !== undefined) return { value: firstYearOfPlan(plan), source: 'text', reason: '取自标题中规划期的起始年' }
  const congress = congressYear(title)
  return congress === null ? null : { value: congress, source: 'text', reason: '取自标题中大会的届次' }
}

function ofMargins(blocks: readonly Block[]): PaperYear | null {
  const year = [...blocks.slice(0, MARGIN_BLOCKS), ...blocks.slice(-MARGIN_BLOCKS)]
    .map(({ text }) => MONTH_LINE.exec(foldYears(text.replace(/\s+/g, '')))?.[1])
    .find((found) => found !== undefined)
  return year === undefined ? null : { value: Number(year), source: 'text' }
}

/** 到2035年 in a heading says how far a plan looks. */
function ofHeadings(blocks: readonly Block[]): PaperYear | null {
  const years = blocks
    .filter((block) => block.kind === 'heading' && block.mark !== null && block.mark.rank <= 4)
    .flatMap((block) => explicitYears(block.text))
  return years.length === 0 ? null : { value: Math.max(...years), source: 'text', reason: '取自正文一级标题中的年份' }
}

function ofFileName(file: string): PaperYear | null {
  const match = /(?<!\d)((?:19|20)\d{2})年/.exec(file) ?? /(?<![\dA-Za-z])((?:19|20)\d{2})(?![\dA-Za-z])/.exec(file)
  return match ? { value: Number(match[1]), source: 'file-name', reason: '取自文件名' } : null
}

/** The years that a heading is about; 2035年远景目标 says how far a plan looks. */
function explicitYears(text: string): number[] {
  return [...foldYears(text).matchAll(/(?<!\d)(?<![到至]\s?)((?:19|20)\d{2})(?=年(?!代|远景))/g)].map((match) => Number(match[1]))
}
