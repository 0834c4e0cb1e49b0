import type { SnapshotDocument } from '../../../ingest/index/library-snapshot.ts'
import { comparableText, heldPairs } from '../../../ingest/structure/shingles.ts'
import type { AnswerContext, Candidate } from '../context/answer-context.ts'
import { type FoundSection, rowsOf, subjectOf } from '../find/find-section.ts'
import type { Draft } from '../sentences/draft.ts'
import { withinChars } from '../sentences/within-chars.ts'

/** What papers head their lists by. */
const THING = '方向|领域|任务|环节|程序|步骤|流程|内容|范围|对象|要求|条件|情形|原则|方式|类型|类别|行动|工程|机制'
const COUNTED = '(?:个|条|项|类|种|大|步|方面)?'
const ASKED = new RegExp(
  `(?:哪(?:些|几${COUNTED}|[两二三四五六七八九十]${COUNTED})|什么)(?:主要|重点|基本|具体)?(${THING})|(${THING})(?:都|主要|分别|具体)?(?:有|是|包括|分)(?:为|成)?(?:哪|什么|几)`,
)
const MAX_HEADING = 14
/** Papers of the nearest sentences. */
const LOOKED_AT = 5
const MIN_SHARED = 0.3
const MIN_POINTS = 2
/** 基本原则 is headed so in any paper, 总体要求 holds no requirements. */
const GENERAL = /^(?:基本|主要|重点|具体)$/
const MAX_CHARS = 740
/** Points without a number: ——坚持…, 坚持需求导向。 */
const DASHED = /^\s*(?:[—–-]{1,2}|[•●·])\s*\S/

/**
 * What stands under the heading that a question names with the sort of things it asks for (征集哪几个方向 → 征集方向), in the paper that is nearest: the headings below it, its
 * points, or its sentences. Null where the question asks for no such thing or no heading is named so.
 */
export function answerHeaded(context: AnswerContext, candidates: readonly Candidate[]): Draft | null {
  const asked = ASKED.exec(context.intent.asked)
  const thing = asked?.[1] ?? asked?.[2]
  if (thing === undefined || /方面/.test(context.intent.asked)) return null
  const subject = `${subjectOf(context)}${thing}`
  const documents = [...new Set(candidates.slice(0, LOOKED_AT).map(({ evidence }) => evidence.row.document))]
  for (const document of documents) {
    const found = findSection(document, thing, subject)
    if (found === null) continue
    const rows = rowsOf(found)
    const own = rows.filter(({ sentence }) => sentence.section !== found.section.index || sentence.role !== 'heading')
    const heads = found.children.flatMap((child) => rows.find((row) => row.sentence.section === child.index) ?? [])
    const dashed = own.filter(({ sentence }) => DASHED.test(sentence.text))
    const told = heads.length >= MIN_POINTS ? heads : dashed.length >= MIN_POINTS ? dashed : own
    if (told.length === 0) continue
    return {
      kind: 'answered',
      statements: withinChars(
        told.map((row) => ({ text: row.sentence.text, rows: [row] })),
        MAX_CHARS,
      ),
    }
  }
  return null
}

/** The section whose short heading ends with the thing and shares most with the question; null where it shares hardly anything. */
function findSection(document: SnapshotDocument, thing: string, subject: string): FoundSection | null {
  let best: { readonly found: FoundSection; readonly share: number } | null = null
  for (const section of document.document.sections.slice(1)) {
    const heading = comparableText(section.heading)
    if (heading.length > MAX_HEADING || !heading.endsWith(thing)) continue
    const own = heading.slice(0, -thing.length)
    const share = GENERAL.test(own) && thing !== '要求' ? MIN_SHARED : heldPairs(own, subject)
    if (share < MIN_SHARED || (best !== null && share <= best.share)) continue
    const children = document.document.sections.filter(({ parent, label }) => parent === section.index && label !== '')
    best = { found: { document, section, children, isWhole: false }, share }
  }
  return best?.found ?? null
}
