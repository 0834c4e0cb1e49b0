import { useCallback } from 'preact/hooks'
import type { IndicatorQuery, LedgerOverview } from '../../server/contract/indicators.ts'
import { ComparisonView } from '../components/ledger/comparison-view.tsx'
import { DownloadTable } from '../components/ledger/download-table.tsx'
import { FactTable } from '../components/ledger/fact-table.tsx'
import { IndicatorLinks } from '../components/ledger/indicator-links.tsx'
import { LedgerLayout } from '../components/ledger/ledger-layout.tsx'
import { useFactPages } from '../components/ledger/use-fact-pages.ts'
import { FilterRow } from '../components/shell/filter-row.tsx'
import { Link } from '../components/shell/link.tsx'
import { EmptyState, ErrorState, Skeleton } from '../components/shell/state-block.tsx'
import { useDocumentTitle } from '../components/shell/use-document-title.ts'
import { listManyFacts } from '../ledger/list-many-facts.ts'
import { formatRoute, type LedgerFilters, NO_FILTERS, WHOLE_LEDGER } from '../router/route.ts'
import { useServices } from '../services.ts'
import { useResource } from '../state/use-resource.ts'
import { useStore } from '../state/use-store.ts'

const SEARCH = { label: '搜索指标', placeholder: '指标名称或其中几个字', maxLength: 80 }
const KINDS = [
  ['target', '目标'],
  ['actual', '实绩'],
] as const

/** 指标: the ledger as a list of figures, or one indicator over years and places. */
export function IndicatorsPage({ filters }: { readonly filters: LedgerFilters }) {
  useDocumentTitle(filters.name === '' ? '指标' : filters.name)
  return filters.name === '' ? <Ledger filters={filters} /> : <Indicator key={filters.name} name={filters.name} />
}

function Ledger({ filters }: { readonly filters: LedgerFilters }) {
  const { api, router, libraryVersion } = useServices()
  const version = useStore(libraryVersion)
  const query = toQuery(filters)
  const key = `${version} ${formatRoute({ page: 'indicators', filters })}`
  const { resource, items, isLoadingMore, showMore, reload } = useFactPages(key, query)
  const { resource: overview } = useResource(key, () => api.ledgerOverview(query), true)
  const { years, places, indicators } = overview.status === 'ready' ? overview.value : NOTHING_TO_CHOOSE
  const change = useCallback((next: LedgerFilters) => router.go({ page: 'indicators', filters: next }, { replace: true }), [router])
  const total = resource.status === 'ready' ? resource.value.total : 0
  return (
    <LedgerLayout
      view="indicators"
      title="指标"
      lead="文库里的每个目标和实绩，按文件和原文的先后排列；点数值看原文，点名称看历年、各地对照。"
      actions={total > 0 ? <DownloadTable load={(format) => api.exportFacts(query, format)} /> : null}
    >
      <FilterRow filters={filters} search={SEARCH} years={years} places={places} kindLabel="类别" kinds={KINDS} onChange={change} />
      {resource.status === 'loading' && <Skeleton lines={10} label="正在取指标" />}
      {resource.status === 'failed' && <ErrorState title="取不到指标台账" failure={resource.failure} onRetry={reload} />}
      {resource.status === 'ready' && total === 0 && (
        <NoFacts filtered={formatRoute({ page: 'indicators', filters }) !== '/indicators'} onClear={() => change(WHOLE_LEDGER)} />
      )}
      {resource.status === 'ready' && total > 0 && (
        <>
          <IndicatorLinks indicators={indicators} />
          <p class="muted result-count" role="status">
            共 {total.toLocaleString('zh-CN')} 个数值
          </p>
          <FactTable facts={items} />
          {items.length < total && (
            <button type="button" class="button" disabled={isLoadingMore} onClick={showMore}>
              {isLoadingMore ? '正在取…' : `显示更多（已显示 ${items.length.toLocaleString('zh-CN')} 个）`}
            </button>
          )}
        </>
      )}
    </LedgerLayout>
  )
}

const NOTHING_TO_CHOOSE: Pick<LedgerOverview, 'years' | 'places' | 'indicators'> = { years: [], places: [], indicators: [] }

function NoFacts({ filtered, onClear }: { readonly filtered: boolean; readonly onClear: () => void }) {
  if (filtered) {
    return (
      <EmptyState title="没有符合条件的指标">
        <button type="button" class="button" onClick={onClear}>
          清除条件
        </button>
      </EmptyState>
    )
  }
  return (
    <EmptyState title="台账还是空的">
      <p>
        文库里还没有带数字的目标或实绩。请先到<Link to={{ page: 'documents', filters: NO_FILTERS }}>文库</Link>上传报告、计划一类的文件。
      </p>
    </EmptyState>
  )
}

function Indicator({ name }: { readonly name: string }) {
  const { api, libraryVersion } = useServices()
  const version = useStore(libraryVersion)
  const load = async () => {
    const [comparison, facts] = await Promise.all([api.compareIndicator(name), listManyFacts(api, { name })])
    return { comparison, facts: facts.items.filter(({ indicator }) => indicator === comparison.indicator) }
  }
  const { resource, reload } = useResource(`${version} ${name}`, load, true)
  return (
    <LedgerLayout
      view="indicators"
      title={resource.status === 'ready' ? resource.value.comparison.indicator : name}
      lead={null}
      back
      actions={resource.status === 'ready' ? <DownloadTable load={(format) => api.exportComparison(name, format)} /> : null}
    >
      {resource.status === 'loading' && <Skeleton lines={8} label="正在取指标" />}
      {resource.status === 'failed' && <ErrorState title="打不开这个指标" failure={resource.failure} onRetry={reload} />}
      {resource.status === 'ready' && <ComparisonView comparison={resource.value.comparison} facts={resource.value.facts} onRegroup={reload} />}
    </LedgerLayout>
  )
}

/** Filters as the server takes them; what an address names and the server would refuse is left out. */
function toQuery({ q, year, place, kind }: LedgerFilters): IndicatorQuery {
  return {
    ...(q.trim() === '' ? {} : { name: q.trim() }),
    ...(/^(19\d\d|20\d\d|2100)$/.test(year) ? { year: Number(year) } : {}),
    ...(place === '' ? {} : { place }),
    ...(kind === 'target' || kind === 'actual' ? { kind } : {}),
  }
}
