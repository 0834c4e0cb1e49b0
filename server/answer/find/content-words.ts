import type { SentenceRow } from '../../../ingest/index/library-snapshot.ts'
import { holdsPairs } from '../../../ingest/structure/shingles.ts'
import { shortPlaceName } from '../../understand/gazetteer.ts'
import { withoutPartsOfYear } from '../../understand/parts-of-year.ts'
import { askedPlans, withoutPlans } from '../../understand/plan-periods.ts'
import type { AnswerContext } from '../context/answer-context.ts'

/** A word that says what the question is about. */
export interface ContentWord {
  readonly text: string
  /** Itself and other names of the same thing. */
  readonly forms: readonly string[]
  /** Share of all content words' idf, 0 to 1. */
  readonly share: number
  /** Whether any sentence of the library holds one of the forms. */
  readonly held: boolean
  /** The official name of an indicator, or another name of it. */
  readonly named: boolean
}

/** Words of questions and plans that do not tell one subject from another. */
const COMMON =
  /^(?:目标|计划|实际|全年|年度|情况|方面|要求|提出|达到|完成|实现|增长|增加|减少|增速|提高|下降|突破|新增|建设|开展|推进|实施|打算|准备|预备|安排|任务|工作|项目|数量|规模|比例|占比|多少|分别|一共|总共|现在|目前|今年|去年|报告|文件|政府|我们|他们|这个|那个|什么|怎么|如何|哪些|哪个|可以|需要|能够|已经|还有|包括|具体|主要|重点|全部|一个|一年|上一年|指标|数字|数据|地方|人家|几个|每个|升级|变化|不同|降到|降至|提到|升到|增到|涨到|加到|调到|扩到|提到了|上涨|上升|减少|百分之|第几|几个|左右|以上|以下|水平|总量|总额|总值|承担|写|办|定|最长|最短|最多|最少|至多|至少|最晚|最迟)$/

/** When it was, or is to be, says nothing of what. */
const FIVE_YEARS = /[“"]?十[一二三四五六七八九]五[”"]?(?:时期|期间|以来|期末|末)/g

/** The content words of the question: names of indicators whole, the rest as the segmenter cuts it. Words of an earlier turn count as far as they were inherited. */
export function contentWords(context: AnswerContext): ContentWord[] {
  const { intent, segmenter, synonyms, knowledge, snapshot } = context
  const placed = intent.places.flatMap((place) => (place.documents ? [place.name, shortPlaceName(place.name)] : []))
  const found = new Map<string, { forms: readonly string[]; idf: number; named: boolean }>()
  const add = (text: string, forms: readonly string[], weight: number, named: boolean): void => {
    const rows = Math.min(...forms.map((form) => rowsWith(snapshot.sentencePostings, form)))
    const idf = Math.log(1 + snapshot.sentences.length / (1 + rows)) * weight
    if (!found.has(text)) found.set(text, { forms, idf, named })
  }
  for (const part of intent.focus.filter(({ weight }) => weight >= 0.5)) {
    let rest = withoutStretch(intent, part.text)
    for (const { found: name, others } of synonyms(part.text)) {
      if (![name, ...others].some((form) => COMMON.test(form))) add(name, [name, ...others], part.weight, name.length >= 4 || /^[A-Z&]+$/.test(name))
      rest = rest.replace(name, ' ')
    }
    for (const run of rest.match(/[\p{Script=Han}A-Za-z0-9+&]{2,}/gu) ?? [])
      for (const cut of segmenter.cut(run)) {
        const word = knowledge.mentions(cut) ? cut : withoutVerb(cut, knowledge.mentions)
        if (isContent(word) && !placed.includes(word)) add(word, [word], part.weight, false)
      }
  }
  const total = [...found.values()].reduce((sum, { idf }) => sum + idf, 0) || 1
  return [...found].map(([text, { forms, idf, named }]) => ({
    named,
    text,
    forms,
    share: idf / total,
    held: forms.some((form) => knowledge.mentions(form)),
  }))
}

