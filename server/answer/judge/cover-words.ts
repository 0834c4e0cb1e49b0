import { STANDARD_INDICATORS } from '../../../ingest/facts/indicator-synonyms.ts'
import type { AnswerContext, Candidate } from '../context/answer-context.ts'
import { factsOfRow } from '../context/match-fact.ts'
import { type ContentWord, holdsWord, missingWords, sumShare } from '../find/content-words.ts'
import { splitClauseTexts } from '../sentences/clause-window.ts'
import { CONFIRMING_COSINE } from './confirming-cosine.ts'
import { isToldByDeed, MEASURES } from './measured-names.ts'
import type { Cover } from './objection.ts'

/** Words of the question that the library knows and the sentence does not hold may carry this much of it, unless meaning speaks for the sentence. */
const MAX_MISSING_HELD = 0.5
/** A question that asks for no figure may be told in other words more freely. */
const MAX_MISSING_HELD_LOOSE = 0.75
/** The official name of an indicator with this much of the question's weight must be there. */
const MAX_MISSING_NAMED = 0.3
/** A question none of whose words the library knows is answered by meaning from this cosine on; one of few words needs more. */
const MIN_COSINE = 0.2
const MIN_COSINE_FEW_WORDS = 0.38
const MIN_COSINE_ONE_WORD = 0.55
const FEW_WORDS = 2
const MOSTLY = 0.6

/** What is measured of a thing, by the last character of its name. */
const MEASURED = /[一-龥]{2}(?:量|额|率|值|费|价|积|收入|支出|利润|产能|里程|程度|资本|资产|负债|年龄|学历)$/

/** Of a sum that is paid, the rule that pays it is judged, not its name: 补贴多少钱. */
const PAID = /^(?:补贴|奖金)$/

/** Objects to sentences without the words of the question that tell what it is about, unless other words mean the same. */
export function createWordsCover(context: AnswerContext, words: readonly ContentWord[]): Cover {
  const { intent, wordings } = context
  const measures = [...new Set(intent.focus.filter((part) => part.weight === 1).flatMap((part) => part.text.match(MEASURES) ?? []))]
  const measured = measures.map((name) => ({ name, forms: [name, ...context.synonyms(name).flatMap(({ others }) => others)] }))
  const [only] = words
  // 奶产量 is no bare 产量, though a single character is no word of the question.
  const lone = words.length === 1 && only !== undefined && measures.includes(only.text) ? only.text : null
  const bare = lone !== null && !PAID.test(lone) && !hasHanBefore(intent.asked, lone) ? lone : null
  const whose = lone !== null && bare === null ? intent.asked.charAt(intent.asked.indexOf(lone) - 1) : ''
  const renamed = newWords(context, words)
  // 生产钾肥9万吨 tells its 产量, in a clause that names it.
  const isDone = (measure: string, { text }: Candidate): boolean =>
    splitClauseTexts(text).some((clause) => {
      const own = wordings.ofText(clause)
      return isToldByDeed(measure, clause) && words.every((word) => measure.includes(word.text) || holdsWord(wordings, own, word))
    })
  const unheldMeasure = intent.expected.kind === 'figure' ? words.find((word) => !word.held && MEASURED.test(word.text)) : undefined
  const tolerated = intent.expected.kind === 'figure' ? MAX_MISSING_HELD : MAX_MISSING_HELD_LOOSE
  return (candidate) => {
    const { row } = candidate.evidence
    const missing = missingWords(context, row, words)
    const told = wordings.ofRow(row)
    // 粮食总产 tells 粮食产量 without the word.
    const isTold = ({ name }: { readonly name: string }): boolean =>
      words.some((word) => word.named && word.text.includes(name) && !missing.includes(word))
    const measure = measured.find((one) => !holdsWord(wordings, told, one) && !isTold(one) && !isDone(one.name, candidate))
    if (measure !== undefined) return { missing: measure.name }
    // 销售额 is told by 销售超800亿元.
    const isBarelyTold = unheldMeasure && told.includes(unheldMeasure.text.replace(/(?<=..)[额量]$/, ''))
    if (unheldMeasure && !isBarelyTold && !isDone(unheldMeasure.text, candidate) && candidate.cosine < CONFIRMING_COSINE)
      return { missing: unheldMeasure.text }
    if (!told.includes(whose)) return { missing: `${whose}${lone ?? ''}` }
    if (bare !== null && !figureOf(bare, candidate, context)) return { missing: bare }
    if (renamed.length > 0 && candidate.cosine < CONFIRMING_COSINE && renamed.every((word) => missing.includes(word)))
      return { missing: nameWords(renamed) }
    const held = missing.filter((word) => word.held)
    const indicator = held.find((word) => word.named && word.share > MAX_MISSING_NAMED)
    if (indicator) return { missing: indicator.text }
    if (sumShare(held) > tolerated && candidate.cosine < CONFIRMING_COSINE) return { missing: nameWords(held) }
    const unheld = sumShare(missing.filter((word) => !word.held))
    return unheld >= MOSTLY && candidate.cosine < cosineNeeded(context, words, missing) ? { missing: nameWords(missing) } : null
  }
}

/** How near in meaning a sentence must be that lacks most of the question's words. */
function cosineNeeded({ intent }: AnswerContext, words: readonly ContentWord[], missing: readonly ContentWord[]): number {
  const isByNameAlone = intent.answerType === 'person' && missing.length === words.length
  const isBareName = missing.length === words.length && intent.focus.length === 1 && intent.focus[0]?.text === intent.asked
  if (words.length === 1 || isByNameAlone || isBareName) return MIN_COSINE_ONE_WORD
  return words.length <= FEW_WORDS ? MIN_COSINE_FEW_WORDS : MIN_COSINE
}

/** The words that a follow-up puts in the place of what was asked before (那清河港呢), where it names nothing else. */
function newWords({ intent }: AnswerContext, words: readonly ContentWord[]): readonly ContentWord[] {
  if (!intent.focus.some(({ weight }) => weight < 1) || !/^那?么?[^，,。？?]{2,12}呢[？?]?$/.test(intent.asked)) return []
  return words.filter(({ text, held }) => held && intent.focus.some((part) => part.weight === 1 && part.text.includes(text)))
}

/** Whether the word goes on from a character that may belong to it: 奶产量, but not 的产量. */
function hasHanBefore(text: string, word: string): boolean {
  return /[\p{Script=Han}](?<![的年市县区省州旗国总人])$/u.test(text.slice(0, text.indexOf(word)))
}

function nameWords(words: readonly ContentWord[]): string {
  return words.map((word) => word.text).join('、')
}

/** Whether a figure of the sentence is of the bare measure itself (人口), not of some part of it (受益人口). A rate is asked for by the end of its standard name (失业率). */
function figureOf(measure: string, candidate: Candidate, context: AnswerContext): boolean {
  const own = new RegExp(`^(?:总|全部|常住|户籍)?${measure}(?:总数|总量)?$`)
  const isStandardRate = (indicator: string): boolean => measure.endsWith('率') && indicator.endsWith(measure) && STANDARD_INDICATORS.has(indicator)
  return factsOfRow(context, candidate.evidence.row).some(({ indicator }) => own.test(indicator) || isStandardRate(indicator))
}
