import { sectionPath } from '../../../ingest/corpus/section-path.ts'
import { shortPlaceName } from '../../understand/gazetteer.ts'
import type { AnswerContext } from '../context/answer-context.ts'
import { type ContentWord, contentWords, holdsWord, sumShare } from '../find/content-words.ts'
import { isGeneric } from '../find/generic-words.ts'
import type { Draft } from '../sentences/draft.ts'
import { readAskedFigure } from './asked-figure.ts'
import { readAskedName } from './asked-thing.ts'
import { withoutScope } from './cover-figure.ts'
import { isNameOfPapers, isPlainlyAsked } from './other-thing.ts'
import { isOfPapers } from './plain-name.ts'

/** What a question for measures names before it: 宠物经济方面|有哪些举措. */
const TOPIC =
  /^(.*?)(?:这?方面|领域|工作)?的?(?:主要|具体|重点)?(?:(?:还|都|又)?(?:有|提出|采取|作出|做出|出台|推出|部署|安排)了?)(?:哪些|什么|哪几[个项条])(?:新|具体|主要|重点|重大|支持|鼓励|扶持|优惠|配套|惠企|政策)*(?:举措|措施|部署|安排|做法|规定|政策|办法|打算|任务|行动|工作|成效|进展|要求)/
/** A thing that a question names and asks what it is, what is in it or how far it has come. */
const ABOUT_THING = [
  /^(\p{Script=Han}{3,12}?)的?(?:是(?:个)?(?:什么|啥)(?:意思)?|指(?:的是)?(?:什么|啥)|(?:有|包括|包含)(?:哪些|什么)(?:主要|具体)?内容|(?:完成|推进|进展|落实|执行)(?:得|情况)?(?:怎么样|怎样|如何)了?|在(?:哪里|哪儿|什么地方))$/u,
  /^(?:怎么|如何|怎样)(?:推进|落实|实施|建设|开展)(\p{Script=Han}{3,12})$/u,
] as const
/** Words of speech that no name of a figure holds. */
const SPEECH = /[不没怎掏帮拿搁弄讨]|(?<![接招优])待|钟头|花[销钱]|开销|工钱|配上/
/** How long something takes or holds. */
const HOW_LONG = /多长时间|多久|多长|几个?(?:年|月|天|工作日)/
/** 新机场|什么时候开工: what happens to a thing says nothing of which thing it is. */
const WHEN = /^(.{2,}?)(?:的)?(?:预计|计划|打算|准备|大概|将|要|能|会|可以|到底|究竟)*(?:是|在)?(?:什么时候|何时|哪[一]?[年月天日]|几月)/
/** A word that means the same as one of the text; two words that share one character of theirs look more alike than they are. */
const SAME = 0.6
const SAME_BY_SHARED = 0.7
/** A topic whose strange words carry this much of it is another; of the name of a figure it must be more, for deeds stand in it. */
const MOST = 0.5
const MOST_OF_NAME = 0.6
/** 投入量 is told where 投入 is. */
const MEASURED_BY = /(?<=..)[量额率数值费]$/
/** Words of an answer that are compared; of a long list the first sentences say what it is about. */
const MAX_PIECES = 160

/**
 * What a question names in the words of papers and an answer speaks of in no words at all: neither as it stands nor by a word that means nearly the same. Null where the answer
 * covers it, where the question is put in words of speech (which may be told in any others), and without an encoder.
 */
