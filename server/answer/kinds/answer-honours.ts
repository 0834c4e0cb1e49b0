import type { SentenceRow } from '../../../ingest/index/library-snapshot.ts'
import type { AnswerContext } from '../context/answer-context.ts'
import type { Draft } from '../sentences/draft.ts'
import { periodOf } from '../sentences/period-of.ts'
import { tenseOf } from '../sentences/tense-of.ts'
import { withinChars } from '../sentences/within-chars.ts'

const MAX_CHARS = 740
const MAX_STATEMENTS = 8
const MAX_SENTENCE = 260
/** What papers seldom call so: they say who 获评, 入选 or 荣获 what. */
const ASKS_FOR_HONOURS = /(?:哪些|什么|哪几[个项块])[^，。？?]{0,8}(?:荣誉|称号|奖项|牌子|头衔|招牌|名头|殊荣)/
/** Only the class is asked for, of no thing in particular. */
const NAMED =
  /(?:国家级?|国字号|全国性?|省级|自治区级|市级|的|方面|获得?|拿到?|得到?|摘|新增|取得|有|了|荣誉|称号|奖项|牌子|头衔|招牌|名头|殊荣|重要|主要|\s)+/g
const HONOURED = /获评|荣获|入选(?!人数|率)|跻身|获批|被评为|评为|获得?[^，。；]{0,24}(?:称号|(?<!获)奖(?![获数])|荣誉)|荣膺|授予|命名为|认定为/
const LEVELS: readonly { readonly asked: RegExp; readonly told: RegExp }[] = [
  { asked: /国家|国字号|全国/, told: /国家|全国|中国|国字号/ },
  { asked: /省级|自治区级|省里|自治区/, told: /省级|自治区|全省|全区/ },
  { asked: /市级/, told: /市级|全市/ },
]

/**
 * Honours and titles of a year and place: the clauses that say who was given one, of the level that was asked for. Null where no paper tells of one.
 */
export function answerHonours(context: AnswerContext): Draft | null {
  const { intent, snapshot, twins } = context
  const level = LEVELS.find(({ asked }) => asked.test(intent.asked))
  const places = intent.places.map(({ name }) => name)
  const isAsked = ({ sentence: { facets, text, role }, document }: SentenceRow): boolean =>
    role !== 'heading' &&
    role !== 'title' &&
    HONOURED.test(text) &&
    (intent.years.length === 0 || (facets.year !== null && intent.years.includes(facets.year))) &&
    (places.length === 0 || places.includes(facets.place ?? document.document.metadata.place ?? '')) &&
    (intent.documentIds.length === 0 || intent.documentIds.includes(document.document.id))
  const told: { readonly text: string; readonly rows: readonly SentenceRow[] }[] = []
  const seen = new Set<number>()
  for (const row of snapshot.sentences) {
    if (!isAsked(row) || seen.has(row.row) || tenseOf(row) === 'target' || (intent.years.length > 0 && periodOf(row) !== null)) continue
    const text = clausesWith(row.sentence.text, level?.told ?? null)
    if (text === null) continue
    for (const twin of twins(row)) seen.add(twin.row)
    told.push({ text, rows: [row] })
    if (told.length >= MAX_STATEMENTS) break
  }
  return told.length === 0 ? null : { kind: 'answered', statements: withinChars(told, MAX_CHARS) }
}

/** Whether honours of no thing in particular are asked for. */
export function asksForHonours({ intent }: AnswerContext): boolean {
  return ASKS_FOR_HONOURS.test(intent.asked) && intent.focus.every(({ text, weight }) => weight < 1 || text.replace(NAMED, '') === '')
}

/** The stretch from the first clause that tells of an honour of the level to the last; null where none does. */
function clausesWith(text: string, level: RegExp | null): string | null {
  const clauses = text.match(/[^，,；;。]+[，,；;。]?/g) ?? []
  const tells = clauses.map((clause) => HONOURED.test(clause) && (level === null || level.test(clause)))
  const [first, last] = [tells.indexOf(true), tells.lastIndexOf(true)]
  if (first < 0) return null
  const stretch = clauses.slice(first, last + 1).join('')
  return (stretch.length <= MAX_SENTENCE ? stretch : (clauses[first] ?? '')).replace(/[，,；;]$/, '').trim()
}
