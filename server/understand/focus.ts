/** A table asked for: 做成表, 列一张对照表, 用表格. Not 列表彰, 制表述. */
export const TABLE_WORDS =
  /(?:用|以)?(?:做|列|排|整理|汇总|归纳|画|制|编)成?(?:了)?(?:[一两]?[张个份])?(?:对照|对比|比较|汇总|明细)?(?:表格|表(?![态彰演达现示扬明决率述]))(?:说明|显示|形式)?|(?:用|以)?(?:对照表|汇总表|表格)(?:形式)?/

/** What questions are asked with, not about. */
const QUESTION_WORDS = new RegExp(
  [
    TABLE_WORDS.source,
    '请问|请|麻烦|帮我|告诉我|我想知道|想知道|听说|想问|问一下|查一下|说说|关心',
    '分别是多少|各是多少|各多少|是多少|有多少|多少|多大|多长|多高|几个点|百分之几|分别是什么|分别是|各是|分别|各要|各自',
    '是什么时候|什么时候|啥时候|何时|哪一天|哪天|哪一年|哪年|是哪几个|是哪三个|是哪些|有哪些|哪些|哪几(?:个|家|项|方面|种)?|哪[两二三四五六七八九十](?:个|家|项|种|方面|大|位|所)?|是哪个|哪个|哪家|哪位|哪里|哪儿|哪边|是谁|谁',
    '是什么意思|什么意思|指的是什么|具体指什么|指什么|指的是|什么是|叫什么名字|叫什么|叫啥|什么名字|是什么|有什么|什么|怎么样|怎么|怎样|如何|为什么|为何|为啥',
    '要做到|要达到|做到|要突破|一路|两年|三年|几年',
    '列出|都列出来|把|吗|呢|吧|啊|呀|？|\\?|！|。|，|,|、|：|；',
    '高还是低|高了还是低了|调高还是调低|有多远|差多少|哪个大|一样吗|能直接比|相比|对比|比较|有什么不同|有何差别',
  ].join('|'),
  'g',
)
/** What the question says that it does not mean: （不是某某）. */
const EXCLUDED = /[（(](?:不是|而不是|而非|不含|不包括)[^（）()]*[）)]|[，,](?:而不是|而非|不是)[^，,。？?]*(?=[，,。？?]|$)/g
const WEAK_WORDS =
  /目标|计划|打算|准备|预备|预期|实际|完成|达到|要求|要达到|要突破|突破|力争|一共|总共|到底|现在|目前|情况|方面|提出|提到|提|里的|里面|其中|这类|这样|那|它|他们|其|要|会|将|的|了|在|是|有|和|与|跟|从|到|被|为|给|让|又|还|都|就|多|几|个|做到|办|打造/g

/** The stretches of a question that say what it is about, question words and fillers taken out. */
export function focusStretches(text: string): string[] {
  return text
    .replace(EXCLUDED, ' ')
    .replace(QUESTION_WORDS, ' ')
    .split(/\s+/)
    .map((part) => part.replace(/^(?:的|是|在|由|对|从|到)+|(?:的|是|在|了)+$/g, '').trim())
    .filter((part) => part !== '')
}

/** True when nothing of content is left once the weak words are gone too. */
export function isContentFree(stretches: readonly string[]): boolean {
  return stretches.every((part) => part.replace(WEAK_WORDS, '').replace(/[^\p{L}\p{N}]/gu, '').length < 2)
}

/** A stretch without the words that every such question holds. */
export function withoutWeakWords(text: string): string {
  return text.replace(WEAK_WORDS, ' ').replace(/\s+/g, ' ').trim()
}
