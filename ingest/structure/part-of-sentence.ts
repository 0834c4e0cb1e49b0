import type { ParsedDocument } from '../corpus/document.ts'
import type { DocumentMetadata } from '../corpus/metadata.ts'
import type { Section } from '../corpus/section.ts'
import type { Sentence } from '../corpus/sentence.ts'
import { foldYears } from './fold-years.ts'
import { reportsOnYear } from './paper-year.ts'
import { namesBothParts, tellsStanding } from './section-part.ts'
import { partByVerbs } from './verb-part.ts'

type Part = 'review' | 'plan'

/** Papers that say what is to be done, though their tables of tasks are full of 完成 and 建成. */
const DIRECTS: ReadonlySet<DocumentMetadata['kind']> = new Set(['通知', '意见', '方案', '办法'])

/** 5月8日，水网论坛在青江举行: a piece of news, whatever was called for there. */
const OPENS_NEWS = /^(?:(?:19|20)\d{2}\s?年)?\s?\d{1,2}\s?月\s?\d{1,2}\s?日(?:[上下]午|晚)?(?:[至—-][^，,。]{1,8})?[，,]/

/** Where a section that announces both turns to what is to be done. */
const TURN = /(?:“十[一二三四五六七]五”|今年|明年|今后|未来|第十[一二三四五六七]个五年)[^。]{0,30}(?:目标|要求|任务|纲要|规划|思路)/

/**
 * Whether a sentence tells what was done or what is to be done: as the heading above it says; in a section that announces both, by its place before or after
 * the turn; in a work report whose first headings say nothing, done before the first plan; else by the verbs of its top section. A plan is all plan, a bulletin
 * of statistics all review.
 */
export function createPartOf(document: ParsedDocument, metadata: DocumentMetadata): (sentence: Sentence) => Part | null {
  const { sections, sentences } = document
  const tops = sections.map((section) => topOf(section, sections))
  const texts = new Map<number, Sentence[]>()
  for (const sentence of sentences) {
    const top = tops[sentence.section] ?? 0
    const held = texts.get(top)
    if (held) held.push(sentence)
    else texts.set(top, [sentence])
  }
  const byVerbs = new Map([...texts].map(([top, held]) => [top, partByVerbs(held.map(({ text }) => text).join(''))]))
  const turns = new Map([...texts].flatMap(([top, held]) => (namesBothParts(sections[top]?.heading ?? '') ? [[top, turnOf(held)] as const] : [])))
  const ahead = turnsAhead(document)
  const firstPlan = metadata.kind === '政府工作报告' ? planAfterUnnamedReview(sections) : null
  const planFrom = metadata.kind === '政府工作报告' ? (firstPlanned(sections)?.index ?? null) : null
  const standing = new Set(sections.filter(({ heading }) => tellsStanding(heading)).map(({ index }) => index))
  const isYearly = reportsOnYear(metadata)
  const news = isNews(document, metadata)
  return ({ section, index }) => {
    const turned = ahead.get(section)
    const named = (turned !== undefined && index >= turned.from ? turned.part : sections[section]?.part) ?? null
    if (named === 'review' || named === 'plan') return named
    if (named === 'glossary') return null
    if (metadata.kind === '国民经济和社会发展计划') return 'plan'
    if (metadata.kind === '统计公报') return 'review'
    if (news) return null
    const top = tops[section] ?? 0
    const turn = turns.get(top) ?? null
    if (turn !== null) return index < turn ? 'review' : 'plan'
    if (firstPlan !== null && top > 0 && top < firstPlan) return 'review'
    const verbs = byVerbs.get(top) ?? null
    if (verbs === 'review' ? DIRECTS.has(metadata.kind) : isYearly) return null
    if (standing.has(section)) return null
    if (verbs !== 'plan' && top > 0 && metadata.kind === '政府工作报告' && isOfYear(sections[top], sections[section], verbs, metadata.year))
      return 'plan'
    return verbs ?? (planFrom !== null && isAhead(sections[top], planFrom) ? 'plan' : null)
  }
}

/** Whether a paper of no kind that is told apart begins with the day of what it tells. */
function isNews({ sentences }: ParsedDocument, { kind }: DocumentMetadata): boolean {
  return kind === '其他' && OPENS_NEWS.test(foldYears(sentences.find(({ role }) => role === 'body')?.text ?? ''))
}

/**
 * Whether headings say that what stands below them is of the year that a report is given in, when it is still to be done: a part whose verbs read as done, or an annex, which stands
 * behind the numbered parts under no number.
 */
function isOfYear(top: Section | undefined, own: Section | undefined, verbs: Part | null, year: number | null): boolean {
  const headings = verbs === 'review' ? [top] : top?.label === '' ? [top, own] : []
  return year !== null && headings.some((section) => section !== undefined && foldYears(section.heading).includes(`${year}年`))
}

/** 过去一年，某某工作取得新进展。 at the head of a paragraph that goes on with 新的一年，要…. */
const LOOKS_BACK = /^(?:过去的?一年|一年来|五年来)[，,]/
const LOOKS_AHEAD = /^(?:新的一年|今年|今后|未来|我们要|要)/

/** Where paragraphs that begin with what was done, in a part that does not look back, come to what is to be done; and the part that they then are of. */
function turnsAhead({ sections, sentences }: ParsedDocument): ReadonlyMap<number, { readonly from: number; readonly part: Section['part'] }> {
  const turns = new Map<number, { readonly from: number; readonly part: Section['part'] }>()
  for (const { text, section, index } of sentences) {
    const own = sections[section]
    if (own === undefined || own.parent === null || turns.has(section) || !LOOKS_AHEAD.test(text) || !LOOKS_BACK.test(own.heading)) continue
    const part = sections[own.parent]?.part ?? null
    if (part !== 'review') turns.set(section, { from: index, part })
  }
  return turns
}

function topOf(section: Section, sections: readonly Section[]): number {
  let at: Section | undefined = section
  while (at && at.level > 1 && at.parent !== null) at = sections[at.parent]
  return at?.index ?? 0
}

function turnOf(held: readonly Sentence[]): number | null {
  return held.find(({ text, role }) => role !== 'heading' && TURN.test(text))?.index ?? null
}

/** The first top section of a work report that plans, when no heading before it names a review: what was done stands before it all the same. */
function planAfterUnnamedReview(sections: readonly Section[]): number | null {
  const plan = firstPlanned(sections)
  if (!plan) return null
  return sections.some(({ index, part }) => index < plan.index && part === 'review') ? null : plan.index
}

function firstPlanned(sections: readonly Section[]): Section | null {
  const planned = sections.find(({ level, part, heading }) => level === 1 && part === 'plan' && /今年|\d{4}年|“?十[一二三四五六七]五”?/.test(heading))
  return planned ?? null
}

/** A numbered section behind the first plan goes on planning; annexes and what is said of the world do not. */
function isAhead(section: Section | undefined, planFrom: number): boolean {
  return section !== undefined && section.index > planFrom && section.label !== '' && !/外交|国际/.test(section.heading)
}
