import type { AnswerContext, Candidate } from './answer-context.ts'
import { factsOfRow } from './match-fact.ts'

const MAX_SUGGESTIONS = 3
const LOOKED_AT = 8

/**
 * Questions near the one asked that the library answers, each drawn from a figure of a sentence that was found: 年份 + 地区 + 指标. The one that was asked is left out.
 */
export function suggestQuestions(context: AnswerContext, candidates: readonly Candidate[]): string[] {
  const suggestions: string[] = []
  for (const { evidence } of candidates.slice(0, LOOKED_AT)) {
    for (const fact of factsOfRow(context, evidence.row)) {
      if (suggestions.length >= MAX_SUGGESTIONS) return suggestions
      const { indicator, year, place, tense, attribute } = fact
      if (
        year === null ||
        tense === null ||
        indicator.length < 4 ||
        indicator.length > 16 ||
        !['level', 'growth', 'rate', 'share'].includes(attribute) ||
        /设置|了$|和|及|、/.test(indicator)
      )
        continue
      const verb = attribute === 'growth' ? '增长多少' : '是多少'
      const question = `${year}年${place ?? ''}${indicator}${tense === 'target' ? `的目标${verb === '是多少' ? verb : `是${verb}`}` : `实际${verb}`}？`
      if (!suggestions.some((other) => other.includes(indicator)) && question !== context.intent.asked) suggestions.push(question)
    }
  }
  return suggestions
}
