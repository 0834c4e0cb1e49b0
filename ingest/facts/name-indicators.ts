import type { Quantity } from './figure.ts'
import type { Direction, FactAttribute } from './indicator-fact.ts'
import { ACTION_VERBS, BARE_MEASURE, ENDS_WITH_ACTION, EXAMPLES, MEASURE_NOUN, RANK_SCOPE, STARTS_WITH_ACTION } from './indicator-words.ts'
import { type Head, readHead, stripLeading } from './read-head.ts'
import { readTail, type Tail } from './read-tail.ts'
import type { Clause } from './split-clauses.ts'
import { splitCoordinates } from './split-coordinates.ts'

export interface NamedQuantity {
  readonly quantity: Quantity
  readonly clause: Clause
  readonly name: string
  readonly attribute: FactAttribute
  readonly direction: Direction | null
}

/** What the clauses so far leave to the next one. */
interface Carried {
  /** The indicator that a clause without a subject goes on with. */
  subject: string
  /** The verb that the items of an enumeration share. */
  action: string
  /** Names of the last 分别 group, in order. */
  parallel: readonly string[]
}

/** Finds for each quantity of a sentence the name of what it measures. */
export function nameIndicators(folded: string, clauses: readonly Clause[], quantities: readonly Quantity[]): NamedQuantity[] {
  const carried: Carried = { subject: '', action: '', parallel: [] }
  const named: NamedQuantity[] = []
  let next = 0
  for (const clause of clauses) {
    const own: Quantity[] = []
    for (let quantity = quantities[next]; quantity && quantity.range.start < clause.end; quantity = quantities[++next]) own.push(quantity)
    if (own.length > 0) named.push(...nameClause(folded, clause, own, carried))
    else rememberTopic(folded, clause, carried)
  }
  return named
}

const TOPIC_CHARS = 24
/** 粮食产量在上年增长的基础上，又增产…: how it came about is no part of the name. */
const CIRCUMSTANCE = /(?<=..)在[^在]{2,18}的?(?:基础上|情况下|背景下|形势下|同时)$/
/** 迈上6万亿元台阶，达到62661亿元: a step is passed on the way; what goes on is the thing that passed it. */
const STEP = /^(?:[个大]|[十百千万亿]*元)*(?:台阶|大关|关口|门槛)/
const PASSING = /(?:连续|先后|成功)?(?:连跨|跨越|跨过|越过|迈过|跃上|登上|突破)了?$/

/** A clause without figures may hold what the next one's figures are about (…改造项目，总投资3亿元). */
function rememberTopic(folded: string, clause: Clause, carried: Carried): void {
  if (clause.opens) carried.subject = ''
  const text = stripLeading(folded.slice(clause.start, clause.end).replaceAll(/\s/g, '')).replace(CIRCUMSTANCE, '')
  if (carried.subject === '' && text.length <= TOPIC_CHARS) carried.subject = text
}

function nameClause(folded: string, clause: Clause, own: readonly Quantity[], carried: Carried): NamedQuantity[] {
  const named: NamedQuantity[] = []
  let previousEnd = clause.start
  let index = 0
  let headStart = clause.start
  while (index < own.length) {
    const quantity = own[index]
    if (!quantity) break
    if (index > 0 && isAttributive(folded, own[index - 1])) previousEnd = headStart
    headStart = previousEnd
    const before = folded.slice(previousEnd, quantity.range.start)
    const head = readHead(index > 0 ? before.replace(STEP, '') : before)
    const group = head.isParallel ? parallelGroup(folded, own, index) : [quantity]
    const names = head.isParallel ? parallelNames(head, group.length, carried) : null
    if (names) {
      for (const [position, member] of group.entries()) {
        named.push(describe(member, clause, names[position] ?? '', head, true))
      }
      carried.parallel = names
      carried.subject = head.name || carried.subject
    } else {
      for (const [position, member] of group.entries()) {
        const start = position === 0 ? previousEnd : (group[position - 1]?.range.end ?? previousEnd)
        const memberHead = position === 0 ? head : readHead(folded.slice(start, member.range.start))
        const following = own[index + position + 1]
        const tail = readTail(folded.slice(member.range.end, following ? following.range.start : clause.end), following !== undefined)
        named.push(nameOne(member, clause, memberHead, tail, following !== undefined, carried, position > 0 ? head : null))
      }
    }
    index += group.length
    previousEnd = group.at(-1)?.range.end ?? quantity.range.end
  }
  return named
}

