import type { Range } from '../corpus/range.ts'
import type { Section, SectionPart } from '../corpus/section.ts'
import type { OffsetMap } from '../text/offset-map.ts'
import { type Block, LIST_OF_TERMS } from './blocks.ts'
import { sectionPart } from './section-part.ts'

/** The outline of a document, and for each block the section that it stands in. */
export interface Outline {
  readonly sections: readonly Section[]
  readonly sectionOfBlock: readonly number[]
}

interface OpenSection {
  readonly index: number
  readonly rank: number
}

interface Draft {
  readonly rank: number
  readonly label: string
  readonly heading: string
  readonly parent: number | null
  readonly level: number
  readonly startBlock: number
  endBlock: number
}

/** Headings without a number: these open an annex, whatever stands before them. */
const ANNEX = /^(?:附件\d*|附录|附表|附|名词解释|名词注释|有关名词解释|相关名词解释|注释|说明)[：:]?$/
/** Ranks beside those of `headingMark`: an annex, a title inside the text, a heading without a number, a run-in heading without a number. */
const RANK = { annex: 0, innerTitle: 0.5, yearPart: 3.5, outerUnnumbered: 4, innerUnnumbered: 8.5, runIn: 9 } as const
const YEAR_PART =
  /^(?:关于)?(?:(?:19|20)\d{2}年|今年|过去[一二三四五]年|下一步|[“"]?十[一二三四五六]五[”"]?时期)?[^，。：；]{0,12}(?:回顾|安排|部署|任务|打算|重点工作|主要工作|总体要求|执行情况|完成情况|计划|建议)(?:和[^，。：；]{2,10})?$/
const FIRST_OF_SERIES = /^一[、.．]/
/** So many headings without a number are the major ones of a document; more of them are a finer division. */
const MAX_MAJOR_UNNUMBERED = 2

/**
 * Builds the tree of sections with a stack: a heading closes every open section of its own or a finer rank, and a heading
 * without a number that runs into its paragraph heads that paragraph alone. Numbers are not required to run on, so that
 * double, missing and wrong numbers do no harm.
 */
export function buildOutline(blocks: readonly Block[], title: string, map: OffsetMap): Outline {
  const drafts: Draft[] = [{ rank: -1, label: '', heading: title, parent: null, level: 0, startBlock: 0, endBlock: blocks.length }]
  const stack: OpenSection[] = [{ index: 0, rank: -1 }]
  const unnumbered = blocks.filter((block) => block.kind === 'heading' && !block.mark).length
  const sectionOfBlock: number[] = []
  blocks.forEach((block, position) => {
    if (block.kind === 'heading' || block.kind === 'run-in' || isArticle(block)) {
      const rank = opensYearPart(blocks, position) ? RANK.yearPart : rankOf(block, unnumbered)
      while ((stack.at(-1)?.rank ?? -1) >= rank && stack.length > 1) closeSection(drafts, stack, position)
      const parent = stack.at(-1)?.index ?? 0
      const { label, heading } = splitHeading(block)
      drafts.push({ rank, label, heading, parent, level: stack.length, startBlock: position, endBlock: blocks.length })
      stack.push({ index: drafts.length - 1, rank })
    } else if (stack.at(-1)?.rank === RANK.runIn && block.kind !== 'item') closeSection(drafts, stack, position)
    sectionOfBlock.push(stack.at(-1)?.index ?? 0)
  })
  return { sections: finishSections(drafts, blocks, map), sectionOfBlock }
}

function closeSection(drafts: readonly Draft[], stack: OpenSection[], position: number): void {
  const closed = stack.pop()
  const draft = closed ? drafts[closed.index] : undefined
  if (draft) draft.endBlock = position
}

/** A numbered paragraph that is all text (第五条 …): a section with a label and no heading. */
function isArticle(block: Block): boolean {
  return block.kind === 'body' && /^第[〇零一二三四五六七八九十百\d]+条/.test(block.text)
}

/** 2031年工作安排 above 一、二、三、: a heading without a number that names a year's part of a report, and the series that begins anew below it. */
function opensYearPart(blocks: readonly Block[], position: number): boolean {
  const block = blocks[position]
  if (block?.kind !== 'heading' || block.mark || !YEAR_PART.test(block.text.replace(/\s+/g, ''))) return false
  const next = blocks.slice(position + 1).find((other) => other.kind === 'heading' || other.kind === 'run-in')
  return next?.mark?.rank === RANK.outerUnnumbered && FIRST_OF_SERIES.test(next.mark.label)
}

function rankOf(block: Block, unnumbered: number): number {
  if (block.mark) return block.mark.rank
  if (block.kind === 'run-in') return RANK.runIn
  if (ANNEX.test(block.text) || LIST_OF_TERMS.test(block.text.replace(/\s+/g, ''))) return RANK.annex
  if (isArticle(block)) return 4.5
  if (/\d{4}年.*(?:计划|报告|规划|方案)$/.test(block.text)) return RANK.innerTitle
  return unnumbered <= MAX_MAJOR_UNNUMBERED ? RANK.outerUnnumbered : RANK.innerUnnumbered
}

function splitHeading(block: Block): { label: string; heading: string } {
  if (isArticle(block)) return { label: /^第[^条]+条/.exec(block.text)?.[0] ?? '', heading: '' }
  const first = block.sentences[0]
  const text = block.kind === 'run-in' && first ? block.text.slice(0, first.end - first.start) : block.text
  const label = block.mark ? text.slice(0, block.mark.label.length) : ''
  return { label, heading: text.slice(label.length).replace(/[。！？；;]$/, '') }
}

function finishSections(drafts: readonly Draft[], blocks: readonly Block[], map: OffsetMap): Section[] {
  const sections: Section[] = []
  drafts.forEach((draft, index) => {
    const parent = draft.parent === null ? null : (sections[draft.parent] ?? null)
    const part: SectionPart | null = sectionPart(draft.heading, draft.level, parent?.part ?? null) ?? parent?.part ?? null
    const range = originalRange(blocks, draft.startBlock, draft.endBlock, map)
    sections.push({ index, level: draft.level, label: draft.label, heading: draft.heading, parent: draft.parent, range, part })
  })
  return sections
}

function originalRange(blocks: readonly Block[], from: number, to: number, map: OffsetMap): Range {
  const first = blocks[from]
  const last = blocks[to - 1]
  if (!first || !last || to <= from) return { start: 0, end: 0 }
  return map.toOriginal({ start: first.range.start, end: last.range.end })
}
