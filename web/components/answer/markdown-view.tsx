import { useMemo } from 'preact/hooks'
import type { Block, Inline } from '../../markdown/markdown-ast.ts'
import { parseMarkdown } from '../../markdown/parse-markdown.ts'
import { CitationMark } from './citation-mark.tsx'

/** An answer's Markdown as elements. Text only ever becomes text nodes. */
export function MarkdownView({ source }: { readonly source: string }) {
  const blocks = useMemo(() => parseMarkdown(source), [source])
  return (
    <div class="prose">
      {blocks.map((block, index) => (
        <BlockView key={index} block={block} />
      ))}
    </div>
  )
}

function BlockView({ block }: { readonly block: Block }) {
  switch (block.kind) {
    case 'heading':
      return (
        <p class="prose-heading">
          <InlineView nodes={block.children} />
        </p>
      )
    case 'paragraph':
      return (
        <p>
          {block.lines.map((line, index) => (
            <span key={index} class="prose-line">
              <InlineView nodes={line} />
            </span>
          ))}
        </p>
      )
    case 'list': {
      const items = block.items.map((item, index) => (
        <li key={index}>
          <InlineView nodes={item} />
        </li>
      ))
      return block.ordered ? <ol start={block.start}>{items}</ol> : <ul>{items}</ul>
    }
    case 'table':
      return <MarkdownTable block={block} />
  }
}

function MarkdownTable({ block }: { readonly block: Extract<Block, { kind: 'table' }> }) {
  return (
    <div class="table-scroll">
      <table>
        <thead>
          <tr>
            {block.header.map((cell, column) => (
              <th key={column} scope="col">
                <InlineView nodes={cell} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {block.rows.map((row, index) => (
            <tr key={index}>
              {row.map((cell, column) => (
                <td key={column}>
                  <InlineView nodes={cell} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function InlineView({ nodes }: { readonly nodes: readonly Inline[] }) {
  return (
    <>
      {nodes.map((node, index) => {
        if (node.kind === 'text') return node.text
        if (node.kind === 'mark') return <CitationMark key={index} n={node.n} />
        return (
          <strong key={index}>
            <InlineView nodes={node.children} />
          </strong>
        )
      })}
    </>
  )
}
