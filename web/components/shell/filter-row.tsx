import { useLayoutEffect, useState } from 'preact/hooks'
import { Choice } from './choice.tsx'
import { TYPING_MS } from './look-up-after-typing.ts'
import { SearchField } from './search-field.tsx'

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

/** Words, year, place and kind over a list. Words apply when the typing pauses. */
export function FilterRow<F extends Filters>({ filters, search, years, places, kindLabel, kinds, onChange }: FilterRowProps<F>) {
  const [q, setQ] = useState(filters.q)
  // Both before anything else can happen: an old timer would undo a choice that was just made, an old text what was just typed.
  useLayoutEffect(() => setQ(filters.q), [filters.q])
  useLayoutEffect(() => {
    if (q === filters.q) return
    const timer = setTimeout(() => onChange({ ...filters, q }), TYPING_MS)
    return () => clearTimeout(timer)
  }, [q, filters, onChange])
  return (
    <search class="document-filters">
      <SearchField {...search} value={q} onInput={setQ} />
      <Choice label="年份" value={filters.year} options={years.map(String)} onChange={(year) => onChange({ ...filters, year })} />
      <Choice label="地区" value={filters.place} options={places} onChange={(place) => onChange({ ...filters, place })} />
      <Choice label={kindLabel} value={filters.kind} options={kinds} onChange={(kind) => onChange({ ...filters, kind })} />
    </search>
  )
}
