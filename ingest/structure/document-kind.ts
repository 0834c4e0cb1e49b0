import type { DocumentKind } from '../corpus/metadata.ts'

const RULES: readonly { readonly kind: DocumentKind; readonly pattern: RegExp }[] = [
  { kind: '政府工作报告', pattern: /政府工作(?:的)?报告/ },
  { kind: '计划执行情况报告', pattern: /计划.*执行情况/ },
  { kind: '预算执行情况报告', pattern: /预算.*(?:执行情况|草案)|决算/ },
  { kind: '五年规划', pattern: /五年(?:发展)?规划|规划纲要|[一二三四五六七八九十]+五[”"’]?.*规划/ },
  { kind: '国民经济和社会发展计划', pattern: /国民经济和社会发展(?:年度)?计划/ },
  { kind: '统计公报', pattern: /统计公报/ },
  { kind: '党代会报告', pattern: /党.*代表大会.*报告|(?:中国共产党|党).*(?:大会|代表大会).*报告/ },
  { kind: '通知', pattern: /通知$/ },
  { kind: '意见', pattern: /意见$/ },
  { kind: '方案', pattern: /(?:方案|行动计划)$/ },
  { kind: '办法', pattern: /(?:办法|规定|条例|细则)$/ },
]

/** The kind of paper that a title names; 其他 when it names none. */
export function documentKind(title: string): DocumentKind {
  const bare = title.replace(/[（(][^（）()]*[）)]$/, '')
  return RULES.find((rule) => rule.pattern.test(bare))?.kind ?? '其他'
}
