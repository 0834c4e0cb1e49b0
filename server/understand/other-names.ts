import { INDICATOR_SYNONYMS } from '../../ingest/facts/indicator-synonyms.ts'

/**
 * Short forms, foreign letters and everyday words that questions use for what papers write out. General usage all over China; nothing that belongs to one place or company.
 * The first name of a row is how papers write it.
 */
const SPOKEN_NAMES: readonly (readonly string[])[] = [
  ['规模以上', '规上'],
  ['限额以上', '限上'],
  ['战略性新兴产业', '战新产业'],
  ['国有企业', '国企', 'SOE'],
  ['民营企业', '民企'],
  ['研发', 'R&D', 'RD', '科研'],
  ['光伏', 'PV', '太阳能'],
  ['储能', 'ESS'],
  ['人工智能', 'AI'],
  ['新能源汽车', 'EV', '电动汽车', '电车'],
  ['本地', 'local'],
  ['目标', 'target', 'KPI'],
  ['增长', '增速', 'growth'],
  ['项目', 'project'],
  ['保交房', '保交楼'],
  ['高速铁路', '高铁', '动车'],
  ['城镇老旧小区', '老旧小区', '老小区'],
  ['电梯', '直梯'],
  ['幼儿园', '幼儿园'],
  ['公办园', '公办幼儿园'],
  ['财政收入', '财政总收入'],
]
/** So many other names are searched beside the one that was asked. */
const MAX_OTHERS = 4

/** Names of things in a text, each with other names of the same thing, e.g. GDP with 地区生产总值. */
export type SynonymFinder = (text: string) => readonly { readonly found: string; readonly others: readonly string[] }[]

/** Finds names of things in a text, longest first, with the other names of the same thing. */
export function createSynonymFinder(): SynonymFinder {
  const rows = [...INDICATOR_SYNONYMS, ...SPOKEN_NAMES]
  const names = rows.flatMap((row) => row.map((name) => ({ name, folded: fold(name), row }))).toSorted((a, b) => b.name.length - a.name.length)
  return (text) => {
    const found: { found: string; others: string[] }[] = []
    let rest = fold(text)
    for (const { name, folded, row } of names) {
      if (!holdsName(rest, folded)) continue
      const at = rest.indexOf(folded)
      found.push({ found: text.slice(at, at + name.length) || name, others: row.filter((other) => other !== name).slice(0, MAX_OTHERS) })
      rest = rest.replaceAll(folded, '\u0000'.repeat(folded.length))
    }
    return found
  }
}

function fold(text: string): string {
  return text.toLowerCase()
}

/** Latin abbreviations must stand alone; Han names may stand anywhere. */
function holdsName(text: string, name: string): boolean {
  const at = text.indexOf(name)
  if (at < 0) return false
  if (!/^[a-z&]+$/.test(name)) return true
  return !/[a-z]/.test(text[at - 1] ?? '') && !/[a-z]/.test(text[at + name.length] ?? '')
}

/** Abbreviations in Latin letters that a slip may have disarranged. */
export const LATIN_ABBREVIATIONS: readonly string[] = ['GDP', 'CPI', 'PPI', 'PMI', 'FDI']
