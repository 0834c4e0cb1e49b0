import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'

/** A report that no government gave: `seed` decides its figures, `lines` its length. */
export function inventReport(seed: number, lines = 12): string {
  const year = 2030 + (seed % 9)
  const body = Array.from({ length: lines }, (_, at) => `第${at + 1}项工作完成投资${seed * 7 + at}.${at % 10}亿元，增长${(seed + at) % 13}%。`)
  return `${year}年青禾市政府工作报告\n\n各位代表：\n\n一、${year - 1}年工作回顾\n\n${body.join('\n')}\n\n二、${year}年工作安排\n\n力争完成投资${seed}亿元左右。终。\n`
}

/** A report of an invented province on the year before its own, `last`, and on what is to be done in its own, `plan`. */
export function inventYearlyReport(year: number, last: string, plan: string): string {
  return `青河省${year}年政府工作报告
——${year}年1月20日在青河省第九届人民代表大会第一次会议上
各位代表：
一、${year - 1}年工作回顾
${last}
二、${year}年工作安排
${plan}
`
}

/** Puts `count` reports of `lines` each into a folder. */
export function writeReports(folder: string, count: number, lines: number): void {
  mkdirSync(folder, { recursive: true })
  for (let seed = 0; seed < count; seed += 1) writeFileSync(path.join(folder, `r${seed}.txt`), inventReport(seed, lines))
}
