import type { BriefList } from '../../../server/contract/briefs.ts'
import { Icon } from '../shell/icon.tsx'
import { Link } from '../shell/link.tsx'

type Item = BriefList['items'][number]

/** The kept briefs, newest first as the server gives them. */
export function BriefRows({ items, onRemove }: { readonly items: readonly Item[]; readonly onRemove: (item: Item) => void }) {
  return (
    <ul class="document-rows" aria-label="简报">
      {items.map((item) => (
        <li key={item.briefId} class="document-row brief-row">
          <div>
            <Link to={{ page: 'brief', id: item.briefId }} class="document-title">
              {item.title}
            </Link>
            {item.request !== item.title && <p class="brief-row-request">{item.request}</p>}
            <p class="document-file">
              <span>{new Date(item.updatedAt).toLocaleString('zh-CN', { dateStyle: 'long', timeStyle: 'short' })}</span>
              {item.version > 1 && <span>第 {item.version} 版</span>}
            </p>
          </div>
          <button type="button" class="icon-button" aria-label={`删除：${item.title}`} title="删除" onClick={() => onRemove(item)}>
            <Icon name="trash" />
          </button>
        </li>
      ))}
    </ul>
  )
}
