import type { Section } from '../../ingest/corpus/section.ts'
import { sectionPath } from '../../ingest/corpus/section-path.ts'
import type { SentenceRow } from '../../ingest/index/library-snapshot.ts'
import { comparableText } from '../../ingest/structure/shingles.ts'
import { plainText } from './brief-unit.ts'

/** What is said to the hall and not of the matter: greetings, thanks, appeals; and what sends a paper on its way. */
const TO_THE_HALL =
  /^(?:各位|同志们|女士们|朋友们|现在[，,]我?代表|让我们|谢谢|请予|敬请)|请予?审议|向.{2,20}(?:报告工作|作报告)|表示(?:最?(?:诚挚|衷心|崇高|热烈|亲切))|(?:印发|转发|下发)给你们|此件|(?:请|望)(?:认真|遵照|结合实际).{0,8}(?:执行|落实)|(?:而|,|，)(?:努力|不懈|团结)奋斗[!！。]?$|^附件/
/** Words that describe the paper, not its subject. */
const OF_THE_PAPER = /^(?:(?:提出|做出|作出)?(?:上述|以下)|综上|总的(?:来?看|看来)|这些(?:目标|问题|成绩)|此外[，,]?$)/
const MIN_HAN = 6
/** A sentence without figures up to this length is a heading that runs into its text: 打造教育高地。 */
const MIN_WORDS = 12
const PAIRS: readonly (readonly [string, string])[] = [
  ['（', '）'],
  ['(', ')'],
  ['“', '”'],
  ['《', '》'],
]

/**
 * Whether a sentence tells something of a subject: no heading, greeting, appeal or broken piece of a line, and of a glossary only what explains a term that is asked about.
 *
 * @param asked the words of the request; its topics
 */
export function isTelling({ document: { document }, sentence }: SentenceRow, asked: readonly string[] = []): boolean {
  if (sentence.role !== 'body' && sentence.role !== 'item') return false
  const text = plainText(sentence.text)
  const hasFigure = /\d/.test(text)
  if ((text.match(/\p{Script=Han}/gu)?.length ?? 0) < MIN_HAN) return false
  if (TO_THE_HALL.test(text) || OF_THE_PAPER.test(text)) return false
  if (!hasFigure && (/[!！?？：:]$/.test(text) || comparableText(text).length < MIN_WORDS)) return false
  if (PAIRS.some(([open, close]) => text.split(open).length !== text.split(close).length) || /^[，。；、）)》”]/.test(text)) return false
  if (isGlossary(document.sections, sentence.section)) return explains(text, asked)
  const own = comparableText(text)
  return hasFigure || sectionPath(document.sections, sentence.section).every((heading) => !comparableText(heading).endsWith(own))
}

const SHORTCOMING =
  /(?:还|仍|尚)(?:然)?(?:存在|有(?:不少|一些|许多|较大)|需|不)|有待(?:提升|提高|加强|改善)|清醒地?(?:认识|看到)|(?:能力|水平|动力|基础|支撑)(?:还|仍|相对|较为|比较)?(?:不足|不够|不强|薄弱|偏低)|(?:矛盾|问题|短板|压力).{0,6}(?:突出|较大|依然|仍然)/

/** What a paper says is not yet well: of no use to a brief that does not ask for problems. */
export function isShortcoming({ sentence }: SentenceRow): boolean {
  return SHORTCOMING.test(plainText(sentence.text))
}

/** 人才政策包：指… explains what a request about 人才 is about. */
function explains(text: string, asked: readonly string[]): boolean {
  const term = /^(?:\d{1,3}[.．、])?\s*(.{2,20}?)(?:[：:]|是?指)/.exec(text)?.[1]?.replace(/[“”"]/g, '')
  return term !== undefined && text.length > term.length + MIN_WORDS && asked.some((words) => words.includes(term) || term.includes(words))
}

export function isGlossary(sections: readonly Section[], index: number): boolean {
  for (let section = sections[index]; section; section = section.parent === null ? undefined : sections[section.parent]) {
    if (section.part === 'glossary') return true
  }
  return false
}
