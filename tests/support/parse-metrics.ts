export interface Sample {
  readonly name: string
  readonly labels: Readonly<Record<string, string>>
  readonly value: number
}

export interface Family {
  readonly type: string
  readonly help: string
  readonly samples: readonly Sample[]
}

const LINE = /^([a-zA-Z_:][a-zA-Z0-9_:]*)(?:\{(.*)\})? (\S+)(?: (-?\d+))?$/
const LABEL = /([a-zA-Z_][a-zA-Z0-9_]*)="((?:[^"\\\n]|\\[\\"n])*)"(?:,|$)/y

/**
 * Reads Prometheus' text format 0.0.4 as strictly as its own checker: each family announced once before its samples, names and labels well formed, no sample twice,
 * histograms cumulative with a +Inf bucket that is their count.
 *
 * @throws {Error} with the line that is wrong
 */
export function parseMetrics(text: string): ReadonlyMap<string, Family> {
  if (!text.endsWith('\n')) throw new Error('the last line has no end')
  const families = new Map<string, { type: string; help: string; samples: Sample[] }>()
  const seen = new Set<string>()
  let current: string | null = null
  for (const line of text.split('\n')) {
    if (line === '') continue
    const [, what, name = '', rest = ''] = /^# (HELP|TYPE) (\S+) (.+)$/.exec(line) ?? []
    if (what === 'HELP') {
      if (families.has(name)) throw new Error(`announced twice: ${line}`)
      families.set(name, { type: 'untyped', help: rest, samples: [] })
      current = name
    } else if (what === 'TYPE') {
      const family = families.get(name)
      if (name !== current || !family || family.samples.length > 0) throw new Error(`TYPE out of place: ${line}`)
      if (!['counter', 'gauge', 'histogram', 'summary', 'untyped'].includes(rest)) throw new Error(`unknown type: ${line}`)
      family.type = rest
    } else {
      const family = current === null ? undefined : families.get(current)
      const sample = parseSample(line)
      if (!family || current === null || !belongs(sample.name, current, family.type)) throw new Error(`sample of no announced family: ${line}`)
      const key = line.slice(0, line.lastIndexOf(' '))
      if (seen.has(key)) throw new Error(`sample twice: ${line}`)
      seen.add(key)
      family.samples.push(sample)
    }
  }
  for (const [name, { type, samples }] of families) if (type === 'histogram') checkHistogram(name, samples)
  return families
}

function parseSample(line: string): Sample {
  const [, name = '', labelText = '', printed = ''] = LINE.exec(line) ?? []
  const value = printed === '+Inf' ? Number.POSITIVE_INFINITY : printed === 'Nan' || printed === 'NaN' ? Number.NaN : Number(printed)
  if (name === '' || (Number.isNaN(value) && !/^nan$/i.test(printed))) throw new Error(`no sample: ${line}`)
  const labels: Record<string, string> = {}
  LABEL.lastIndex = 0
  while (LABEL.lastIndex < labelText.length) {
    const at = LABEL.lastIndex
    const [, label = '', text = ''] = LABEL.exec(labelText) ?? []
    if (label === '' || Object.hasOwn(labels, label)) throw new Error(`bad labels at ${at}: ${line}`)
    labels[label] = text
  }
  return { name, labels, value }
}

function belongs(sample: string, family: string, type: string): boolean {
  if (sample === family) return type !== 'histogram'
  return (type === 'histogram' || type === 'summary') && [`${family}_bucket`, `${family}_sum`, `${family}_count`].includes(sample)
}

function checkHistogram(name: string, samples: readonly Sample[]): void {
  const series = new Map<string, { below: number; inf: number | null; count: number | null }>()
  for (const { name: sample, labels, value } of samples) {
    const { le, ...others } = labels
    const key = JSON.stringify(Object.entries(others).toSorted())
    const state = series.get(key) ?? { below: 0, inf: null, count: null }
    series.set(key, state)
    if (sample.endsWith('_bucket')) {
      if (value < state.below) throw new Error(`${name} is not cumulative at ${key} ${le}`)
      state.below = value
      if (le === '+Inf') state.inf = value
    } else if (sample.endsWith('_count')) state.count = value
  }
  for (const [key, { inf, count }] of series)
    if (inf === null || inf !== count) throw new Error(`${name}${key}: +Inf ${inf} is not the count ${count}`)
}