/** 500亩以上园区, 3岁以下托位: the figure is part of the name that follows. */
function isAttributive(folded: string, quantity: Quantity | undefined): boolean {
  if (!quantity || !/以[上下内]$/.test(quantity.qualifier ?? '')) return false
  return /^[\u4e00-\u9fff]/.test(folded.slice(quantity.range.end, quantity.range.end + 1)) && !/^[的和及与并]/.test(folded.slice(quantity.range.end))
}

const ONLY_LINK = /^[\s、和与及以]*$/

/** The figures that a 分别 distributes: this one and those that follow with nothing but 、 or 和 between. */
function parallelGroup(folded: string, own: readonly Quantity[], from: number): Quantity[] {
  const group: Quantity[] = []
  for (let index = from; index < own.length; index++) {
    const quantity = own[index]
    const before = group.at(-1)
    if (!quantity || (before && !ONLY_LINK.test(folded.slice(before.range.end, quantity.range.start)))) break
    group.push(quantity)
  }
  return group
}

function parallelNames(head: Head, count: number, carried: Carried): readonly string[] | null {
  if (head.name === '' || BARE_MEASURE.test(head.name)) {
    if (carried.parallel.length === count) return carried.parallel.map((name) => name + head.name)
    return splitCoordinates(carried.subject, count)
  }
  const split = splitCoordinates(head.name, count)
  if (split) return split
  // 新改扩建幼儿园、中小学校22所，分别新增学位2710个、10080个: the list stands in the clause before.
  return head.name.includes('、') ? null : (splitCoordinates(carried.subject, count)?.map((part) => part + head.name) ?? null)
}

const COUNTED = new Set(['count', 'persons'])
/** 产值超百亿元的园区: an amount before 的 tells which ones are meant. */
const MEASURED = new Set(['money', 'area', 'length', 'mass', 'volume', 'power', 'energy'])
/** 达到500亿元的目标 is the amount itself. */
const AIM = /^(?:目标|任务|水平|规模|预期|总量|要求|新高|关口|大关)/
/** What projects go through; alone it does not say what is counted: 主攻650个重大项目，投产300个. */
const MILESTONE = /^(?:竣工|投产|开工|完工|落地|签约|建成|投用|投运|复工|开业|达产)+$/
const MILESTONE_END = /(?:竣工|投产|开工|完工|落地|签约|建成|投用|投运|复工|开业|达产)+$/
/** What a bare measure takes the place of: 企业营收增长15%、利润增长10%. */
const OWN_MEASURE = /(?<=..)(?:营业收入|营收|收入|总产值|产值|增加值|投资|总量|数量|面积|产量|利润|总额)$/
/** 里程新增1700公里、突破7000公里: what goes on is the whole, not what was added. */
const ADDED = /(?<=..)(?:新增|净增)$/
const ONLY_ACTION = new RegExp(`^(?:${ACTION_VERBS})$`)
const LAST_ACTION = new RegExp(`(?:${ACTION_VERBS})$`)
const MAX_NAME_CHARS = 26

