import { foldText } from '../../../ingest/facts/fold-text.ts'
import { type Dimension, matchUnit } from '../../../ingest/facts/units.ts'
import { goesOnAsWord } from '../../understand/longer-word.ts'

/** The figure that a question wants, as far as its words tell. */
export interface AskedFigure {
  /** What it may be measured in; null where the question leaves that open. */
  readonly dimensions: ReadonlySet<Dimension> | null
  /** The value of one of the units asked for (1e8 of 亿元), where a unit is named; else null. */
  readonly scale: number | null
  /** The unit as asked, for the refusal; empty where none is named. */
  readonly unit: string
  /** growth: how much it changed; amount: how much there is; share: its part of a whole; rank: its place among others; ordinal: 第几; null: any. */
  readonly kind: 'growth' | 'amount' | 'share' | 'rank' | 'ordinal' | null
  /** Whether people are counted, who are not told in things. */
  readonly isOfPeople: boolean
  /** Whether the whole of a sum is asked for, not by how much it changed. */
  readonly isLevel: boolean
  /** Whether all that there is was asked for (有多少家), not what was added. */
  readonly isStock: boolean
  /** What is counted, where the question names it behind the unit (多少个|老旧小区); empty otherwise. */
  readonly counted: string
}

const PRICE = /多少钱|几块钱?(?!地)|均价|单价|票价|价格是/
/** 这几年, 近几个月: no question. */
const HOW_MANY = [/多少|多大比例|多高比例/, /(?<![哪这近那前头好过去十])几(?!年来|次会议|届)/] as const
const MULTIPLIER = /^[多十百千万亿]*/
const POINTS = /^个?(?:百分)?点/
const COUNTS: readonly Dimension[] = ['count', 'persons', 'none']
/** Units that may stand for one another in an answer. */
const CLASSES: readonly (readonly Dimension[])[] = [['percent', 'percentage-point', 'multiple', 'doubling'], COUNTS, ['power', 'energy']]
const PERCENT: ReadonlySet<Dimension> = new Set(['percent', 'percentage-point', 'multiple'])
const GROWTH_ASKED =
  /(?:增长|上涨|上升|提高|下降|降低|回落|减少|(?<![新净])[涨增降]|(?<![许很太更最])多(?=了))了?(?:大约)?(?:百分之几|多少(?=$|[?？,，。])|几个(?:百分)?点|多少个?(?:百分)?点)|增速|增幅|涨幅|降幅|增长率/
const PERCENT_ASKED = /百分之几|百分之多少/
const SHARE_ASKED = /占比|占(?:多大|多高|多少)比例|比重|(?:多大|多高|多少)?比例(?:是|为|有|达|占)?(?:多少|多大|多高)|占(?:了)?[^，。？]{0,16}几成/
const PART_ASKED = /占[^，。？]{0,16}(?:比重|比例|百分之|几成)|占比/
const RANK_ASKED = /(?:排名?|居|列|位|名次)[^，。？]{0,8}第几|第几(?:位|名)/
const RATE_ASKED =
  /率(?:控制|保持|稳定)?(?:在|是|为|有|达到?|要达到?|到了?)*(?:多少|多高|几)(?=$|[?？,，。]|个点)|(?<![汇利税费效功频])率(?:的?目标)?[？?]?$/
/** What is asked for by its name alone is measured in units of its kind. */
const NAMED_MONEY = /(?:总投资|投资总?额)(?:一共|总共|大概|大约)?(?:是|为|有|达到?)?了?多少(?=[？?，,。]|$)/
const NAMED_PRODUCT = /产量(?:一共|总共|大概|大约)?(?:是|为|有|达到?)?了?多少(?=[？?，,。]|$)/
const MONEY_NOUN = /^(?:的)?(?:钱|资金|投资|经费|收入|产值|奖金|补贴|补助|奖励|贷款|税|费用|债)/
const PEOPLE_NOUN =
  /^(?:[\p{Script=Han}]{0,6})(?:游客|旅客|乘客|观众|选手|学生|学员|老人|老年人|群众|居民|农民|职工|人员|毕业生|村民|市民|儿童|劳动力|人才|教师|医生)(?=[?？,，。吗呢]|$)/u
