import UPlot from 'uplot'
import 'uplot/dist/uPlot.min.css'
import type { ChartSeries } from '../../ledger/chart-series.ts'

/** Colours as the style sheet has them for the present scheme; a canvas does not read custom properties. */
export interface ChartColors {
  readonly target: string
  readonly actual: string
  readonly text: string
  readonly line: string
  readonly font: string
}

const HEIGHT_PX = 230
const MAX_BAR_PX = 44
const LABEL_GAP_PX = 5

/**
 * Draws targets and results as bars side by side, a pair a year, each with its value. The one place that knows the chart library.
 *
 * @returns a function that takes the chart away
 */
export function drawChart(root: HTMLElement, series: ChartSeries, colors: ChartColors): () => void {
  const chart = new UPlot(options(series, colors, root.clientWidth), [[...series.years], [...series.targets], [...series.actuals]], root)
  const observer = new ResizeObserver(() => chart.setSize({ width: root.clientWidth, height: HEIGHT_PX }))
  observer.observe(root)
  return () => {
    observer.disconnect()
    chart.destroy()
  }
}

function options({ years, unit }: ChartSeries, colors: ChartColors, width: number): UPlot.Options {
  const [first = 0, last = 0] = [years[0], years.at(-1)]
  const series = (fill: string, align: 1 | -1): UPlot.Series => {
    const paths = UPlot.paths.bars?.({ size: [0.32, MAX_BAR_PX], align, gap: 2 })
    return { fill, stroke: fill, width: 0, points: { show: false }, ...(paths ? { paths } : {}) }
  }
  const axis: UPlot.Axis = { stroke: colors.text, font: colors.font, grid: { stroke: colors.line, width: 1 }, ticks: { show: false } }
  return {
    width,
    height: HEIGHT_PX,
    legend: { show: false },
    cursor: { show: false },
    scales: {
      x: { time: false, range: [first - 0.6, last + 0.6] },
      y: { range: (_, low, high) => withRoom(low, high) },
    },
    axes: [
      { ...axis, size: 34, grid: { show: false }, splits: [...years], values: (_, splits) => splits.map((year) => `${year}年`) },
      { ...axis, size: 64 },
    ],
    series: [{}, series(colors.target, -1), series(colors.actual, 1)],
    hooks: { draw: [(chart) => writeValues(chart, colors, unit === '%' ? unit : '')] },
  }
}

/** From zero, since bars are compared by their length, with room for the values above. */
function withRoom(low: number, high: number): [number, number] {
  const [floor, ceiling] = [Math.min(0, low), Math.max(0, high)]
  const room = (ceiling - floor || 1) * 0.16
  return [floor === 0 ? 0 : floor - room, ceiling + room]
}

/** The values at the ends of the bars, with `sign` behind them. Canvas pixels: the chart's own scale is in them. */
function writeValues(chart: UPlot, colors: ChartColors, sign: string): void {
  const { ctx } = chart
  const [xs, ...values] = chart.data
  const step = Math.abs(chart.valToPos(1, 'x', true) - chart.valToPos(0, 'x', true))
  const ratio = devicePixelRatio
  const shift = Math.min(step * 0.32, MAX_BAR_PX * ratio) / 2
  ctx.save()
  ctx.fillStyle = colors.text
  ctx.font = colors.font.replace(/^[\d.]+px/, (size) => `${Number.parseFloat(size) * ratio}px`)
  ctx.textAlign = 'center'
  values.forEach((column, side) => {
    column.forEach((value, index) => {
      const year = xs[index]
      if (typeof value !== 'number' || typeof year !== 'number') return
      const x = chart.valToPos(year, 'x', true) + (side === 0 ? -shift : shift)
      const y = chart.valToPos(value, 'y', true)
      ctx.textBaseline = value < 0 ? 'top' : 'bottom'
      ctx.fillText(`${value}${sign}`, x, y + (value < 0 ? LABEL_GAP_PX : -LABEL_GAP_PX) * ratio)
    })
  })
  ctx.restore()
}
