import { Component } from 'preact'
import { useEffect, useMemo, useRef } from 'preact/hooks'
import { splitTextBlocks, type TextBlock } from '../../reader/text-blocks.ts'
import { type Decoration, type DecorationKind, splitRuns } from '../../reader/text-runs.ts'
import { scrollToOffset } from './scroll-to-offset.ts'

interface TextReaderProps {
  readonly text: string
  readonly decorations: readonly Decoration[]
  /** Where to scroll; a new object scrolls again. */
  readonly target: { readonly start: number } | null
}

const NONE: readonly Decoration[] = []

/**
 * The original text as it is, character for character. It is laid out in blocks that the browser skips while they are off the screen
 * (content-visibility), so that a document of a megabyte scrolls like a short one.
 */
export function TextReader({ text, decorations, target }: TextReaderProps) {
  const root = useRef<HTMLDivElement>(null)
  const blocks = useMemo(() => splitTextBlocks(text), [text])
  const shares = useMemo(() => shareOut(blocks, decorations), [blocks, decorations])
  useEffect(() => {
    return root.current && target ? scrollToOffset(root.current, target.start) : undefined
  }, [target, text])
  return (
    <div ref={root} class="reader" lang="zh-CN">
      {blocks.map((block, index) => (
        <ReaderBlock key={block.start} text={text} block={block} decorations={shares[index] ?? NONE} />
      ))}
    </div>
  )
}

/** The decorations of each block, those of the line break after it included; a block without any always gets the same empty array, so that it need not be drawn again. */
function shareOut(blocks: readonly TextBlock[], decorations: readonly Decoration[]): readonly (readonly Decoration[])[] {
  return blocks.map((block) => {
    const touching = decorations.filter(({ start, end }) => start <= block.end && end > block.start)
    return touching.length === 0 ? NONE : touching
  })
}

interface ReaderBlockProps {
  readonly text: string
  readonly block: TextBlock
  readonly decorations: readonly Decoration[]
}

class ReaderBlock extends Component<ReaderBlockProps> {
  override shouldComponentUpdate(next: ReaderBlockProps): boolean {
    return next.block !== this.props.block || !sameDecorations(next.decorations, this.props.decorations)
  }

  override render({ text, block, decorations }: ReaderBlockProps) {
    return (
      <div class="reader-block" data-start={block.start}>
        {block.paragraphs.map((paragraph) => (
          <p key={paragraph.start} class={isJoined(paragraph.end, decorations) ? 'joined-after' : undefined} data-start={paragraph.start}>
            {splitRuns(paragraph, decorations).map((run) => drawRun(text.slice(run.start, run.end), run.start, run.kinds))}
          </p>
        ))}
      </div>
    )
  }
}

/** Whether the line break at `lineEnd` was joined. It lies between two paragraphs and has no element of its own. */
function isJoined(lineEnd: number, decorations: readonly Decoration[]): boolean {
  return decorations.some(({ kind, start, end }) => kind === 'joined' && start <= lineEnd && lineEnd < end)
}

function drawRun(text: string, start: number, kinds: readonly DecorationKind[]) {
  if (kinds.length === 0) return text
  const className = kinds.map((kind) => `run-${kind}`).join(' ')
  const attributes = { key: start, class: className, 'data-start': start }
  return kinds.includes('highlight') ? <mark {...attributes}>{text}</mark> : <span {...attributes}>{text}</span>
}

function sameDecorations(a: readonly Decoration[], b: readonly Decoration[]): boolean {
  return (
    a.length === b.length && a.every((item, index) => item.kind === b[index]?.kind && item.start === b[index]?.start && item.end === b[index]?.end)
  )
}
