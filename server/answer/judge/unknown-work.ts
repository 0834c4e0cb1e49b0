import { shortPlaceName } from '../../understand/gazetteer.ts'
import type { AnswerContext } from '../context/answer-context.ts'
import { isGeneric } from '../find/generic-words.ts'
import { isShortFor } from './other-thing.ts'

/** Works that bear names of their own, in groups that stand for one another: what one paper calls 高铁 is 铁路 to the next. */
const WORKS: readonly (readonly string[])[] = [
  ['机场', '空港', '航空港', '国际机场'],
  ['铁路', '高铁', '城际', '高速铁路', '客专', '专线'],
  ['高速', '高速公路', '公路'],
  ['大桥', '特大桥', '跨海大桥', '桥'],
  ['水库', '水利枢纽', '枢纽', '水电站'],
  ['电站', '核电站', '水电站', '核电'],
  ['运河'],
  ['隧道'],
  ['港', '港区', '港口', '码头'],
  ['新区'],
]
/** Institutions and areas: words of every day stand before these as well (智慧医院), so that only names set them apart. */
const INSTITUTIONS: readonly string[] = ['大学', '学院', '实验室', '博物馆', '图书馆', '景区', '集团', '公司', '高新区', '经开区', '开发区', '保税区']
/** Before a work: what kind it is, and how far it has come. */
const DESCRIBING =
  /^(?:病险|智慧|通用|支线|干线|国际|国内|省内|省际|市郊|城际|货运|客运|普速|大[型中]|中[小型]|小型|水电|抽水|蓄能|跨[海江河境]|农村|城市|省级|国家级?|战略|集装箱|现代|绿色|新型|重点|重大|骨干|最[大长高多]|第.|主要|其他|各地|周边|附近|沿[江海线边])$/
const SPOKEN =
  /[的了着过给被把让将使没想么那这哪几多再还都就又去来里从到在跟搞咱啥它他她你我们吗呢是有和与及修盖]|^[新拟续改扩迁在已待要能可未不前后]|[建通]$|怎样|如何/
const HAN = /^\p{Script=Han}+$/u
/** A name in full stands this near to the work's own word. */
const NEAR = 12

interface NamedWork {
  readonly name: string
  readonly modifiers: readonly string[]
  readonly kinds: readonly string[]
}

/**
 * The railway, airport, bridge, reservoir … that a question names and the library does not: neither by this name nor by one that it is short for (甲乙铁路 for 甲州至乙江铁路). What
 * papers tell of other works is no answer. Null where the question names none, or one that is known.
 */
export function unknownWork({ intent, segmenter, knowledge, snapshot }: AnswerContext): string | null {
  const places = new Set(intent.places.flatMap(({ name }) => [name, shortPlaceName(name)]))
  const withoutPlace = (word: string): string => word.slice([...places].find((place) => word.startsWith(place) && word !== place)?.length ?? 0)
  const works = namedWorks(segmenter.cut(intent.asked)).flatMap((work) => {
    const isName = (word: string): boolean =>
      isNameBefore(word) &&
      !places.has(word) &&
      (!segmenter.isWord(word) || (!INSTITUTIONS.includes(work.kinds[0] ?? '') && !knowledge.mentions(word)))
    // A dictionary may know a work with the place before it as one word.
    const names = work.modifiers.map(withoutPlace).filter(isName)
    return names.length > 0 ? [{ ...work, names }] : []
  })
  const isKnown = ({ names, kinds }: (typeof works)[number]): boolean =>
    names.some((name) => kinds.some((kind) => knowledge.mentionsTogether(name, kind) || isNamedInFull(name, kind)))
  const isNamedInFull = (name: string, kind: string): boolean => {
    for (const row of knowledge.rowsNear(kind)) {
      const { text } = snapshot.sentences[row]?.sentence ?? { text: '' }
      for (let at = text.indexOf(kind); at >= 0; at = text.indexOf(kind, at + 1))
        if (isShortFor(name, text.slice(Math.max(0, at - NEAR), at))) return true
    }
    return false
  }
  return works.length > 0 && !works.some(isKnown) ? works.map(({ name }) => name).join('、') : null
}

/** Words of a question that name a kind of work, each with the words right before it. */
function namedWorks(words: readonly string[]): NamedWork[] {
  return words.flatMap((word, i): NamedWork[] => {
    const kind = [...WORKS.flat(), ...INSTITUTIONS].filter((one) => word.endsWith(one)).toSorted((a, b) => b.length - a.length)[0]
    if (kind === undefined || (kind.length === 1 && word !== kind)) return []
    const before = word.slice(0, -kind.length)
    const modifiers = before === '' ? wordsBefore(words.slice(0, i)) : [before]
    const kinds = WORKS.find((group) => group.includes(kind)) ?? [kind]
    return modifiers.length > 0 ? [{ name: `${modifiers.join('')}${kind}`, modifiers, kinds }] : []
  })
}

/** The words that stand right before, up to one of speech; characters that the segmenter left alone are one name. */
function wordsBefore(words: readonly string[]): string[] {
  const found: string[] = []
  let single = ''
  for (const word of words.toReversed()) {
    const ends = !HAN.test(word) || SPOKEN.test(word) || isGeneric(word)
    if (ends) break
    if (word.length === 1) single = word + single
    else {
      if (single !== '') found.unshift(single)
      single = ''
      found.unshift(word)
    }
  }
  if (single !== '') found.unshift(single)
  return found
}

function isNameBefore(word: string): boolean {
  return word.length >= 2 && HAN.test(word) && !DESCRIBING.test(word) && !SPOKEN.test(word) && !isGeneric(word)
}
