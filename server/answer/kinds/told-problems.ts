import type { Section } from '../../../ingest/corpus/section.ts'
import type { SentenceRow, SnapshotDocument } from '../../../ingest/index/library-snapshot.ts'
import { heldPairs } from '../../../ingest/structure/shingles.ts'
import { namesWrong } from '../../understand/problem-question.ts'
import type { AskedPart } from '../../understand/section-cues.ts'
import type { AnswerContext } from '../context/answer-context.ts'
import { type FoundSection, findSectionIn, rowsOf } from '../find/find-section.ts'
import { beginsPoint } from '../sentences/counted-series.ts'
import type { DraftStatement } from '../sentences/draft.ts'
import { findLead, following, within } from './told-rows.ts'

/** How the sentence begins that tells what is wrong, and what follows it no longer does. */
const PROBLEMS =
  /清醒地?(?:看到|认识到|意识到)|(?:看到|认识到|意识到)[^。]{0,40}(?:困难|问题|不足|短板|挑战|差距)|(?:存在|面临|还有)[^。；]{0,16}(?:困难|问题|不足|短板|挑战|矛盾|缺点)|(?:困难|问题|不足|短板|差距|矛盾)[^。；，]{0,4}(?:同样|依然|仍|还|也)[^。；，]{0,4}(?:清楚|突出|不少|较多|明显|存在|不容忽视)|(?:困难|问题|不足|短板|差距)[^。；，]{0,4}(?:正视|直面)[：:]/
/** A sentence on what was overcome or is to be solved is of another part. */
const SOLVES = /解决|破解|整治|整改|化解|急难|战胜|克服|攻克|离不开/
/** What a paper says of itself as a whole, not of one thing. */
const OF_ALL = /当前|目前|前进|工作中|发展中|生活中|执行中|运行中/
const AFTER_PROBLEMS =
  /整改|牢记|直面|决不|绝不|^(?:所有)?(?:这些|以上|上述)[^，。]{0,10}(?:困难|问题|不足)|^对(?:存在的|这些)|^各位|^针对|^实践证明|^党中央|^国务院|长期向好|看到[^。]{0,24}(?:优势|有利)|我们(?:一定|将|必须|要|会)|^对此|^为此|^对于?这些|^下一步|采取有力措施/
/** A further paragraph on what is wrong. */
const ALSO = /^(?:同时[，,]?)?(?:我们)?[^。，]{0,4}[还也][^。，]{0,6}(?:认识到|看到)/
/** A clause that holds this share of the pairs of characters of a thing's name speaks of it. */
const MIN_HELD = 0.6
/** One that holds this share of its words speaks of it where none names it. */
const MIN_WORDS_HELD = 0.5
/** 居民收入 is two words. */
const SHORT_WORD = 2
/** What a sentence says that finds something wanting. */
const WANTING =
  /不足|不够|不优|不强|不高|不快|不畅|不实|不到位|不平衡|不充分|短板|弱项|薄弱|问题|困难|差距|矛盾|滞后|偏[低高弱小重]|压力|制约|瓶颈|挑战|缺点|堵点|隐患|缺乏|缺少|下滑|乏力/

/** What a paper finds wanting as a whole: the paragraph that a lead opens (我们也清醒地认识到…), else the part that is headed so. */
export function tellProblems(context: AnswerContext, asked: AskedPart, document: SnapshotDocument, maxChars: number): SentenceRow[] {
  const lead = findLead(document, ({ sentence: { text, section } }) => worthOfLead(text, document.document.sections[section]))
  const isOfThem = ({ sentence }: SentenceRow): boolean => !AFTER_PROBLEMS.test(sentence.text)
  if (lead) return following(lead, maxChars, isOfThem, ALSO)
  const section = headedSection(context, asked, document)
  const rows = section ? rowsOf(section).filter((row) => row.sentence.role !== 'heading' && isOfThem(row)) : []
  return within(rows, maxChars)
}

/** How far a sentence leads up to what is wrong as a whole: 0 and less not at all. */
function worthOfLead(text: string, section: Section | undefined): number {
  const found = PROBLEMS.exec(text)
  const at = found?.index ?? 0
  if (found === null || SOLVES.test(text.slice(Math.max(0, at - 20), at + Math.max(30, found[0].length + 4)))) return 0
  return (
    (/清醒|认识到|看到/.test(text) || /忽视/.test(found[0]) ? 2 : 0) +
    (/[：:]|一是/.test(text.slice(at)) ? 2 : 0) +
    (OF_ALL.test(text) ? 1 : 0) -
    (section?.part === 'plan' ? 1 : 0)
  )
}

/**
 * The part that is headed as what is wrong: one whose heading is such a lead (a short first sentence that heads its paragraph), else the one that fits the question best, else the
 * first. A part on the question's subject is none.
 */
function headedSection(context: AnswerContext, asked: AskedPart, document: SnapshotDocument): FoundSection | null {
  const isHeaded = ({ heading }: Section): boolean => asked.part?.test(heading) === true
  const headed = document.document.sections.slice(1).filter(isHeaded)
  const leading = headed.find((section) => worthOfLead(section.heading, section) > 0)
  const found = leading === undefined ? findSectionIn(context, asked, [document]) : null
  if (found && isHeaded(found.section)) return found
  const section = leading ?? headed[0]
  return section ? { document, section, children: [], isWhole: false } : null
}

/**
 * The clauses between semicolons that speak of a thing, and what goes on about it where it is a point of its own: those that name it, else those on its theme (民生: 就业、社会保障),
 * else those that hold most of its words.
 */
export function clausesOn(context: AnswerContext, thing: string, { theme }: AskedPart, rows: readonly SentenceRow[]): DraftStatement[] {
  const named = clausesThat((clause) => heldPairs(thing, clause) >= MIN_HELD, rows)
  if (named.length > 0) return named
  const onTheme = theme === null ? [] : clausesThat((clause) => theme.test(clause), rows)
  if (onTheme.length > 0) return onTheme
  const words = context.intent.focus
    .flatMap((part) => (part.weight === 1 ? context.segmenter.cut(part.text) : []))
    .filter((word) => !namesWrong(word))
    .flatMap((word) => (word.length === 2 * SHORT_WORD ? [word.slice(0, SHORT_WORD), word.slice(SHORT_WORD)] : word))
    .filter((word) => word.length >= SHORT_WORD && context.knowledge.mentions(word))
  const heldBy = (clause: string): number => words.filter((word) => clause.includes(word)).length
  const most = Math.max(0, ...rows.flatMap(({ sentence }) => clausesOf(sentence.text).map(heldBy)))
  return most === 0 || most < MIN_WORDS_HELD * words.length ? [] : clausesThat((clause) => heldBy(clause) === most, rows)
}

function clausesThat(speaks: (clause: string) => boolean, rows: readonly SentenceRow[]): DraftStatement[] {
  let goesOn = false
  return rows.flatMap((row) => {
    const { text } = row.sentence
    const clauses = clausesOf(text)
    const naming = clauses.filter((clause) => speaks(clause) && !/[：:]$/.test(clause))
    goesOn = beginsPoint(text) ? clauses.length === 1 && naming.length > 0 : goesOn
    return (goesOn ? [text] : naming).map((told): DraftStatement => ({ text: told, rows: [row] }))
  })
}

function clausesOf(text: string): string[] {
  return text.split(/(?<=[；;：:])/).map((clause) => clause.replace(/[；;]$/, ''))
}

/** Whether a text finds something wanting: no achievement answers a question for shortcomings. */
export function findsWanting(text: string): boolean {
  return WANTING.test(text)
}
