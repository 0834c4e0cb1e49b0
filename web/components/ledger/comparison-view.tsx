import { useMemo } from 'preact/hooks'
import type { FactView, IndicatorComparison } from '../../../server/contract/indicators.ts'
import { type CitationActions, CitationActionsContext } from '../answer/citation-actions.ts'
import { CitationList } from '../answer/citation-list.tsx'
import { usePopover } from '../answer/use-popover.tsx'
import { ChartPanel } from './chart-panel.tsx'
import { ComparisonTable } from './comparison-table.tsx'
import { TargetPairs } from './target-pairs.tsx'
import { useOpenSource } from './use-open-source.ts'

/** One indicator: table, chart, what became of its targets, and where all of it stands. */
export function ComparisonView({ comparison, facts }: { readonly comparison: IndicatorComparison; readonly facts: readonly FactView[] }) {
  const openSource = useOpenSource()
  const { popover, preview, endPreview, hide } = usePopover()
  const actions = useMemo(
    (): CitationActions => ({
      find: (n) => comparison.citations.find((citation) => citation.n === n),
      isStale: () => false,
      open(citation) {
        hide()
        openSource(citation)
      },
      preview,
      endPreview,
    }),
    [comparison, openSource, preview, endPreview, hide],
  )
  const otherNames = comparison.names.filter((name) => name !== comparison.indicator)
  return (
    <CitationActionsContext.Provider value={actions}>
      {otherNames.length > 0 && <p class="muted ledger-note">归入这一指标的写法：{otherNames.join('、')}</p>}
      {comparison.table.rows.length === 0 ? (
        <p class="muted ledger-note">这个指标的数值没有写明年份或目标、实绩，排不成对照表。</p>
      ) : (
        <ComparisonTable comparison={comparison} />
      )}
      <ChartPanel facts={facts} />
      <TargetPairs pairs={comparison.pairs} />
      <CitationList title="出处" citations={comparison.citations} numbered open={false} />
      {popover}
    </CitationActionsContext.Provider>
  )
}
