import { useEffect, useState } from 'preact/hooks'
import type { LedgerFilters } from '../../router/route.ts'
import { Choice } from '../shell/choice.tsx'
import { Icon } from '../shell/icon.tsx'

interface FactFiltersProps {
  readonly filters: LedgerFilters
  readonly years: readonly number[]
  readonly places: readonly string[]
  readonly onChange: (filters: LedgerFilters) => void
}

const TYPING_MS = 250

export function FactFilters({ filters, years, places, onChange }: FactFiltersProps) {
  const [q, setQ] = useState(filters.q)
  useEffect(() => setQ(filters.q), [filters.q])
  useEffect(() => {
    if (q === filters.q) return
    const timer = setTimeout(() => onChange({ ...filters, q }), TYPING_MS)
    return () => clearTimeout(timer)
  }, [q, filters, onChange])
  return (
    <search class="document-filters">
      <label class="search-field">
        <Icon name="search" />
        <input
          type="search"
          aria-label="搜索指标"
          placeholder="指标名称或其中几个字"
          maxLength={80}
          value={q}
          onInput={(event) => setQ(event.currentTarget.value)}
        />
      </label>
      <Choice label="年份" value={filters.year} options={years.map(String)} onChange={(year) => onChange({ ...filters, year })} />
      <Choice label="地区" value={filters.place} options={places} onChange={(place) => onChange({ ...filters, place })} />
      <Choice
        label="类别"
        value={filters.kind}
        options={[
          ['target', '目标'],
          ['actual', '实绩'],
        ]}
        onChange={(kind) => onChange({ ...filters, kind })}
      />
    </search>
  )
}
