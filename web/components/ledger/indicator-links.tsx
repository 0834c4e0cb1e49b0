import type { LedgerOverview } from '../../../server/contract/indicators.ts'
import { WHOLE_LEDGER } from '../../router/route.ts'
import { Link } from '../shell/link.tsx'

/** The indicators with most to compare, with the number of their years, places and kinds. */
export function IndicatorLinks({ indicators }: { readonly indicators: LedgerOverview['indicators'] }) {
  const comparable = indicators.filter(({ cells }) => cells > 0)
  if (comparable.length === 0) return null
  return (
    <nav class="indicator-links" aria-label="按指标看">
      <span class="field-name">按指标看</span>
      {comparable.map(({ indicator, cells }) => (
        <Link key={indicator} to={{ page: 'indicators', filters: { ...WHOLE_LEDGER, name: indicator } }} class="indicator-link">
          {indicator}
          <span class="count" aria-hidden="true">
            {cells}
          </span>
        </Link>
      ))}
    </nav>
  )
}
