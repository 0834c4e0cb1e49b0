import { useCallback, useMemo, useState } from 'preact/hooks'
import type { FactView, IndicatorQuery } from '../../server/contract/indicators.ts'
import { ComparisonView } from '../components/ledger/comparison-view.tsx'
import { DownloadCsv } from '../components/ledger/download-csv.tsx'
import { FactTable } from '../components/ledger/fact-table.tsx'
import { IndicatorLinks } from '../components/ledger/indicator-links.tsx'
import { LedgerLayout } from '../components/ledger/ledger-layout.tsx'
import { FilterRow } from '../components/shell/filter-row.tsx'
import { Link } from '../components/shell/link.tsx'
import { EmptyState, ErrorState, Skeleton } from '../components/shell/state-block.tsx'
import { useDocumentTitle } from '../components/shell/use-document-title.ts'
import { listManyFacts } from '../ledger/list-many-facts.ts'
import { formatRoute, type LedgerFilters, NO_FILTERS, WHOLE_LEDGER } from '../router/route.ts'
import { useServices } from '../services.ts'
import { useResource } from '../state/use-resource.ts'
import { useStore } from '../state/use-store.ts'

const PAGE = 50
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
  const [limit, setLimit] = useState(PAGE)
  const query = toQuery(filters)
  const { resource, reload } = useResource(`${version} ${formatRoute({ page: 'indicators', filters })}`, () => listManyFacts(api, query), true)
  const { resource: all } = useResource(`${version}`, () => listManyFacts(api, {}), true)
  const choices = useMemo(() => listChoices(all.status === 'ready' ? all.value.items : []), [all])
  const change = useCallback(
    (next: LedgerFilters) => {
      setLimit(PAGE)
      router.go({ page: 'indicators', filters: next }, { replace: true })
    },
    [router],
  )
  return (
    <LedgerLayout
      view="indicators"
      title="指标"
      lead="文库里的每个目标和实绩，按年份、地区排好；点数值看原文。"
      actions={<DownloadCsv load={() => api.exportFacts(query)} />}
    >
      <FilterRow filters={filters} search={SEARCH} {...choices} kindLabel="类别" kinds={KINDS} onChange={change} />
      {resource.status === 'loading' && <Skeleton lines={10} label="正在取指标" />}
      {resource.status === 'failed' && <ErrorState title="取不到指标台账" failure={resource.failure} onRetry={reload} />}
      {resource.status === 'ready' && resource.value.total === 0 && (
        <NoFacts filtered={formatRoute({ page: 'indicators', filters }) !== '/indicators'} onClear={() => change(WHOLE_LEDGER)} />
      )}
      {resource.status === 'ready' && resource.value.total > 0 && (
        <>
          <IndicatorLinks facts={resource.value.items} />
          <p class="muted result-count" role="status">
            共 {resource.value.total.toLocaleString('zh-CN')} 个数值
          </p>
          <FactTable facts={resource.value.items.slice(0, limit)} />
          <More shown={limit} loaded={resource.value.items.length} total={resource.value.total} onMore={() => setLimit(limit + PAGE * 2)} />
        </>
      )}
    </LedgerLayout>
  )
}

function More({
  shown,
  loaded,
  total,
  onMore,
}: {
  readonly shown: number
  readonly loaded: number
  readonly total: number
  readonly onMore: () => void
}) {
  if (shown < loaded) {
    return (
      <button type="button" class="button" onClick={onMore}>
        显示更多
      </button>
    )
  }
  return loaded < total ? <p class="muted ledger-note">只显示前 {loaded} 个，请用上面的条件缩小范围，或下载表格看全部。</p> : null
}

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
  const { resource, reload } = useResource(`${version} ${name}`, async () => {
    const [comparison, facts] = await Promise.all([api.compareIndicator(name), listManyFacts(api, { name })])
    return { comparison, facts: facts.items.filter(({ indicator }) => indicator === comparison.indicator) }
  })
  return (
    <LedgerLayout
      view="indicators"
      title={resource.status === 'ready' ? resource.value.comparison.indicator : name}
      lead={null}
      back
      actions={resource.status === 'ready' ? <DownloadCsv load={() => api.exportComparison(name)} /> : null}
    >
      {resource.status === 'loading' && <Skeleton lines={8} label="正在取指标" />}
      {resource.status === 'failed' && (
        <ErrorState title="打不开这个指标" failure={resource.failure} {...(resource.failure.status === 404 ? {} : { onRetry: reload })} />
      )}
      {resource.status === 'ready' && <ComparisonView comparison={resource.value.comparison} facts={resource.value.facts} />}
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

function listChoices(facts: readonly FactView[]) {
  return {
    years: [...new Set(facts.flatMap(({ year }) => year ?? []))].sort((a, b) => b - a),
    places: [...new Set(facts.flatMap(({ place }) => place ?? []))].sort((a, b) => a.localeCompare(b, 'zh-CN')),
  }
}
