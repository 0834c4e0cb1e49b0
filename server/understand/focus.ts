/** A table asked for: 做成表, 列一张对照表, 用表格. Not 列表彰, 制表述. */
export const TABLE_WORDS =
  /(?:用|以)?(?:做|列|排|整理|汇总|归纳|画|制|编)成?(?:了)?(?:[一两]?[张个份])?(?:对照|对比|比较|汇总|明细)?(?:表格|表(?![态彰演达现示扬明决率述]))(?:说明|显示|形式)?|(?:用|以)?(?:对照表|汇总表|表格)(?:形式)?/

const COUNT = '[两二三四五六七八九十\\d]+'
/** 报告里说, 文件中提到, 报告承认: where the asker thinks that it stands. 方案 and the like are kept, for they tell which. */
const NAMING_THE_PAPER =
  '在?(?:这份|那份|这个|该|上述)?(?:政府工作)?(?:报告|文件)(?:(?:里面?|当中|中|上|里头)(?:是|点名)?(?:说|提|讲|写|要求)?(?:到|的|过)?|承认|指出|提出|提到|强调|点名|表扬|批评|透露)|(?<=方案|规划|计划|通知|意见|办法|纲要|细则|条例)(?:里面?|当中|里头)(?:是)?(?:说|提|讲|写)?(?:到|的|过)?'

/** What questions are asked with, not about. */
const QUESTION_WORDS = new RegExp(
  [
    TABLE_WORDS.source,
    NAMING_THE_PAPER,
    '(?:什么|啥)(?:叫|是)|何[为谓]|(?:算|是)?(?:怎么|咋)(?:一)?回事|是(?:一)?个(?:什么|啥)(?:东西|概念|玩意儿?|说法|意思)?',
    '(?:完成|落实|执行|推进|进展|干|做|办)得?(?:情况)?(?:怎么样|怎样|如何|咋样)',
    '第几(?:届|个|位|次|名|期|批次?|轮|集|条|部|号|季|章|条)?',
    `哪(?:一|${COUNT})?(?:条|座|所|处|支|款|届|批次?|样|份|张|台|艘|架|间|本|首|场|股|片|眼|步|块|类|档|级(?!别))`,
    '在?(?:哪|什么|啥)(?:些|几个|个|一)?方面',
    '(?:是|又是|都是|要|给)?(?:怎么|怎样|如何|咋)(?:个)?(?:说|写|讲|提|表述|描述|规定|表态|评价|定)(?:的|了|法)*|(?:什么|啥)说法|有什么说法',
    '(?:靠|凭)的?是|(?:说|讲|写|评|定|用|指|办|要办)的(?:又)?是|又是|(?:讲|说|提|写)(?:到|出)?的?(?=[“"「])',
    '归纳(?:成|为|起来)|概括(?:成|为|起来)|总结(?:成|为|起来)',
    '请问|请|麻烦|帮我|帮忙|(?:撰?写|起草|整理|汇总|汇报|介绍|说明|归纳|概括|总结)(?:一|个|一个)?(?:段|下|篇|份)|告诉我|我想知道|想知道|听说|想问|问一下|查一下|说说|关心',
    '分别是多少|各是多少|各多少|是多少|有多少|多少|多大|多长|多高|几个点|百分之几|分别是什么|分别是|各是|分别|各要|各自',
    '是什么时候|什么时候|啥时候|何时|哪一天|哪天|哪一年|哪年|是哪几个|是哪三个|是哪些|有哪些|哪些|哪几(?:个|家|项|方面|种)?|哪[两二三四五六七八九十](?:个|家|项|种|方面|大|位|所)?|是哪个|哪个|哪家|哪位|哪里|哪儿|哪边|是谁|谁',
    '是什么意思|什么意思|指的是什么|具体指什么|指什么|指的是|什么是|叫什么名字|叫什么|叫啥|什么名字|是什么|有什么|什么|怎么样|怎么|怎样|如何|为什么|为何|为啥',
    '要做到|要达到|做到|要突破|一路|两年|三年|几年',
    '列出|都列出来|把|吗|呢|吧|啊|呀|？|\\?|！|。|，|,|、|：|；',
    '高还是低|高了还是低了|调高还是调低|有多远|差多少|哪个大|一样吗|能直接比|相比|对比|比较|有什么不同|有何差别',
  ].join('|'),
  'g',
)
/** What only points or colours, taken out without a gap: 全市这块空白, 最后实际减了. */
const COLOURING =
  /这(?:件|回|个)?事(?:儿|情)?(?!业|故|项|件)|这(?:一)?块|这方面|(?:当时|当初|原先|起初|年初|原本|本来)(?:的)?(?:预计|计划|打算|说|定)?(?:要|的)?|到头来|原定的?|结果(?=[增实又却下完])|(?<=方案|报告|文件|规划|计划)[给对为](?=[^，。]*定的)|最后(?!一)|最终|后来(?!居上)|到底|究竟|终于/g
/** What the question says that it does not mean: （不是某某）. */
const EXCLUDED = /[（(](?:不是|而不是|而非|不含|不包括)[^（）()]*[）)]|[，,](?:而不是|而非|不是)[^，,。？?]*(?=[，,。？?]|$)/g
const WEAK_WORDS =
  /目标|计划|打算|准备|预备|预期|实际|完成|达到|要求|要达到|要突破|突破|力争|一共|总共|到底|现在|目前|情况|方面|提出|提到|提|里的|里面|其中|这类|这样|那|它|他们|其|要|会|将|的|了|在|是|有|和|与|跟|从|到|被|为|给|让|又|还|都|就|多|几|个|做到|办|打造/g

/** Words at the ends of a stretch that only bind it to the question. */
const LEADING = /^(?:那么?(?![年达些个种样曲坡])|的|是|在|由|对|从|到|又|还|都|要(?!素|闻|件|点|求|害|塞)|(?:打算|准备)要?)+/
const TRAILING = /(?:的会|达到|的|是|在|了|又|要|把|(?<![收遇看做提签直周迟报])到)+$/

/** The stretches of a question that say what it is about, question words and fillers taken out. */
export function focusStretches(text: string): string[] {
  return text
    .replace(EXCLUDED, ' ')
    .replace(COLOURING, '')
    .replace(QUESTION_WORDS, ' ')
    .split(/\s+/)
    .map((part) => part.replace(LEADING, '').replace(TRAILING, ''))
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
