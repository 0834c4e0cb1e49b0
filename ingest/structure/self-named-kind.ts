import type { DocumentKind } from '../corpus/metadata.ts'

/** What papers call themselves by: 制定本办法, 现将有关事项通知如下. */
const KINDS: readonly { readonly kind: DocumentKind; readonly named: RegExp; readonly titled: RegExp }[] = [
  { kind: '办法', named: /本(?:办法|规定|细则|条例|规范|政策|措施)/g, titled: /\b(?:Measures|Regulations?|Rules|Provisions|Policies)\b/ },
  {
    kind: '方案',
    named: /本(?:实施|工作)?方案|本(?:行动)?计划(?!年度)/g,
    titled: /\b(?:Action|Implementation|Work|Demonstration|Promotion) (?:Plan|Scheme)\b/,
  },
  { kind: '意见', named: /本(?:实施|指导)?意见|提出(?:以下|如下)[^，。]{0,6}意见/g, titled: /\bOpinions?\b/ },
  { kind: '通知', named: /本通知|通知如下/g, titled: /\bNotice\b/ },
]

/** The kind of paper by what it calls itself most often, else by the words of a title in English; 其他 where neither tells. */
export function selfNamedKind(title: string, texts: readonly string[]): DocumentKind {
  const text = texts.join('\n')
  const named = KINDS.map(({ kind, named }) => ({ kind, times: text.match(named)?.length ?? 0 })).toSorted((a, b) => b.times - a.times)[0]
  if (named !== undefined && named.times > 0) return named.kind
  return KINDS.find(({ titled }) => titled.test(title))?.kind ?? '其他'
}
