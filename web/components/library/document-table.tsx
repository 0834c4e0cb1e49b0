import type { DocumentListItem } from '../../../server/contract/documents.ts'
import { Link } from '../shell/link.tsx'

export function DocumentTable({ items }: { readonly items: readonly DocumentListItem[] }) {
  return (
    <ul class="document-rows" aria-label="文档">
      {items.map((item) => (
        <li key={item.id} class="document-row">
          <Link to={{ page: 'document', id: item.id, range: null }} class="document-title">
            {item.title}
          </Link>
          <p class="document-facts">
            <span class="tag">{item.kind}</span>
            {item.year !== null && <span>{item.year} 年</span>}
            {item.place !== null && <span>{item.place}</span>}
            {item.number !== null && <span>{item.number}</span>}
            {item.date !== null && <span>{item.date}</span>}
          </p>
          <p class="document-file">
            <span class="document-file-name">{item.file}</span>
            <span>{formatBytes(item.byteLength)}</span>
            <span>{item.sentenceCount.toLocaleString('zh-CN')} 句</span>
          </p>
        </li>
      ))}
    </ul>
  )
}

export function formatBytes(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`
  if (bytes < 1024 * 1024) return `${(bytes / 1024).toFixed(0)} KB`
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`
}
