import { useEffect, useState } from 'preact/hooks'
import type { LibraryFilters } from '../../router/route.ts'
import { Choice } from '../shell/choice.tsx'
import { Icon } from '../shell/icon.tsx'

interface DocumentFiltersProps {
  readonly filters: LibraryFilters
  readonly kinds: readonly string[]
  readonly places: readonly string[]
  readonly years: readonly number[]
  readonly onChange: (filters: LibraryFilters) => void
}

const TYPING_MS = 250

export function DocumentFilters({ filters, kinds, places, years, onChange }: DocumentFiltersProps) {
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
          aria-label="搜索文档"
          placeholder="标题、文件名、文号、发布机关"
          maxLength={200}
          value={q}
          onInput={(event) => setQ(event.currentTarget.value)}
        />
      </label>
      <Choice label="年份" value={filters.year} options={years.map(String)} onChange={(year) => onChange({ ...filters, year })} />
      <Choice label="地区" value={filters.place} options={places} onChange={(place) => onChange({ ...filters, place })} />
      <Choice label="类型" value={filters.kind} options={kinds} onChange={(kind) => onChange({ ...filters, kind })} />
    </search>
  )
}
