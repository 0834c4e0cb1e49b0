import type { AnswerContext } from '../context/answer-context.ts'
import { readAskedFigure } from './asked-figure.ts'
import { readAskedName } from './asked-thing.ts'
import { withoutScope } from './cover-figure.ts'

/** What is asked of a thing behind its name, beside how much of it there is. */
const ASPECT = /(?:的?(?:预期|发展)?(?:目标|任务)(?:值|数)?(?:是|为|定)?|(?:的|同比)?(?:增速|增幅|涨幅|降幅|增长率|增长|下降|情况))+$/
const HOW_MUCH = /多[少大高长]|百分之几|几(?=个|家|项|处|条|所|座|台|套|户|名|人)/
const HOW_BIG = /多[大高长]/
const ENDS = /[？?呢]+$/

/** The name of what a question asks for in the words of papers, where it holds nothing else: a measure (钢铁产业产值目标), a thing (高速公路通车里程有多少), by its name alone too. Null for all others. */
export function readPlainName(context: AnswerContext): string | null {
  const { intent, segmenter } = context
  const parts = intent.focus.filter(({ weight }) => weight === 1)
  if (parts.filter(({ text }) => !AROUND.test(text)).length !== 1) return null
  // A year may stand within: 高标准农田|今年|要建多少.
  const rest = withoutScope(context).replaceAll(' ', '').replace(ENDS, '')
  const asked = HOW_MUCH.test(rest) ? rest.replace(HOW_BIG, '多少') : `${rest.replace(ASPECT, '')}多少`
  const words = segmenter.cut(readAskedName(asked, readAskedFigure(asked, segmenter.cut).counted).replace(ASPECT, ''))
  const name = words.slice(0, words.findLastIndex((word) => !AROUND.test(word)) + 1).join('')
  return isOfPapers(name, words) && standsAlone(name, asked) ? name : null
}

const SHORTEST = 3
const LONGEST = 14
/** Words of speech, which no name of papers holds. */
const SPEECH =
  /^(?:[过的了着给把让没想么那这再还都就又去来里每各从到在跟搞咱啥它他她得叫能要算谁哪吗上被]|什么|哪些|哪家|哪个|这些|那些|房子|孩子|东西|人家|怎么|哪里|打算|准备|现在|家里|他们|我们|回来|再.|一[年月天次个家户度]|(.)不\1|不)$/

/** Whether a name is put as papers put names, cut into its words: a few Han characters, no words of speech. */
export function isOfPapers(name: string, words: readonly string[]): boolean {
  return name.length >= SHORTEST && name.length <= LONGEST && /^\p{Script=Han}+$/u.test(name) && !words.some((word) => SPEECH.test(word))
}

/** What papers say around a name; whose it is, another clause or words of speech make of a question more than a name. */
const AROUND =
  /^(?:的|分别|一共|总共|共|要|将|已|预计|计划|力争|目标|是|有|为|达|到|了|累计|实际|同比|实现|完成|突破|超过?|提高|增[长加]|减少|下降|新?[增建改扩设]+建?|建[成设]|改造|实施|培育|新?开工|打造|整治|治理|开[通展]|引进|认定|接待|发放|惠及|筹集|提升|更新)*$/
const UNIT = /^\p{Script=Han}{0,4}$/u

function standsAlone(name: string, asked: string): boolean {
  const at = asked.lastIndexOf(name)
  const [before = '', inFront] = asked.slice(0, at).split(HOW_MUCH)
  const [behind = '', unit = ''] = asked.slice(at + name.length).split(HOW_MUCH)
  return AROUND.test(before) && UNIT.test(unit) && (inFront === undefined ? AROUND.test(behind) : behind === '' && UNIT.test(inFront))
}
