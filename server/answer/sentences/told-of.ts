import { sectionPath } from '../../../ingest/corpus/section-path.ts'
import type { SentenceRow } from '../../../ingest/index/library-snapshot.ts'
import { subjectBefore } from '../../../ingest/structure/sentence-context.ts'
import { splitClauseTexts } from './clause-window.ts'
import { tellsSizeInWords } from './told-in-words.ts'

/** Who is spoken of from here on: the whole, or another place at the beginning of a clause. */
const OF_WHOLE = /(?<![占居位列高快低慢于])[全我本][国省市区县州盟旗]|各[市县区州地]|(?<![占居])我国/
const OF_OTHER = /^\s*(?:其中|此外|而)?[，,]?\p{Script=Han}{2,6}(?:省|市(?!场)|县(?!域)|区(?!域)|州|盟|新区|经济圈|都市圈|城市群)/u
const AREA = /^[市州盟]?(?:经济圈|都市圈|城市群|经济带|经济区|新区)/
/** What a clause may begin with before it names its subject. */
const LEAD_IN =
  /^\s*(?:[（(]?[一二三四五六七八九十\d]+[）)]?[、.．是]|其中|支持|推动|推进|促进|加快|高水平|高质量|建设|发挥|强化|打造|实施|深化|做强|做优|壮大|提升|以|在|[“"])*\s*/
/** A subject goes on over so many clauses. */
const GOES_ON = 5
const FIGURE = /[\d０-９]/

/**
 * Whether what is quoted is told of a place by one of its names: its heading, its lead-in or its own clause names it, or a clause before it that begins with the name and that nothing
 * else comes after. Of a quote with figures one must be so, and none may be left that is told of the whole or of nobody; without figures the sentence tells.
 *
 * @param quoted stretches of the sentence, with ellipses between them
 */
export function isToldOf({ document, sentence }: SentenceRow, quoted: string, names: readonly string[]): boolean {
  const { sections, sentences, metadata } = document.document
  const holds = (text: string): boolean => names.some((name) => namesPlace(text, name))
  const around = [metadata.title, ...sectionPath(sections, sentence.section), subjectBefore(sentences, sentence)?.text ?? '']
  if (around.some(holds)) return true
  const clauses = splitClauseTexts(sentence.text)
  const told = quotedClauses(clauses, quoted)
  const figured = told.filter((at) => FIGURE.test(clauses[at] ?? '') || tellsSizeInWords(clauses[at] ?? ''))
  if (figured.length === 0) return holds(sentence.text)
  const subjects = figured.map((at) => subjectOf(clauses, at, holds))
  return subjects.includes('own') && !subjects.includes('none')
}

/** Whether a text names a place, not only an area that is called after it. */
export function namesPlace(text: string, name: string): boolean {
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) if (areaNamedAfter(text, at + name.length) === '') return true
  return false
}

/** The area called after the place whose name ends at an offset (某某|都市圈); empty where it is the place itself. */
export function areaNamedAfter(text: string, end: number): string {
  return AREA.exec(text.slice(end))?.[0] ?? ''
}

/** Of whom a clause is told: of the place, of another one that it names, or of nobody in particular. */
function subjectOf(clauses: readonly string[], at: number, holds: (text: string) => boolean): 'own' | 'other' | 'none' {
  const own = clauses[at] ?? ''
  if (holds(own)) return 'own'
  for (let i = at; i >= 0; i -= 1) {
    const clause = clauses[i] ?? ''
    if (i < at && /[；;]\s*$/.test(clause)) return 'none'
    if (i < at && (i === 0 || i >= at - GOES_ON) && isBegunBy(clause, holds)) return 'own'
    if (OF_WHOLE.test(clause)) return 'none'
    if (OF_OTHER.test(clause)) return 'other'
  }
  return 'none'
}

/** Whether a clause begins with the name: what follows is told of it. */
function isBegunBy(clause: string, holds: (text: string) => boolean): boolean {
  const begun = clause.replace(LEAD_IN, '').slice(0, LONGEST_NAME)
  return holds(begun)
}

const LONGEST_NAME = 8

/** The clauses that a quote takes up, by their places. */
function quotedClauses(clauses: readonly string[], quoted: string): number[] {
  const parts = quoted.split('……').map(bare)
  return clauses.flatMap((clause, at) => {
    const own = bare(clause)
    return own !== '' && parts.some((part) => part.includes(own) || (part !== '' && own.includes(part))) ? [at] : []
  })
}

function bare(text: string): string {
  return text.replace(/[\s，,；;：:。]/g, '')
}
