import { foldText } from './fold-text.ts'
import { INDICATOR_SYNONYMS } from './indicator-synonyms.ts'

/** Abbreviations inside longer names: 规上工业利润 = 规模以上工业利润. */
const ABBREVIATIONS: readonly (readonly [RegExp, string])[] = [
  [/规上/g, '规模以上'],
  [/限上/g, '限额以上'],
  [/战新产业|战略新兴产业/g, '战略性新兴产业'],
  [/高新企业/g, '高新技术企业'],
  [/R&D/g, '研发'],
]

/** What 经济增长5% tells the growth of. No synonyms in running text, where 经济 stands for much else. */
const GROWING: readonly string[] = ['经济', '经济增长', '经济增速']
const PRODUCT = '地区生产总值'

const NOISE = /[\s“”"'《》「」]|\([^()]{0,20}\)/g

/** Maps an indicator's name as printed to the name under which equal indicators are grouped. */
export type IndicatorGrouping = (name: string) => string

/** A name that a user put into a group, or out of every group: then `group` is the name itself. */
export interface GroupedName {
  readonly name: string
  readonly group: string
}

/** A user's groups may name one another in a circle; so far a name is followed. */
const MAX_STEPS = 16

/**
 * Makes the grouping from the table of synonyms, the first name of each row being the canonical one. What a user `edited` outranks the table, and holds for whole
 * groups too: a group that is put into another one takes its names along.
 *
 * @example createIndicatorGrouping()('规上工业增加值') // '规模以上工业增加值'
 */
export function createIndicatorGrouping(edited: readonly GroupedName[] = []): IndicatorGrouping {
  const canonical = new Map<string, string>()
  for (const row of INDICATOR_SYNONYMS) for (const name of row) canonical.set(plainName(name), row[0] ?? name)
  for (const name of GROWING) canonical.set(name, PRODUCT)
  const moved = new Map(edited.map(({ name, group }) => [plainName(name), group]))
  return (name) => {
    const plain = plainName(name)
    let group = moved.get(plain) ?? byTable(plain, canonical)
    for (let step = 0; step < MAX_STEPS; step += 1) {
      const next = moved.get(plainName(group))
      if (next === undefined || next === group) break
      group = next
    }
    return group
  }
}

function byTable(plain: string, canonical: ReadonlyMap<string, string>): string {
  const known = canonical.get(plain)
  if (known !== undefined) return known
  let spelled = plain
  for (const [abbreviation, full] of ABBREVIATIONS) spelled = spelled.replace(abbreviation, full)
  return canonical.get(spelled) ?? spelled
}

/** A name as names are compared: without blanks, quotation marks and brackets. */
export function plainName(name: string): string {
  return foldText(name).replace(NOISE, '')
}

/** Names grouped: canonical name → the names as printed that belong to it, in order of first appearance. */
export function groupIndicators(names: Iterable<string>, group: IndicatorGrouping): Map<string, string[]> {
  const groups = new Map<string, string[]>()
  for (const name of names) {
    const key = group(name)
    const members = groups.get(key)
    if (!members) groups.set(key, [name])
    else if (!members.includes(name)) members.push(name)
  }
  return groups
}
