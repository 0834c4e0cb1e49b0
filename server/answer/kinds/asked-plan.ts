import type { Intent } from '../../understand/intent.ts'
import { askedPlans, planFrom } from '../../understand/plan-periods.ts'

/** 比“十四五”下降多少 asks for no figure of those years. */
const COMPARED_WITH_PLAN = /[比较][“"]?十[一二三四五六七八九]五/

/** The five years that are asked for, where no year is: “十五五”时期. */
export function planOf({ intent }: { readonly intent: Pick<Intent, 'asked' | 'years' | 'focus'> }): string {
  const [plan, ...others] = intent.years.length === 0 && !COMPARED_WITH_PLAN.test(intent.asked) ? askedPlans(intent) : []
  return plan === undefined || others.length > 0 ? '' : `“${planFrom(plan) ?? ''}”时期`
}
