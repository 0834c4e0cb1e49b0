import type { AskedSide, FocusPart, Intent } from './intent.ts'

/** What makes a clause a question of its own. */
const ASKS =
  /多少|(?<![十百千])几(?!年来|乎|经|度|字)|什么|啥|谁|哪|何时|何[种处]|怎么|怎样|如何|咋|多[久长大高远快]|(?:吗|不)$|能不能|可不可以|能否|可否|是否|要不要|需不需要|行不行|算不算/
const MARKS = /[，,；;？?。！!]/
/** 都是什么, 分别是多少, 能直接比吗: asks for no other thing than the clause before. */
const BARE =
  /^(?:那么?|又|都|各|分别|一共|总共|具体|主要|现在|能|直接|可以|是|有|要|的|个|原因|情况|职务|两年|谁|他|它|其|在|全[国省市县区旗]|哪[个些年边]?|多少|几|什么|啥|怎么样?|怎样|如何|为什么|对|最|更|第|排|名|老|位|高|低|大|小|多|少|快|慢|[吗呢么])+$/
const MOST_CLAUSES = 4

/** The clauses of a question that ask each for something (甲企业怎么办，乙企业怎么办), with what stands before the first of them; none where fewer than two ask. */
export function askingClauses(question: string): readonly { readonly head: string; readonly text: string }[] {
  const clauses = question.split(MARKS).filter((clause) => clause.trim() !== '')
  const first = clauses.findIndex((clause) => ASKS.test(clause))
  const asking = clauses.slice(Math.max(0, first))
  if (first < 0 || asking.length < 2 || asking.length > MOST_CLAUSES || !asking.every((clause) => ASKS.test(clause) && !BARE.test(clause))) return []
  const head = clauses.slice(0, first).join('，')
  return asking.map((text) => ({ head, text }))
}

/** The asking clauses of a question that stands by itself, each read as a question of its own. */
export function readClauses({ asked, question }: Intent, read: (question: string) => Intent): AskedSide[] {
  if (question !== asked) return []
  const [first, ...others] = askingClauses(asked)
  if (!first) return []
  const whole = ({ head, text }: typeof first): Intent => read(head === '' ? `${text}？` : `${head}，${text}？`)
  const opening = whole(first)
  return [
    { name: first.text, intent: opening },
    ...others.map((clause) => ({ name: clause.text, intent: withFirst(whole(clause), opening, clause) })),
  ]
}

/** Weight of what the first clause asks about in a later one that names no common subject. */
const SHARED_WEIGHT = 0.5

/** 增长多少 asks of nothing but what the first clause names. */
const ASPECT_ONLY = /^(?:那么?|又|同比|比上年|比去年|较上年)*(?:增长|增速|增幅|增加|下降|涨幅|降幅)了?(?:是|为|有)?(?:多少|百分之几|几个(?:百分)?点)$/

/** 全国的意见, 国家要求: no papers of the place that the first clause names. */
const OF_THE_STATE = /^(?:那么?|而|又)?(?:在?全国|国家|中央|国务院|部里)/

/** 各市负责什么: of whatever cities there are, not of those that have papers. */
const OF_EACH = /^(?:那么?|而|又)?各(?:地|[省市区县州旗盟])/

/** A later clause with what the first one tells of the subject: its years, places and, where nothing stands before both, its words. */
function withFirst(own: Intent, first: Intent, { head, text: name }: { readonly head: string; readonly text: string }): Intent {
  const weight = ASPECT_ONLY.test(name) ? 1 : SHARED_WEIGHT
  const shared: FocusPart[] =
    head !== ''
      ? []
      : first.focus
          .filter(({ weight, text }) => weight === 1 && !own.focus.some((part) => part.text.includes(text)))
          .map(({ text }) => ({ text, weight }))
  const isCollective = OF_EACH.test(name)
  return {
    ...own,
    kind: own.kind === 'compare' || own.kind === 'change' ? 'value' : own.kind,
    years: own.years.length > 0 ? own.years : first.years,
    places: (own.places.length > 0 && !isCollective) || OF_THE_STATE.test(name) ? own.places : first.places,
    documentIds: own.documentIds.length > 0 ? own.documentIds : first.documentIds,
    focus: [...own.focus, ...shared],
  }
}
