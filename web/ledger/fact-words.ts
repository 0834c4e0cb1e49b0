import type { FactView, TargetPair } from '../../server/contract/indicators.ts'

const ATTRIBUTES: Readonly<Record<string, string>> = {
  level: '数额',
  growth: '增速',
  change: '增减量',
  share: '占比',
  rate: '比率',
  rank: '位次',
  count: '数量',
  base: '基数',
  duration: '时长',
  spec: '规格',
}

/** What a figure says of its indicator, in Chinese. */
export function attributeName(attribute: string): string {
  return ATTRIBUTES[attribute] ?? attribute
}

export function kindName(kind: FactView['kind']): string {
  if (kind === null) return '未说明'
  return kind === 'target' ? '目标' : '实绩'
}

export function outcomeName(outcome: TargetPair['outcome']): string {
  if (outcome === 'not_stated') return '库中未见结果'
  return outcome === 'reached' ? '达到' : '未达到'
}

/** The figure as printed, led by the way it goes where that is part of what it says. */
export function figureText({ text, direction, attribute }: Pick<FactView, 'text' | 'direction' | 'attribute'>): string {
  const printed = text.replace(/\s+/g, '')
  if (direction === null || attribute === 'level') return printed
  return `${direction === 'up' ? '增长' : '下降'}${printed}`
}

/** Place, year, indicator and kind of figure, as a heading. */
export function factHeading({
  place,
  year,
  indicator,
  kind,
}: {
  readonly place: string | null
  readonly year: number | null
  readonly indicator: string
  readonly kind: FactView['kind']
}): string {
  return [place, year === null ? null : `${year}年`, `${indicator}${kind === null ? '' : `（${kindName(kind)}）`}`]
    .filter((part) => part !== null)
    .join(' · ')
}
