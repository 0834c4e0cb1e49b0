import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { FactList, FactView, IndicatorQuery } from '../../../server/contract/indicators.ts'
import { toFailure } from '../../api/api-failure.ts'
import { useServices } from '../../services.ts'
import { type Resource, useResource } from '../../state/use-resource.ts'

const PAGE = 100

interface FactPages {
  /** The first page. */
  readonly resource: Resource<FactList>
  /** All that was fetched so far, in the order of the ledger. */
  readonly items: readonly FactView[]
  readonly isLoadingMore: boolean
  readonly showMore: () => void
  readonly reload: () => void
}

/** The figures of a query page by page, as far as the reader wants to see them. A change of `key` begins anew. */
export function useFactPages(key: string, query: IndicatorQuery): FactPages {
  const { api, notices } = useServices()
  const { resource, reload } = useResource(key, () => api.listFacts({ ...query, limit: PAGE }), true)
  const first = resource.status === 'ready' ? resource.value : null
  const [more, setMore] = useState<{ readonly after: FactList | null; readonly items: readonly FactView[] }>({ after: null, items: [] })
  const [isLoadingMore, setLoadingMore] = useState(false)
  const later = more.after === first ? more.items : []
  const items = [...(first?.items ?? []), ...later]
  const current = useRef(first)
  useLayoutEffect(() => {
    current.current = first
  }, [first])

  const fetchMore = async (): Promise<void> => {
    setLoadingMore(true)
    try {
      const page = await api.listFacts({ ...query, limit: PAGE, offset: items.length })
      // The query may have changed while the page was on its way.
      if (current.current === first) setMore({ after: first, items: [...later, ...page.items] })
    } catch (error) {
      notices.show('failed', toFailure(error).message)
    } finally {
      setLoadingMore(false)
    }
  }
  return { resource, items, isLoadingMore, showMore: () => void fetchMore(), reload }
}
