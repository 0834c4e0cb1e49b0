import type { OutlineEntry } from '../../../server/contract/documents.ts'

const DEEPEST_SHOWN = 5

/** The document's headings; pressing one brings it into view. */
export function Outline({ entries, onGo }: { readonly entries: readonly OutlineEntry[]; readonly onGo: (start: number) => void }) {
  if (entries.length === 0) return <p class="muted">没有识别到章节标题。</p>
  return (
    <ol class="outline">
      {entries.map(({ index, level, heading, start }) => (
        <li key={index} class={`outline-level-${Math.min(level, DEEPEST_SHOWN)}`}>
          <button type="button" onClick={() => onGo(start)}>
            {heading}
          </button>
        </li>
      ))}
    </ol>
  )
}