/** The whole of a sum is asked for, not by how much it changed. */
const LEVEL_ASKED = /(?:收入|支出|产值|总值|GDP|总额|余额|存款|贷款|规模|总量|人口)(?:一共|总共)?(?:是|有|为|达到?)?了?多少/
const AMOUNTS: ReadonlySet<Dimension> = new Set(['money', 'area', 'length', 'mass', 'volume', 'power', 'energy', 'multiple', 'doubling', 'other'])
const PRODUCED: ReadonlySet<Dimension> = new Set(['mass', 'volume', 'power', 'energy', 'other', ...COUNTS])
const OF_ANY_AMOUNT: ReadonlySet<Dimension> = new Set([...AMOUNTS, ...COUNTS])
/** GDP做到多大, 到哪个台阶: an amount, no part of it and no growth. */
const HOW_BIG = /(?<![率比幅])(?:做|达|增|涨|冲|干)?到?(?:了)?(?:有)?多大(?=[？?，,。了]|$)|(?:哪个|什么|啥)(?:新)?(?:台阶|量级|大关|门槛)/
/** What is counted in people or pieces has a size as well (旅客吞吐量现在多大, 人口外出务工规模有多大); that of an economy is in money. */
const COUNTED_SIZE = /(?:吞吐量|[客运销]量|人口|人数|数量|队伍|群体)[^，。？?]{0,10}多大/
const SIZE_IN_MONEY = /GDP|生产总值|经济总量|收入|支出|产值|税收/
const STOCK_ASKED = /(?:^|[^新净])(?:一共|总共|共|现|已|累计|拥)?有(?:了)?多少|总数|总量|存量|保有量|达到(?:了)?多少/
const ACTS =
  /新增|净增|新建|改造|建成|建设|开工|培育|新认定|认定|引进|举办|完成|实施|推进|打造|新设|加装|筹集|开通|投用|整治|治理|培训|发放|建了|要建|改了|参加|惠及|接待/
