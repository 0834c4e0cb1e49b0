import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import type { FactView } from '../../../server/contract/indicators.ts'
import { type ChartSeries, chartSeries, describeSeries } from '../../ledger/chart-series.ts'
import { useServices } from '../../services.ts'
import { useStore } from '../../state/use-store.ts'
import { useMediaQuery } from '../shell/use-media-query.ts'
import type { ChartColors } from './draw-chart.ts'

/** Target against result over the years, one place and measure at a time. */
export function ChartPanel({ facts }: { readonly facts: readonly FactView[] }) {
  const all = useMemo(() => chartSeries(facts), [facts])
  const [key, setKey] = useState('')
  const series = all.find((item) => item.key === key) ?? all[0]
  if (!series) return <p class="muted ledger-note">同一地区、同一口径只有一个数值，不画图。</p>
  return (
    <section class="stack ledger-part" aria-label="目标与实绩图">
      <div class="chart-head">
        <h2>目标与实绩</h2>
        {all.length > 1 ? (
          <select aria-label="图中的地区和口径" value={series.key} onChange={(event) => setKey(event.currentTarget.value)}>
            {all.map((item) => (
              <option key={item.key} value={item.key}>
                {seriesName(item)}
              </option>
            ))}
          </select>
        ) : (
          <span class="muted">{seriesName(series)}</span>
        )}
      </div>
      <Chart key={series.key} series={series} />
      {series.ambiguous && <p class="muted ledger-note">同一年有不止一个数值，图中画的是靠前的一个；全部数值见上表。</p>}
    </section>
  )
}

function seriesName({ place, measure }: ChartSeries): string {
  return `${place ?? '未注明地区'} · ${measure}`
}

function Chart({ series }: { readonly series: ChartSeries }) {
  const { theme } = useServices()
  const chosen = useStore(theme.theme)
  const systemDark = useMediaQuery('(prefers-color-scheme: dark)')
  const root = useRef<HTMLDivElement>(null)
  const [state, setState] = useState<'loading' | 'drawn' | 'failed'>('loading')
  useEffect(() => {
    let gone = false
    let remove: (() => void) | null = null
    // The chart library comes only to those who look at a chart.
    import('./draw-chart.ts').then(
      ({ drawChart }) => {
        if (gone || !root.current) return
        remove = drawChart(root.current, series, readColors(root.current))
        setState('drawn')
      },
      () => setState('failed'),
    )
    return () => {
      gone = true
      remove?.()
    }
  }, [series, chosen, systemDark])
  return (
    <figure class="boxed chart" role="img" aria-label={describeSeries(series)} aria-busy={state === 'loading'}>
      <p class="chart-legend" aria-hidden="true">
        <span class="chart-key chart-target">目标</span>
        <span class="chart-key chart-actual">实绩</span>
        {series.unit !== '' && <span>单位：{series.unit}</span>}
      </p>
      <div ref={root} class="chart-root" />
      {state === 'failed' && <p class="muted">图没有取到，请刷新页面重试；数值见上表。</p>}
    </figure>
  )
}

/** The legend's own colours, so that bars and legend cannot differ. */
function readColors(root: HTMLElement): ChartColors {
  const figure = root.parentElement ?? root
  const colorOf = (selector: string, property: 'color' | 'borderTopColor') => getComputedStyle(figure.querySelector(selector) ?? figure)[property]
  return {
    target: colorOf('.chart-target', 'borderTopColor'),
    actual: colorOf('.chart-actual', 'borderTopColor'),
    text: colorOf('.chart-legend', 'color'),
    line: getComputedStyle(figure).borderTopColor,
    font: `13px ${getComputedStyle(figure).fontFamily}`,
  }
}
