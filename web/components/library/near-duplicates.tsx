import type { DocumentDetail } from '../../../server/contract/documents.ts'
import { bookTitle } from '../../citation/official-citation.ts'
import { Link } from '../shell/link.tsx'

const KINDS: Readonly<Record<string, string>> = { 'near-duplicate': '内容大体相同', 'excerpt-of': '摘录关系' }

export function NearDuplicates({ items }: { readonly items: DocumentDetail['nearDuplicates'] }) {
  if (items.length === 0) return <p class="near-duplicates muted">库中没有与它重复的文档。</p>
  return (
    <ul class="stack near-duplicates">
      {items.map(({ documentId, title, kind, share }) => (
        <li key={`${documentId}-${kind}`}>
          <Link to={{ page: 'document', id: documentId, range: null }}>{bookTitle(title)}</Link>
          <span class="muted">
            {KINDS[kind] ?? kind}，重合 {Math.round(share * 100)}%
          </span>
        </li>
      ))}
    </ul>
  )
}
