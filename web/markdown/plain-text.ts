import type { Block, Inline } from './markdown-ast.ts'

/** The words of an answer for the clipboard: marks kept as [n], bold dropped, list items led by a dash or their number. */
export function plainText(blocks: readonly Block[]): string {
  return blocks.map(blockText).join('\n\n')
}

function blockText(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return inlineText(block.children)
    case 'paragraph':
      return block.lines.map(inlineText).join('\n')
    case 'list':
      return block.items.map((item, index) => `${block.ordered ? `${block.start + index}. ` : '- '}${inlineText(item)}`).join('\n')
    case 'table':
      return [block.header, ...block.rows].map((row) => row.map(inlineText).join('\t')).join('\n')
  }
}

function inlineText(children: readonly Inline[]): string {
  return children.map((child) => (child.kind === 'text' ? child.text : child.kind === 'mark' ? `[${child.n}]` : inlineText(child.children))).join('')
}
