import { officialCitation } from '../answer/cite/official-citation.ts'
import type { BriefBody } from '../contract/briefs.ts'
import { headingLevel } from './heading-numbers.ts'

/** A brief as Markdown: sections, tables, conflicts, gaps, and every citation as a footnote. */
export function renderBriefMarkdown(brief: BriefBody): string {
  const parts = [`# ${escapeMarkdown(brief.title)}`]
  for (const { heading, statements } of brief.sections) {
    parts.push(
      `${'#'.repeat(headingLevel(heading) + 1)} ${escapeMarkdown(heading)}`,
      ...statements.map(({ text, citations }) => `${escapeMarkdown(text)}${marks(citations)}`),
    )
  }
  for (const { caption, columns, rows } of brief.tables) {
    const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`
    parts.push(
      `**${escapeMarkdown(caption)}**`,
      [
        line(columns.map(escapeCell)),
        line(columns.map(() => '---')),
        ...rows.map((cells) => line(cells.map((cell) => `${escapeCell(cell.text)}${marks(cell.citations)}`))),
      ].join('\n'),
    )
  }
  if (brief.conflicts.length > 0) parts.push('## 数据不一致之处', ...brief.conflicts.map(conflictLine))
  if (brief.gaps.length > 0) parts.push('## 缺口说明', ...brief.gaps.map((gap) => `- ${escapeMarkdown(gap)}`))
  const notes = brief.citations.map(
    (citation) => `[^${citation.n}]: ${escapeMarkdown(officialCitation(citation))}：“${escapeMarkdown(citation.quote)}”`,
  )
  return `${[...parts, notes.join('\n'), `> 索引指纹：${brief.indexFingerprint}`].join('\n\n')}\n`
}

function conflictLine({ indicator, year, place, values }: BriefBody['conflicts'][number]): string {
  const given = values.map(({ text, citations }) => `${escapeMarkdown(text)}${marks(citations)}`).join('；')
  return `- ${year === null ? '' : `${year}年`}${place ?? ''}${escapeMarkdown(indicator)}：${given}`
}

function marks(citations: readonly number[]): string {
  return citations.map((n) => `[^${n}]`).join('')
}

/** What Markdown would take for its own signs, and no tag of HTML gets through. */
function escapeMarkdown(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[\\`*_[\]<>#|]/g, (sign) => `\\${sign}`)
}

function escapeCell(text: string): string {
  return escapeMarkdown(text)
}
