import type { IndicatorFact } from '../../ingest/facts/indicator-fact.ts'
import type { AnswerContext } from './answer-context.ts'
import type { AskedFigure } from './asked-figure.ts'
import type { AskedThing } from './asked-thing.ts'

/**
 * A sentence that tells the figure of something else of the same kind: it holds the last word of the name (床位) but nowhere what the question says of it (养老), or puts
 * other words between (智慧|物流配送示范|城市).
 */
export function isOtherThing(
  { name, head, modifiers }: AskedThing,
  quoted: string,
  local: string,
  around: string,
  { wordings, synonyms }: AnswerContext,
): boolean {
  const told = wordings.ofText(local)
  const forms = [name, ...synonyms(name).flatMap(({ found, others }) => others.map((other) => name.replace(found, other)))]
  if (forms.some((form) => told.includes(wordings.ofText(form)))) return false
  if (!told.includes(head)) return false
  if (told.includes(wordings.ofText(modifiers))) {
    const between = new RegExp(`${modifiers}([\\p{Script=Han}、]{4,10})${head}`, 'u').exec(quoted)?.[1]
    return between !== undefined && !/[和及与、的在为]/.test(between)
  }
  if (pairsOf(modifiers).some((pair) => around.includes(pair))) return false
  // 粮时总产量 for 粮食总产量: a slip of the pen is no other thing.
  const before = told.slice(Math.max(0, told.indexOf(head) - modifiers.length), told.indexOf(head))
  return ![...modifiers].some((character) => before.includes(character))
}

/** What is counted in a unit (多少亿元|消费券) and the library speaks of elsewhere, this sentence does not name. */
export function isUnsaid({ counted, scale, dimensions }: AskedFigure, told: string, { wordings, synonyms, knowledge }: AnswerContext): boolean {
  if (scale === null || dimensions?.has('count') || counted.length < 2 || counted.length > 4 || counted.includes('的')) return false
  const forms = [counted, ...synonyms(counted).flatMap(({ found, others }) => others.map((other) => counted.replace(found, other)))]
  return !forms.some((form) => told.includes(wordings.ofText(form))) && knowledge.mentions(counted)
}

const PART =
  /^(“[^”]{1,12}”|民间|民营企业|国有企业|外商|工业|制造业|高技术(?:产业|制造业)?|装备制造业|房地产(?:开发)?|基础设施|服务业|农产品|机电产品|跨境电商|一般贸易|对[\p{Script=Han}、]{2,12}?(?=进|出口))(?=.{2})/u

/** A figure of a part of what was asked: “新三样”|出口 for 出口. */
export function isOfPart({ indicatorText }: IndicatorFact, asked: string): boolean {
  const part = PART.exec(indicatorText)?.[1]
  return part !== undefined && !asked.includes(part.replace(/[“”]/g, ''))
}

const OWN_WORDS = /^(?:[新净]增|新建|改造|建成|完成|发放|兑现|投入|安排|争取|实现|举办|培育|引进|总|累计|年|全|各类|各项)*/

/** A figure whose own name ends alike with nothing of what the question says of it: 汽车消费|补贴 for 家装|补贴. */
export function isOfOther({ indicatorText }: IndicatorFact, { head, modifiers }: AskedThing): boolean {
  const at = indicatorText.lastIndexOf(head)
  if (at < 0) return false
  const own = indicatorText.slice(0, at).replace(OWN_WORDS, '')
  return own.length >= 2 && ![...modifiers].some((character) => indicatorText.includes(character))
}

function pairsOf(text: string): string[] {
  return [...text].slice(1).map((character, i) => `${[...text][i] ?? ''}${character}`)
}