/** A stretch of time that figures are asked of is no word of theirs: whether they are of it is judged by itself (`createPeriodCover`, `createPartOfYearCover`). */
function withoutStretch(intent: AnswerContext['intent'], text: string): string {
  const { expected, tense, kind } = intent
  const ofFigures = expected.kind === 'figure'
  const isOfPlan = (kind === 'value' || kind === 'compare') && (ofFigures || tense === 'target') && askedPlans(intent).length === 1
  const timeless = (isOfPlan ? withoutPlans(text) : text).replace(FIVE_YEARS, ' ')
  return ofFigures ? withoutPartsOfYear(timeless) : timeless
}

/** Everyday verbs of one character, which a segmenter may leave at the end of a name that it does not know: 绿电|送到了多少个省. */
const VERB_BEHIND = /^(.{2,})[送拉运卖砸掏拿添造收办修盖挣赚花招救接种养打占排涨跌降搞做冲]$/

/** A word that no sentence holds without the verb behind it, where the library knows the rest. */
function withoutVerb(word: string, mentions: (text: string) => boolean): string {
  const name = VERB_BEHIND.exec(word)?.[1]
  return name !== undefined && mentions(name) ? name : word
}

/** Characters that only bind words: what a segmenter makes of them alone is no word. */
const BINDING = /^[前后内要将会能可已在从到至底末初的了过得把被给让又再还都就约共需应须拟先每]+$/

/** Whether a word tells one subject from another. */
export function isContent(word: string): boolean {
  return word.length >= 2 && !BINDING.test(word) && /\p{L}/u.test(word) && !COMMON.test(word)
}

/** Rows that may hold a text: those of its rarest pair of characters. */
function rowsWith(postings: AnswerContext['snapshot']['sentencePostings'], text: string): number {
  const characters = [...text.toLowerCase()]
  const counts = characters.slice(1).map((character, i) => postings.rows(`${characters[i]}${character}`).length)
  return counts.length > 0 ? Math.min(...counts) : 0
}

/** The content words that a sentence, read with its headings and lead-in, does not hold. */
export function missingWords({ wordings }: Pick<AnswerContext, 'wordings'>, row: SentenceRow, words: readonly ContentWord[]): ContentWord[] {
  const text = wordings.ofRow(row)
  return words.filter((word) => !holdsWord(wordings, text, word))
}

/** How much of the question's words a sentence, read with its headings and lead-in, does not hold, 0 to 1. */
export function lackIn(context: Pick<AnswerContext, 'wordings'>, row: SentenceRow, words: readonly ContentWord[]): number {
  return sumShare(missingWords(context, row, words))
}

/** Whether a text, as it is compared, holds a word in one of its forms. */
export function holdsWord(wordings: AnswerContext['wordings'], text: string, word: Pick<ContentWord, 'forms'>): boolean {
  return word.forms.some((form) => holdsLoosely(text, wordings.ofText(form)))
}

/** What a name leaves out where it goes without saying. */
const IMPLIED = /^(?:外贸|对外贸易)(?=进出口)/
/** Nearly all of a form's pairs of characters, in a stretch this many times as long around its last pair, which says what it is. */
const NEARLY_ALL = 0.6
const STRETCH = 3

/** The form itself, or nearly all of its pairs of characters close together (新增城镇就业 in 城镇新增就业; no 居民消费价格 in 居民多了，消费旺了，大宗商品价格). */
function holdsLoosely(text: string, whole: string): boolean {
  const form = whole.replace(IMPLIED, '')
  if (form === '' || text.includes(form)) return true
  if (form.length < 3 || !holdsPairs(form, text, NEARLY_ALL)) return false
  const last = form.slice(-2)
  const around = STRETCH * form.length
  for (let at = text.indexOf(last); at >= 0; at = text.indexOf(last, at + 1))
    if (holdsPairs(form, text.slice(Math.max(0, at - around), at + last.length), NEARLY_ALL)) return true
  return false
}

/** How much of the question the words carry together, 0 to 1. */
export function sumShare(words: readonly ContentWord[]): number {
  return words.reduce((sum, word) => sum + word.share, 0)
}
