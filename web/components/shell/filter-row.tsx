import { useEffect, useState } from 'preact/hooks'
import { Choice } from './choice.tsx'
import { Icon } from './icon.tsx'

/** What every list of the page is narrowed by. */
interface Filters {
  readonly q: string
  readonly year: string
  readonly place: string
  readonly kind: string
}

interface FilterRowProps<F extends Filters> {
  readonly filters: F
  readonly search: { readonly label: string; readonly placeholder: string; readonly maxLength: number }
  readonly years: readonly number[]
  readonly places: readonly string[]
  /** What the kinds of this list are called together: 类型, 类别. */
  readonly kindLabel: string
  readonly kinds: readonly (string | readonly [value: string, name: string])[]
  readonly onChange: (filters: F) => void
}

const TYPING_MS = 250

/** Words, year, place and kind over a list. Words apply when the typing pauses. */
export function FilterRow<F extends Filters>({ filters, search, years, places, kindLabel, kinds, onChange }: FilterRowProps<F>) {
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
          aria-label={search.label}
          placeholder={search.placeholder}
          maxLength={search.maxLength}
          value={q}
          onInput={(event) => setQ(event.currentTarget.value)}
        />
      </label>
      <Choice label="年份" value={filters.year} options={years.map(String)} onChange={(year) => onChange({ ...filters, year })} />
      <Choice label="地区" value={filters.place} options={places} onChange={(place) => onChange({ ...filters, place })} />
      <Choice label={kindLabel} value={filters.kind} options={kinds} onChange={(kind) => onChange({ ...filters, kind })} />
    </search>
  )
}
