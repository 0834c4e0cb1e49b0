import { splitClauseTexts } from '../sentences/clause-window.ts'
import { GATE, GATE_ASKED, REASON } from './adjust-score.ts'

/** What the quoted clauses of a sentence must hold beside the words of the question. */
export interface WindowNeed {
  /** How a clause reads that tells it; null for none. */
  readonly told: RegExp | null
  /** Whether who or what did it must stand in front. */
  readonly subject: boolean
}

/** Questions whose words differ from those that tell the answer, the narrower before the wider. */
const NEEDS: readonly { readonly asked: RegExp; readonly told: RegExp }[] = [
  {
    asked: /^(?=.*(?:补|奖|资助|贷|额度|罚|资金|金额|钱|支持|扶持)).*(?:封顶|上限|最高|最多|至多|顶格|不超过)/,
    told: /(?:不超过|不高于|不得超过|最高|上限|封顶|至多|最多)[^，。；]{0,14}\d[\d.,]*\s*(?:[百千万亿])*元|\d[\d.,]*\s*[万亿]?元[^，。；]{0,4}(?:封顶|为上限)/,
  },
  { asked: /封顶|上限|最高(?!人民)|最多|至多|顶格/, told: /不超过|不高于|不得超过|最高|上限|封顶|至多|最多|以内/ },
  { asked: /下限|最低|最少|起码|至少|保底/, told: /不低于|不少于|不得低于|最低|至少|以上/ },
  {
    asked: /(?<![哪这近那前头好过第十])(?:几|多少)(?:年(?![级来代])|个月|天|个?工作日)|多久|多长时间/,
    told: /(?<![\d.])[\d一二两三四五六七八九十半]{1,3}个?(?:年(?!度)|月(?!\d)|天|日(?!前)|工作日|小时|周)/,
  },
  { asked: /为什么|为何|为啥|(?:什么|啥)原因/, told: REASON },
  { asked: GATE_ASKED, told: GATE },
  {
    asked: /(?:怎么|如何|怎样)(?:处理|处罚|处置|惩处|追究|罚)|什么后果|会受到什么/,
    told: /追究|追回|处罚|取消|处分|罚款|收回|移送|通报|责令|不予|撤销|停止|扣/,
  },
]
/** The clause that gives the time belongs to what is timed. */
const WHEN: (typeof NEEDS)[number] = {
  asked: /什么时候|啥时候|何时|哪天|哪一天|几月|哪年|哪一年/,
  told: /\d\s*(?:年|月|日|天|个工作日)|年[底内初末]|季度|[上下]半年/,
}
const WHO =
  /哪家|哪一?个(?:企业|公司|项目|单位|地方|县|区|市|镇|村|学校|医院|部门|工程|平台|品牌|产品)|哪所|哪条|哪座|哪支|哪位|哪处|哪款|谁|什么(?:企业|公司|项目|工程)/
/** 出现什么情形要暂停: the cases stand in front of what follows from them. */
const CASES = /(?:什么|哪[些种几]?|啥)(?:样的)?(?:情形|情况|条件)(?:下|时|之一)?(?=[^，,。？?]*(?:[要会应须得可能]|[撤停退取暂追处罚收]))/
/** With the clauses in front that name who did it, no longer than this. */
const MAX_WITH_SUBJECT = 130
/** A clause that tells may stand so far from the window. */
const REACH = 4

/** Reads what the question needs; null where its own words tell. */
export function windowNeedOf(asked: string): WindowNeed | null {
  const told = [...NEEDS, WHEN].find((need) => need.asked.test(asked))?.told ?? null
  const subject = WHO.test(asked) || CASES.test(asked)
  return told === null && !subject ? null : { told, subject }
}

/** The window with the clauses of its sentence that the question needs: those after it or before it that tell, and those in front that name the subject. */
export function completeWindow(sentence: string, window: string, need: WindowNeed, maxChars: number): string {
  const at = sentence.indexOf(window)
  if (at < 0) return window
  const bounds = clauseBounds(sentence)
  let first = bounds.findIndex(({ to }) => to > at)
  let last = bounds.findIndex(({ to }) => to >= at + window.length)
  if (first < 0 || last < 0) return window
  const text = (from: number, to: number): string => sentence.slice(bounds[from]?.from ?? 0, bounds[to]?.to ?? sentence.length)
  const { told } = need
  if (told !== null && !told.test(text(first, last))) {
    const holds = (i: number): boolean => i >= 0 && i < bounds.length && told.test(text(i, i))
    const near = Array.from({ length: REACH }, (_, i) => i + 1).flatMap((step) => [last + step, first - step])
    const found = near.find(holds)
    if (found !== undefined && text(Math.min(first, found), Math.max(last, found)).length <= maxChars) {
      first = Math.min(first, found)
      last = Math.max(last, found)
    } else if (found !== undefined)
      return [window, trimmed(text(found, found))].toSorted((a, b) => sentence.indexOf(a) - sentence.indexOf(b)).join('……')
  }
  while (need.subject && first > 0 && !/[；;：:]$/.test(text(first - 1, first - 1)) && text(first - 1, last).length <= MAX_WITH_SUBJECT) first -= 1
  const complete = text(first, last)
  return complete.length <= window.length ? window : trimmed(complete)
}

function clauseBounds(sentence: string): { readonly from: number; readonly to: number }[] {
  let start = 0
  return splitClauseTexts(sentence).map((clause) => {
    const from = start
    start += clause.length
    return { from, to: start }
  })
}

function trimmed(text: string): string {
  return text.trim().replace(/[，,；;：:、]$/, '')
}
