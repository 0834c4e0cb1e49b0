import type { AnswerContext } from '../context/answer-context.ts'
import type { Draft } from '../sentences/draft.ts'
import { saidTenseOf } from '../sentences/tense-of.ts'

/** What is granted by rules is no result that a year ends with. */
const BY_RULE = /补贴|补助|奖励|奖补|资助|标准|最高|最低|上限|门槛|比例|费用|罚|期限|有效/

/** What an answer lacks where the figure of a year gone by is asked for and only what was aimed at in it is held; null where it tells a result, or an aim was asked for. */
export function lackingResult({ intent, knowledge }: AnswerContext, { statements }: Draft): string | null {
  const { years, kind, expected, tense, bothTenses, asked, places, indicators } = intent
  const [year, ...others] = years
  if (year === undefined || others.length > 0 || knowledge.newestYear === null || year >= knowledge.newestYear) return null
  if (kind !== 'value' || expected.kind !== 'figure' || tense === 'target' || bothTenses || BY_RULE.test(asked)) return null
  const rows = statements.flatMap((statement) => statement.rows)
  const areAims = rows.length > 0 && rows.every((row) => saidTenseOf(row) === 'target' && row.sentence.facets.year === year)
  return areAims ? `${year}年${places.map(({ name }) => name).join('、')}${indicators.join('、')}的实际完成数（查到的是目标）` : null
}