export async function findStranger(context: AnswerContext, { statements }: Draft): Promise<string | null> {
  const topic = TOPIC.exec(context.intent.asked)?.[1] ?? thingAskedAbout(context)
  const name = topic ?? nameOfFigure(context)
  const places = context.intent.places.flatMap((place) => [place.name, shortPlaceName(place.name)])
  const words = name === null ? [] : contentWords(context).filter(({ text }) => name.includes(text) && !isGeneric(text) && !places.includes(text))
  const rows = [...new Set(statements.flatMap((statement) => statement.rows))]
  if (name === null || words.length === 0 || rows.length === 0) return null
  const { wordings } = context
  const told = rows.map((row) => `${wordings.ofRow(row)} ${wordings.ofText(row.document.document.metadata.title)}`).join(' ')
  const missing = words.filter((word) => !holdsWord(wordings, told, word) && !told.includes(word.text.replace(MEASURED_BY, '')))
  if (!decides(missing, words, name, topic !== null, context)) return null
  const pieces = piecesOf(
    context,
    rows.flatMap(({ sentence, document: { document } }) => [sentence.text, ...sectionPath(document.sections, sentence.section)]),
  )
  const strange: ContentWord[] = []
  for (const word of missing) {
    const alike = await isAlike(context, word.text, pieces)
    if (alike === null) return null
    if (!alike) strange.push(word)
  }
  return decides(strange, words, name, topic !== null, context) ? strange.map(({ text }) => text).join('、') : null
}

/** Whether words that an answer does not speak of make it one of something else: most of a topic or a name, or the last word of a name where that is asked for plainly. */
function decides(strange: readonly ContentWord[], words: readonly ContentWord[], name: string, isTopic: boolean, { intent }: AnswerContext): boolean {
  if (strange.length === 0) return false
  if (sumShare(strange) >= (isTopic ? MOST : MOST_OF_NAME) * sumShare(words)) return true
  if (isTopic) return false
  const head = strange.find(({ text, held }) => !held && name.endsWith(text) && !MEASURED_BY.test(text))
  return head !== undefined && isPlainlyAsked(name, intent.asked)
}

/** The name of a thing that a question asks about, where it is one of papers. */
function thingAskedAbout(context: AnswerContext): string | null {
  const rest = withoutScope(context).replace(/[？?！!。 ]+/g, '')
  const name = ABOUT_THING.map((asked) => asked.exec(rest)?.[1]).find((one) => one !== undefined) ?? null
  return name !== null && isOfPapers(name, context.segmenter.cut(name)) ? name : null
}

/** The name whose figure is asked for, where it is one of papers. */
function nameOfFigure(context: AnswerContext): string | null {
  const { intent } = context
  const dated = intent.expected.kind === 'time' ? WHEN.exec(withoutScope(context).trim())?.[1] : undefined
  if (dated !== undefined) return /^\p{Script=Han}{2,8}$/u.test(dated) && !SPEECH.test(dated) ? dated : null
  if (intent.expected.kind !== 'figure' && !HOW_LONG.test(intent.asked)) return null
  const rest = withoutScope(context).replace(HOW_LONG, '多少')
  const name = readAskedName(rest, readAskedFigure(intent.asked, context.segmenter.cut).counted).replace(/了$/, '')
  return isNameOfPapers(name) && !SPEECH.test(name) ? name : null
}

/** Words of texts and pairs of them that stand side by side. */
function piecesOf({ segmenter }: AnswerContext, texts: readonly string[]): string[] {
  const pieces = new Set<string>()
  for (const text of texts) {
    const words = segmenter.cut(text)
    for (const [i, word] of words.entries()) {
      if (pieces.size >= MAX_PIECES) return [...pieces]
      if (!HAN.test(word)) continue
      const next = words[i + 1] ?? ''
      if (word.length >= 2) pieces.add(word)
      if (HAN.test(next) && word.length + next.length <= 5) pieces.add(word + next)
    }
  }
  return [...pieces]
}

const HAN = /^\p{Script=Han}+$/u

/** Whether one of the pieces means nearly what a word means; null where nothing compares them. */
async function isAlike({ retriever }: AnswerContext, word: string, pieces: readonly string[]): Promise<boolean | null> {
  const cosines = await retriever.compare(word, pieces)
  if (cosines.every((cosine) => cosine === 0)) return null
  return cosines.some((cosine, i) => {
    const shared = [...(pieces[i] ?? '')].filter((character) => word.includes(character)).length
    return cosine >= (shared === 1 ? SAME_BY_SHARED : SAME)
  })
}
