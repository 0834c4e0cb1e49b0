import type { QuestionKind } from '../contract/chat.ts'
import { TABLE_WORDS } from './focus.ts'
import { HAN_COUNTS } from './han-counts.ts'
import type { Expected } from './intent.ts'
import { goesOnAsWord } from './longer-word.ts'
import { readAskedPart } from './section-cues.ts'

const METADATA =
  /文号|索引号|成文日期|发布日期|印发日期|(?:哪天|哪一天|什么时候|何时|几号).{0,6}(?:发布|印发|公布|成文|作的|提交)|(?:谁|哪位).{0,8}(?:作的|报告的)|报告人|什么会|哪个会|哪次(?:大)?会|哪届|第几号文件|发给谁|主送|签发|(?:哪个|什么)(?:部门|单位|机关).{0,10}(?:作的|发的|印发|提交|受谁)|发文(?:单位|机关)|[哪这](?:份|个)文件|什么文件|印发的|谁印发/
/** Which paper a paper replaces is told in its text. */
const REPLACED = /废止|作废|失效|取代|替代/
const DEFINITION =
  /什么是|(?:什么|啥)叫|何为|啥是|是什么意思|什么意思|啥意思|(?:具体|各|分别)?指的?(?:是)?(?:什么|哪|啥)|怎么来的|含义|何谓|说的是.{1,8}吗|怎样的.{1,12}才叫|(?:怎么|如何|怎样|咋)定义|定义是什么|(?:算|是)?(?:怎么|咋)(?:一)?回事|是(?:一)?个(?:什么|啥)(?:东西|概念|玩意儿?|说法|意思|体系|行动|工程|机制|制度|模式|政策|平台)[？?。]?$|怎么解释|最早是哪里|^[“"][^”"]+[”"]是(?:哪(?!一?年|天|里)|什么(?!时候))|[“"][^”"]{2,20}[”"](?:具体|到底|究竟)?(?:是|指)(?:什么|啥)(?=[？?]|$)|各指|都包括什么|包括哪些门类|^[“"][^”"]+[”"][。？?]?$/
const COMPARE =
  /对比|相比|比较|(?<![占同环评])比(?!重|例|率|值|赛|武).{0,12}(?:怎么样|如何|高|低|多|少|大|小)|差多少|差几|差别|有多远|高还是低|高了还是低了|调高还是调低|哪个(?:大|多|高)|哪一?年[^，,。？?]{0,14}(?:最|更)?[高低多大小快慢](?:一?些)?(?=[？?]|$)|一样[多高大快少]?吗|越来?越|有什么不同|有何(?:不同|差别)|说法一样|能直接比/
/** Years set side by side without being named: 哪一年最高. */
const WHICH_YEAR = /哪一?年[^，,。？?]{0,14}(?:最|更|较)?[高低多少大小快慢](?:一?些|一?点)?(?=[？?]|$)/
const CHANGE = /变化|怎么变|怎样变|如何变|一路怎么|提法|怎么提的/
const WHY = /为什么|为何|为啥|原因是|出于什么/
const SUMMARY = /(?:概括|总结|归纳)(?![成为]哪)|总体情况|有哪些部署|有什么部署|怎么部署|有哪些安排|主要内容|介绍一下/
const LIST =
  /哪些|哪几|哪[两二三四五六七八九十]|列出|列一下|都有(?:什么|谁)|哪[“"]|[二三四五六七八九十\d](?:个|大|项)[^，。？]{0,10}(?:是什么|指什么|有什么)|分别是(?:什么|多少|哪)|各(?:是|要|为)?多少|各要做到|各项|一一|逐项|都列/
const FIGURE =
  /多少|多大|多长|多高|多远|百分之几|(?:哪一?个|什么|啥)新?(?:台阶|量级|大关|门槛)|(?<!哪)几(?:个|家|项|处|条|所|座|台|套|户|名|人|场|次|倍|成|种|届|公里|亩|吨|万|亿|点|村)|涨了?几|排老?第?几/
/** A comparison of sizes needs figures. */
const SIZED =
  /哪(?:个|年|地|家|边)?(?:更|最)?(?:大|多|高|快|低|少)|谁(?:的)?[^，。？]{0,16}(?:更|最)?(?:大|多|高|快|低|少)(?=[？?]|$)|高还是低|多还是少|快还是慢|一样[多高大快少]吗/
const PRICE = /多少钱|几块钱|均价|单价|票价|价格是/
const TIME = /什么时候|啥时候|何时|哪天|哪一天|哪年|哪一年|几月|多久/
const ENTITY = /谁|哪位|哪家|哪个|哪里|哪儿|哪边|哪所|哪条|哪处|哪一步|叫什么|叫啥|什么名字|管这叫|是什么/

/** What kind of answer a question wants, and of what sort. */
export function classifyQuestion(
  question: string,
  yearCount: number,
  placeCount: number,
  cut: (text: string) => readonly string[] = (text) => [...text],
): { kind: QuestionKind; expected: Expected } {
  const expected = expectedOf(question, cut)
  return { kind: kindOf(question, yearCount, placeCount), expected }
}

/** Whether a question sets the years side by side: 哪一年最高. */
export function comparesYears(question: string): boolean {
  return WHICH_YEAR.test(question)
}

function kindOf(question: string, yearCount: number, placeCount: number): QuestionKind {
  if (WHY.test(question)) return 'why'
  if (METADATA.test(question) && !REPLACED.test(question)) return 'metadata'
  // 过去五年取得了哪些成就 asks for a part of a paper, not for years side by side.
  if (yearCount > 2 && placeCount <= 1 && readAskedPart(question)?.part) return 'summary'
  if (yearCount > 1 || placeCount > 1) return CHANGE.test(question) ? 'change' : 'compare'
  if (DEFINITION.test(question)) return 'definition'
  if (CHANGE.test(question)) return 'change'
  if (COMPARE.test(question) || comparesYears(question)) return 'compare'
  if (SUMMARY.test(question)) return 'summary'
  if (LIST.test(question)) return 'list'
  return readAskedPart(question) === null || FIGURE.test(question) ? 'value' : 'summary'
}

function expectedOf(question: string, cut: (text: string) => readonly string[]): Expected {
  // A place in an order has no unit: 前多少名, 第几名.
  if (/[前第](?:多少|几)[名位]/.test(question)) return { kind: 'figure', unit: '' }
  const figure = FIGURE.exec(question)
  if (figure) {
    const after = question.slice(figure.index)
    const named =
      /^(?:多少|几)(?!台[资商企胞湾]|户[籍外]|天然|年轻|场[馆地]|家[庭电]|条件|座位|所得|种[子植苗]|次数|名[师校牌额])(钱|个?(?:百分)?点|(?:万|亿)?(?:元|亩|吨|斤|平方公里|平方米|公里|千瓦时|千瓦|人次|人|个|家|项|处|条|所|座|台|套|户|名|场次|场|次|届|种|天|年|季度|领域|村))/.exec(
        after,
      )?.[1] ?? ''
    const asks = after.startsWith('几') ? 1 : 2
    const unit = goesOnAsWord(after.slice(asks), named.length, cut) ? '' : named
    return { kind: 'figure', unit: unit === '' || unit === '钱' || /点$/.test(unit) ? (PRICE.test(question) ? '元' : '') : unit }
  }
  if (SIZED.test(question) || comparesYears(question)) return { kind: 'figure', unit: '' }
  if (TIME.test(question)) return { kind: 'time' }
  return ENTITY.test(question) ? { kind: 'entity' } : { kind: 'statement' }
}

const TARGET =
  /目标|计划(?!里|文件|执行|通知|书)|打算|准备|预备|要(?!求)|力争|确保|预期(?!寿命)|定的|安排|将|(?<![社大协机员览晚议学工年商体宴集聚冬运博展])会(?!议|展|员|同|计|谈|战|长)|(?<![认指规确稳])定了?多少|拟/
const ACTUAL =
  /实际|完成了|做到了|达到了|涨了|实现了|获得|增长了|改造了|干成|已经|建成了|一共有了|下降了|创下|获批|获评|了(?:多少|几)|(?:落实|完成|执行)得|兑现了|到头来|后来(?!居上)|最终|最后(?!一)|完成情况|(?:实际|完成|结果|实绩)(?:情况)?呢/

const AIMED = '(?:原定|原计划|预计|预期|当初|当时|年初|原先|目标|计划(?!报告|执行|里|文件)|定的|安排|打算)'
const REACHED =
  '(?:(?:最后|最终|实际|后来|到头来|结果)(?:上|又|却|是)?[^。？?]{0,8}(?:多少|几|如何|怎么样|[了吗呢没]|规模|分别|各)|(?:达到|完成|实现|兑现|做到)了?[吗没]|(?:是|为)?多少[，,；;、](?:又)?(?:完成|实现|做到)了?(?:多少|几)|(?:完成|落实)得)'
const BOTH_TENSES = new RegExp(
  `${AIMED}[^。？?]{0,24}${REACHED}|(?:目标|计划|原定|预期)[^，,。？?]{0,4}[和与跟、及同比][^，,。？?]{0,4}(?:实际|完成|结果)|(?:实际|完成|结果)[^，,。？?]{0,8}[和与跟、及同比](?:年初|原定|当初)?的?(?:目标|计划|预期)`,
)

/** Whether the question sets what was to be reached beside what was (当时预计减多少，最后实际减了多少; 目标完成了吗). */
export function contrastsTenses(question: string): boolean {
  return BOTH_TENSES.test(question)
}

/** Whether the question asks for what was to be reached or for what was reached. */
export function askedTense(question: string): 'target' | 'actual' | null {
  if (contrastsTenses(question)) return null
  const target = TARGET.test(question)
  const actual = ACTUAL.test(question)
  return target === actual ? null : target ? 'target' : 'actual'
}

/** Whether the question asks for a table rather than for sentences. */
export function wantsTable(question: string): boolean {
  return TABLE_WORDS.test(question)
}

const STRONG_ACTUAL =
  /实际(?!利用|到位)|完成情况(?=呢|如何|怎么?样|是|[？?]|$)|(?:完成|结果|实绩)(?:情况)?呢|完成了|增长了|涨了|达到了|实现了|下降了|做到了/

/** Whether the question insists on a result: a target is then no answer. */
export function insistsOnActual(question: string): boolean {
  return STRONG_ACTUAL.test(question) && !/目标|计划(?!执行)/.test(question) && !contrastsTenses(question)
}

const COUNTED = /([两二三四五六七八九十]|\d{1,2})(?:个|大|项|种|方面|条|类|位|家|所)(?!月|百分点)/
const COUNTED_AFTER_WHICH = new RegExp(`哪${COUNTED.source}`)

/** How many things the question says there are: 哪五个, 七个方面, 4项工程. */
export function askedCount(question: string): number | null {
  const match = COUNTED_AFTER_WHICH.exec(question) ?? COUNTED.exec(question)
  if (!match) return null
  return HAN_COUNTS[match[1] ?? ''] ?? Number(match[1])
}