/** What is counted ends before what is said of it. */
const COUNTED =
  /^(?:的)?([\p{Script=Han}A-Za-z0-9“”"]{2,16}?)(?=[?？,，。；;、!！ ]|$|[吗呢吧啊了]|是|在|被|给|参与|参加|获得|入选|受益|享受|来自|分别|同比|为)/u

/**
 * Reads what figure a question asks for: 多少万人次 → persons; 增长百分之几 → growth in percent; 多少家|高新技术企业 → a count of those.
 *
 * @param asked the question as asked, in simplified characters
 * @param cut words of a text: a measure word ends where a word does
 */
export function readAskedFigure(asked: string, cut: (text: string) => readonly string[] = (text) => [...text]): AskedFigure {
  const match = HOW_MANY[0].exec(asked) ?? HOW_MANY[1].exec(asked)
  const open: AskedFigure = {
    dimensions: null,
    scale: null,
    unit: '',
    kind: null,
    isOfPeople: false,
    isLevel: LEVEL_ASKED.test(asked),
    isStock: STOCK_ASKED.test(asked) && !ACTS.test(asked),
    counted: '',
  }
  if (RANK_ASKED.test(asked)) return { ...open, kind: 'rank' }
  if (/第几/.test(asked)) return { ...open, kind: 'ordinal' }
  // 前多少名 asks how far an order is followed.
  if (/前(?:多少|几)[名位]/.test(asked)) return open
  if (GROWTH_ASKED.test(asked) && !/多少(?:亿|万|元|个(?!百分|点)|家|人)/.test(asked))
    return { ...open, dimensions: PERCENT_ASKED.test(asked) ? PERCENT : null, kind: 'growth' }
  if (PERCENT_ASKED.test(asked) || SHARE_ASKED.test(asked) || RATE_ASKED.test(asked))
    return { ...open, dimensions: PERCENT, kind: PART_ASKED.test(asked) ? 'share' : null }
  if (!match) return HOW_BIG.test(asked) ? { ...open, dimensions: sizesOf(asked), kind: 'amount', isLevel: true } : open
  const after = asked.slice(match.index + match[0].length)
  if (/^块(?!地)/.test(after)) return { ...open, dimensions: new Set(['money']) }
  if (POINTS.test(after)) return { ...open, dimensions: PERCENT }
  const multiplier = MULTIPLIER.exec(after)?.[0] ?? ''
  const unit = matchUnit(foldText(after), multiplier.length)
  if (unit && isUnit(after, unit.end, unit.dimension) && !goesOnAsWord(after, unit.end, cut)) {
    const dimensions = new Set(CLASSES.find((own) => own.includes(unit.dimension)) ?? [unit.dimension])
    const isShare = dimensions.has('percent')
    return {
      ...open,
      dimensions,
      isOfPeople: unit.baseUnit === '人' || unit.baseUnit === '人次',
      scale: scaleOf(multiplier) * unit.factor,
      unit: after.slice(0, unit.end),
      kind: isShare ? null : 'amount',
      counted: isShare ? '' : countedIn(after.slice(unit.end)),
    }
  }
  if (PRICE.test(asked) || MONEY_NOUN.test(after)) return { ...open, dimensions: new Set(['money']), kind: 'amount' }
  if (PEOPLE_NOUN.test(after)) return { ...open, dimensions: new Set(COUNTS), isOfPeople: true, counted: countedIn(after) }
  if (NAMED_MONEY.test(asked)) return { ...open, dimensions: new Set(['money']), kind: 'amount' }
  if (NAMED_PRODUCT.test(asked)) return { ...open, dimensions: PRODUCED, kind: 'amount', isLevel: true }
  // 收入多少亿: an amount of whatever is counted, no rate.
  if (/[万亿]/.test(multiplier)) return { ...open, dimensions: OF_ANY_AMOUNT, kind: 'amount', unit: multiplier }
  return multiplier === '' ? { ...open, counted: countedIn(after) } : open
}

function sizesOf(asked: string): ReadonlySet<Dimension> {
  if (SIZE_IN_MONEY.test(asked)) return new Set(['money'])
  return COUNTED_SIZE.test(asked) ? OF_ANY_AMOUNT : AMOUNTS
}

/** A measure word that goes on as another word: 多少台资, 多少户籍人口. */
const OTHER_WORDS = /^(?:台[资商企胞湾]|户[籍外]|天然|年轻|场[馆地]|家[庭电]|条件|座位|所得|种[子植苗]|次数|名[师校牌额])/

/** 点 and 分 of other words, 人 of 人才: a measure word that goes on as a longer word is none. */
function isUnit(after: string, end: number, dimension: Dimension): boolean {
  const next = after.slice(end, end + 1)
  if (/^个?钟/.test(after)) return false
  if (OTHER_WORDS.test(after.slice(Math.max(0, end - 1), end + 2))) return false
  if (dimension === 'persons') return !/[才员均民口群]/.test(next)
  return !(dimension === 'other' && /\p{Script=Han}/u.test(next))
}

function scaleOf(multiplier: string): number {
  let scale = 1
  for (const character of multiplier) scale *= character === '万' ? 1e4 : character === '亿' ? 1e8 : 1
  return scale
}

/** 多少天|没发生: what did not happen is not what is counted. */
const NOT_COUNTED = /^(?:没|未|无(?=[重发事新]))/

function countedIn(after: string): string {
  const counted = (COUNTED.exec(after)?.[1] ?? '').replace(/[“”"]/g, '')
  return NOT_COUNTED.test(counted) ? '' : counted
}
