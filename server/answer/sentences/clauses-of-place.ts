import { splitClauseTexts } from './clause-window.ts'
import { leavesSubject } from './from-subject.ts'
import { namesPlace } from './told-of.ts'
import { CONTINUES } from './weigh-clauses.ts'

/** 圆满完成国家试点任务 leaves to the clause before what that is. */
const UNNAMED_TASK = /(?:完成|承担|启动|承接)了?(?:国家|省级?|自治区|市级?|全部|各项|上级)?[^，,；;、]{0,4}(?:任务|工作)[，,。；;]?\s*$/
/** 依托甲、乙两个机场， leaves open what is done. */
export const OPENS = /^\s*(?:依托|围绕|按照|立足|聚焦|针对|借助|对照|随着|凭借|锚定|紧扣|着眼|抢抓|以[^，,]{1,30}为(?!主))/

/**
 * The clauses of a sentence that are told of a place by one of its names, each with those that go on about it; what the sentence tells of others is left out.
 *
 * @param tells whether a clause that names the place tells what is asked for
 */
export function clausesOfPlace(sentence: string, names: readonly string[], tells: (clause: string) => boolean): string[] {
  const clauses = splitClauseTexts(sentence)
  const isNaming = (at: number): boolean => names.some((name) => namesPlace(clauses[at] ?? '', name))
  const stretches: { from: number; to: number }[] = []
  for (let at = 0; at < clauses.length; at += 1) {
    if (!isNaming(at)) continue
    const to = endOf(clauses, at)
    if (!tells(clauses.slice(at, to + 1).join(''))) continue
    const last = stretches.at(-1)
    if (last !== undefined && at <= last.to + 1) last.to = Math.max(last.to, to)
    else stretches.push({ from: startOf(clauses, at), to })
  }
  return stretches.map(({ from, to }) => trimmed(clauses.slice(from, to + 1).join('')))
}

/** The last clause that goes on about what the one at a place says. */
function endOf(clauses: readonly string[], at: number): number {
  let to = at
  const goesOn = (next: string): boolean => OPENS.test(clauses[to] ?? '') || leavesSubject(next) || CONTINUES.test(next)
  while (to + 1 < clauses.length && !/[；;]\s*$/.test(clauses[to] ?? '') && goesOn(clauses[to + 1] ?? '')) to += 1
  return to
}

/** The first clause that names what the one at a place is told of. */
function startOf(clauses: readonly string[], at: number): number {
  let from = at
  const leavesOpen = (clause: string): boolean => leavesSubject(clause) || UNNAMED_TASK.test(clause)
  while (from > 0 && leavesOpen(clauses[from] ?? '') && !/[；;]\s*$/.test(clauses[from - 1] ?? '')) from -= 1
  return from
}

function trimmed(text: string): string {
  return text
    .trim()
    .replace(/^[（(]?\d{1,2}[.．、）)](?!\d)\s*/, '')
    .replace(/[，,；;：:、。]$/, '')
}
