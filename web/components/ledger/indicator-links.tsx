import { useMemo } from 'preact/hooks'
import type { FactView } from '../../../server/contract/indicators.ts'
import { countIndicators } from '../../ledger/count-indicators.ts'
import { WHOLE_LEDGER } from '../../router/route.ts'
import { Link } from '../shell/link.tsx'

const MOST_SHOWN = 14

/** The indicators with most to compare among some facts. */
export function IndicatorLinks({ facts }: { readonly facts: readonly FactView[] }) {
  const counts = useMemo(() => countIndicators(facts, MOST_SHOWN), [facts])
  if (counts.length === 0) return null
  return (
    <nav class="indicator-links" aria-label="按指标看">
      <span class="field-name">按指标看</span>
      {counts.map(({ indicator, facts: count }) => (
        <Link key={indicator} to={{ page: 'indicators', filters: { ...WHOLE_LEDGER, name: indicator } }} class="indicator-link">
          {indicator}
          <span class="count" aria-hidden="true">
            {count}
          </span>
        </Link>
      ))}
    </nav>
  )
}
