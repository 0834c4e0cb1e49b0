import { useMemo } from 'preact/hooks'
import type { FactView, IndicatorComparison } from '../../../server/contract/indicators.ts'
import { type CitationActions, CitationActionsContext } from '../answer/citation-actions.ts'
import { CitationList } from '../answer/citation-list.tsx'
import { usePopover } from '../answer/use-popover.tsx'
import { ChartPanel } from './chart-panel.tsx'
import { ComparisonTable } from './comparison-table.tsx'
import { GroupPanel } from './group-panel.tsx'
import { TargetPairs } from './target-pairs.tsx'
import { useOpenSource } from './use-open-source.ts'

interface ComparisonViewProps {
  readonly comparison: IndicatorComparison
  readonly facts: readonly FactView[]
  /** The names that are taken for this indicator have changed. */
  readonly onRegroup: () => void
}

/** One indicator: names, table, chart, what became of its targets, and where all of it stands. */
export function ComparisonView({ comparison, facts, onRegroup }: ComparisonViewProps) {
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
  return (
    <CitationActionsContext.Provider value={actions}>
      <GroupPanel indicator={comparison.indicator} onChange={onRegroup} />
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
