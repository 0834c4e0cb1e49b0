import { Link } from '../components/shell/link.tsx'
import { EmptyState } from '../components/shell/state-block.tsx'
import { useDocumentTitle } from '../components/shell/use-document-title.ts'

export function NotFoundPage({ path }: { readonly path: string }) {
  useDocumentTitle('没有这个页面')
  return (
    <main id="main" class="library-page" tabIndex={-1}>
      <EmptyState title="没有这个页面">
        <p>地址 {path} 不存在，可能输错了或已经失效。</p>
        <Link to={{ page: 'ask', conversationId: null }} class="button">
          回到问答
        </Link>
      </EmptyState>
    </main>
  )
}
