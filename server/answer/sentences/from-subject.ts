import { splitClauseTexts } from './clause-window.ts'

/** A clause that leaves its subject to the one before it: 从2026年3公里增加到…, 占全县比重…, 同比增长…, 带动…. */
const LACKS_SUBJECT =
  /^\s*(?:(?:直接|间接|累计|预计|有效|共)?(?:带动|拉动|撬动)|[从由]\s?\d|占(?![比地])|[比较]上年|按(?:可比|不变|现行|当年)价格|扣除(?:价格|物价)|同比|年均增长|平均每年增长|增长\s?\d|增速|达到?\s?\d|下降\s?\d|提高\s?\d|分别(?:为|达|增长))/

/** Whether a clause leaves its subject to the one before it. */
export function leavesSubject(clause: string): boolean {
  return LACKS_SUBJECT.test(clause)
}

/** 增长8.4%和8% goes with the two amounts before it. */
const PAIR = /^[^，,；;]{0,10}(?:增长|下降|提高|增加|减少)(?:了)?\s?[\d０-９.．]+[%％]?\s?(?:和|、)\s?[\d０-９.．]+[%％]/
const NAMES_TWO = /[、和与及]|城乡|内外|分别/

/** Where the figures of two things are told together behind them and only the second one is quoted, the first one with it. */
function withBothOfPair(window: string, before: readonly string[], maxChars: number): string {
  const own = splitClauseTexts(window)
  const pair = own.findIndex((clause) => PAIR.test(clause))
  const first = before.at(-1) ?? ''
  const isHalf =
    pair > 0 &&
    own.slice(0, pair).filter((clause) => /[\d０-９]/.test(clause)).length === 1 &&
    !own.slice(0, pair).some((clause) => NAMES_TWO.test(clause))
  return isHalf && /[\d０-９]/.test(first) && /[，,、]$/.test(first) && first.length + window.length <= maxChars ? first + window : window
}

/** A quoted part of a sentence with the clauses before it that name its subject, where it begins without one. */
export function fromSubject(sentence: string, window: string, maxChars: number): string {
  const at = sentence.indexOf(window)
  if (at <= 0) return window
  const before = splitClauseTexts(sentence.slice(0, at))
  let text = withBothOfPair(window, before, maxChars)
  if (text === window && !LACKS_SUBJECT.test(window)) return window
  if (text !== window) before.pop()
  for (let i = before.length - 1; i >= 0 && LACKS_SUBJECT.test(text); i -= 1) {
    const clause = before[i] ?? ''
    if (/[；;]$/.test(clause) || clause.length + text.length > maxChars) break
    text = clause + text
  }
  return text.trim()
}