function nameOne(
  quantity: Quantity,
  clause: Clause,
  head: Head,
  tail: Tail,
  isFollowed: boolean,
  carried: Carried,
  shared: Head | null,
): NamedQuantity {
  const cue = head.changes || !shared ? head : { ...head, changes: shared.changes, direction: shared.direction }
  const isCounted = COUNTED.has(quantity.dimension)
  let { name } = head
  let isSpec = false
  const tailNoun = tail.noun
  const onlyVerb = name === '' || ONLY_ACTION.test(name)
  if (tailNoun !== '' && !cue.changes && quantity.dimension !== 'duration' && quantity.kind !== 'rank') {
    if (tail.describes) {
      if (name === '' && !isCounted) {
        name = tailNoun
        isSpec = true
      } else if (MEASURED.has(quantity.dimension) && !AIM.test(tailNoun)) isSpec = true
    } else if (onlyVerb) name += tailNoun
    else if (isCounted && isFollowed === false) name = ENDS_WITH_ACTION.test(name) ? lastAction(name) + tailNoun : tailNoun
    else if (isCounted) name = tailNoun
    else if (quantity.dimension !== 'percent' && quantity.dimension !== 'none') {
      name = tailNoun
      isSpec = true
    }
  }
  if (name === '') name = carried.subject
  else if (isCounted && tailNoun === '' && MILESTONE.test(name))
    name = carried.subject.replace(STARTS_WITH_ACTION, '').replace(MILESTONE_END, '') + name
  else if (BARE_MEASURE.test(name) && carried.subject !== '' && !carried.subject.endsWith(name))
    name = carried.subject.replace(OWN_MEASURE, '') + name
  else if (head.continues && isCounted && carried.action !== '' && !STARTS_WITH_ACTION.test(name) && !MEASURE_NOUN.test(name))
    name = carried.action + name
  if (quantity.kind === 'rank') name = name.replace(RANK_SCOPE, '') || carried.subject
  name = shorten(name)
  if (!isSpec) {
    carried.subject = name.replace(ADDED, '')
    if (!head.continues || STARTS_WITH_ACTION.test(name)) carried.action = STARTS_WITH_ACTION.exec(name)?.[0] ?? ''
  }
  if (STEP.test(tail.text)) carried.subject = shorten(head.name.replace(PASSING, '')) || carried.subject
  return describe(quantity, clause, name, cue, false, isSpec)
}

function lastAction(name: string): string {
  return LAST_ACTION.exec(name)?.[0] ?? ''
}

function shorten(full: string): string {
  const name = EXAMPLES.test(full) ? (STARTS_WITH_ACTION.exec(full)?.[0] ?? '') + full.replace(EXAMPLES, '') : full
  if (name.length <= MAX_NAME_CHARS) return name
  const cut = name.slice(-MAX_NAME_CHARS)
  const separator = cut.search(/[、,的]/)
  return separator >= 0 && separator < MAX_NAME_CHARS - 4 ? cut.slice(separator + 1) : cut
}

function describe(quantity: Quantity, clause: Clause, name: string, head: Head, isParallel: boolean, isSpec = false): NamedQuantity {
  return {
    quantity,
    clause,
    name,
    attribute: attributeOf(quantity, name, head, isSpec && !isParallel),
    direction: head.changes ? head.direction : null,
  }
}

function attributeOf(quantity: Quantity, name: string, head: Head, isSpec: boolean): FactAttribute {
  if (quantity.kind === 'rank') return 'rank'
  if (isSpec) return 'spec'
  if (head.isBase) return 'base'
  if (quantity.dimension === 'percentage-point') return 'change'
  // 增速连续12个季度保持第一: how long, not how much.
  if (quantity.dimension === 'duration') return 'duration'
  if (head.changes)
    return quantity.dimension === 'percent' || quantity.dimension === 'multiple' || quantity.dimension === 'doubling' ? 'growth' : 'change'
  if (quantity.dimension === 'doubling') return 'growth'
  if (quantity.dimension === 'percent') return head.isShare || /占比|比重|比例|份额/.test(name) ? 'share' : 'rate'
  return quantity.dimension === 'count' ? 'count' : 'level'
}
