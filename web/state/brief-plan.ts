import type { BriefPlanEdits, BriefPreview } from '../../server/contract/briefs.ts'

/** A line of the outline as the user has it before the brief is written. */
export type PlanLine = BriefPreview['outline'][number]

/** The outline with one line renamed; a blank name changes nothing. */
export function renameLine(lines: readonly PlanLine[], index: number, heading: string): PlanLine[] {
  const name = heading.trim()
  return lines.map((line, i) => (i === index && name !== '' ? { ...line, heading: name } : line))
}

/** The outline without a line and what stands under it. */
export function removeLine(lines: readonly PlanLine[], index: number): PlanLine[] {
  const end = endOf(lines, index)
  return lines.filter((_, i) => i < index || i >= end)
}

/** Moves a line, with what stands under it, before or behind its neighbour of the same level; unchanged where there is none. */
export function moveLine(lines: readonly PlanLine[], index: number, step: -1 | 1): PlanLine[] {
  const own = lines[index]
  const end = endOf(lines, index)
  if (!own) return [...lines]
  const moved = lines.slice(index, end)
  if (step > 0) {
    if (lines[end]?.level !== own.level) return [...lines]
    const to = endOf(lines, end)
    return [...lines.slice(0, index), ...lines.slice(end, to), ...moved, ...lines.slice(to)]
  }
  let before = index - 1
  while (before >= 0 && (lines[before]?.level ?? 0) > own.level) before -= 1
  if (lines[before]?.level !== own.level) return [...lines]
  return [...lines.slice(0, before), ...moved, ...lines.slice(before, index), ...lines.slice(end)]
}

/** One past the last line under a line. */
function endOf(lines: readonly PlanLine[], index: number): number {
  const level = lines[index]?.level ?? 0
  let end = index + 1
  while (end < lines.length && (lines[end]?.level ?? 0) > level) end += 1
  return end
}

/** What is sent with the request: the outline only where it was changed, since the server makes it anew when topics or years change. */
export function outlineEdits(shown: readonly PlanLine[], lines: readonly PlanLine[]): Pick<BriefPlanEdits, 'outline'> {
  const isSame = shown.length === lines.length && lines.every((line, i) => line.key === shown[i]?.key && line.heading === shown[i]?.heading)
  return isSame ? {} : { outline: lines.map(({ key, heading }) => ({ key, heading })) }
}
