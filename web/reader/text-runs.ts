import type { Paragraph } from './text-blocks.ts'

export type DecorationKind = 'highlight' | 'heading' | 'joined' | 'dropped'

/** Something to be shown on a range of the original text. */
export interface Decoration {
  readonly kind: DecorationKind
  readonly start: number
  readonly end: number
}

/** Characters that look the same: the innermost pieces that a paragraph is drawn from. */
export interface TextRun {
  readonly start: number
  readonly end: number
  readonly kinds: readonly DecorationKind[]
}

/** Cuts a paragraph at the borders of the decorations that touch it. The runs tile the paragraph. */
export function splitRuns(paragraph: Paragraph, decorations: readonly Decoration[]): TextRun[] {
  const touching = decorations.filter(({ start, end }) => start < paragraph.end && end > paragraph.start)
  const borders = new Set([paragraph.start, paragraph.end])
  for (const { start, end } of touching) {
    borders.add(Math.max(start, paragraph.start))
    borders.add(Math.min(end, paragraph.end))
  }
  const sorted = [...borders].sort((a, b) => a - b)
  return sorted.slice(1).map((end, index) => {
    const start = sorted[index] ?? paragraph.start
    const kinds = touching.filter((decoration) => decoration.start <= start && decoration.end >= end).map(({ kind }) => kind)
    return { start, end, kinds: [...new Set(kinds)] }
  })
}
