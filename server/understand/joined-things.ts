import { INDICATOR_NAMES } from '../../ingest/facts/indicator-synonyms.ts'
import type { AskedSide, Intent } from './intent.ts'
import { isPlainName } from './plain-names.ts'

/** What the parting of joined things asks of the library. */
export interface ThingKnowledge {
  /** Whether any sentence holds the text. */
  readonly mentions: (text: string) => boolean
  /** Cuts a text into words. */
  readonly cut: (text: string) => readonly string[]
}

const JOINT = /^(?:以及|[、和与跟及])$/
const JOINTS = /以及|[、和与跟及]/
/** Another thing behind the question for one: GDP增长多少？财政收入呢. */
const AND_THEN = /^(.{4,}?(?:多少|几|如何|怎么?样).{0,6})[？?，,。；;]\s*(?:那|那么)?([^？?，,。；;]{2,14})呢[？?]?$/
const MOST_THINGS = 5
const MIN_NAME = 2
/** What is asked of a thing, behind its name. */
const ASPECT = /(?:的?(?:目标|预期|增速|增幅|增长率?|涨幅|总量|总额|数量|新增|实绩|完成))+$/
/** How many there are: GDP、固投、社零这三项目标. */
const COUNT = /(?:等?这?[两二三四五六七八九十\d]+[项个类种](?:指标)?|等)(?=$|的|目标|增速)/
/** How what is measured ends. */
const MEASURED = /(?:量|额|率|值|数|比重|收入|支出|投资|规模|里程|面积|人口|强度)$/

/** How what is only ever asked of several kinds ends: 秸秆、畜禽粪污综合利用率. */
const OF_ALL = /[率量]$/
/** Amounts that no growth is asked of which another thing names behind them: 粮食产量和工业增速. */
const OWN_MEASURE = /(?:产量|里程|面积|人口|[人户个]数)$/
const GROWTH = /增速|增幅|增长|涨幅/
const MIN_WORDY = 4

/**
 * The things that a question joins by 和 or 、 and asks the same of (专技人才和高技能人才新增多少, 社零、财政增速), each by its name with the question about it alone; empty where it joins
 * none. Names are what the library mentions or any library's indicators; what papers themselves tell in one breath (the whole run is mentioned) and parts of one measure (城镇和农村) are one
 * thing. What stands before the first name or behind the last is said of each.
 */
export function findJoinedThings(
  asked: string,
  stretches: readonly string[],
  knows: ThingKnowledge,
): { readonly name: string; readonly question: string }[] {
  const then = thingsInTurn(asked, stretches)
  if (then !== null) return then
  const run = runOf(asked, stretches)
  if (run === null || knows.mentions(run)) return []
  // A word may hold what joins (普及率), and a cut may join what it should not.
  const names = part(piecesOf(knows.cut(run)), knows) ?? part(charPieces(run, knows), knows) ?? []
  return names.map((name) => ({ name, question: asked.replace(run, name).replace(/(?<!年)各自?(?=[要是有为能达]|多少)|分别/, '') }))
}

/** The joined things of a question that stands by itself, each read as a question of its own. */
export function readThings({ asked, question, focus }: Intent, knows: ThingKnowledge, read: (question: string) => Intent): AskedSide[] {
  if (question !== asked) return []
  const stretches = focus.filter(({ weight }) => weight === 1).map(({ text }) => text)
  return findJoinedThings(asked, stretches, knows).map((thing) => ({ name: thing.name, intent: read(thing.question) }))
}

/** Whether another thing is asked for behind the question for one: what is asked of the first (its growth) may not be asked of the other. */
export function asksInTurn(asked: string): boolean {
  return AND_THEN.test(asked)
}

/** A thing and another that is asked for behind it, in the words that ask for the first one; null where a question does not ask so. */
function thingsInTurn(asked: string, stretches: readonly string[]): { readonly name: string; readonly question: string }[] | null {
  const [, question = '', other = ''] = AND_THEN.exec(asked) ?? []
  const [first, second] = stretches
  if (first === undefined || stretches.length !== 2 || second !== other || !question.includes(first)) return null
  return [
    { name: first.replace(ASPECT, ''), question },
    { name: other, question: question.replace(first, other) },
  ]
}

/** The stretch of the question from the first thing to the last: what is asked about, with nothing but joints between. */
function runOf(asked: string, stretches: readonly string[]): string | null {
  let run: string | null = null
  for (const stretch of stretches) {
    const next = asked.indexOf(stretch)
    if (next < 0) continue
    const at: number = run === null ? -1 : asked.indexOf(run)
    if (run !== null && JOINT.test(asked.slice(at + run.length, next))) run = asked.slice(at, next + stretch.length)
    else if (run === null || !JOINTS.test(run)) run = stretch
  }
  return run !== null && JOINTS.test(run) ? run : null
}

type Pieces = readonly (readonly string[])[]

function piecesOf(words: readonly string[]): Pieces {
  const pieces: string[][] = [[]]
  for (const word of words) {
    if (JOINT.test(word)) pieces.push([])
    else pieces.at(-1)?.push(word)
  }
  return pieces
}

function charPieces(run: string, { cut }: ThingKnowledge): Pieces {
  return run.split(JOINTS).map(cut)
}

/** The whole names, with what is said once for all of them; null where there are not several or one of the pieces names nothing. */
function part(pieces: Pieces, { mentions }: ThingKnowledge): string[] | null {
  if (pieces.length < 2 || pieces.length > MOST_THINGS) return null
  const isName = (text: string): boolean => text.length >= MIN_NAME && (INDICATOR_NAMES.has(text) || mentions(text))
  const isWordy = (words: readonly string[]): boolean =>
    words.join('').length >= MIN_WORDY && words.some((word) => word.length >= MIN_NAME && mentions(word))
  const texts = pieces.map((words) => words.join('').replace(COUNT, ''))
  const cores = texts.map((text) => text.replace(ASPECT, ''))
  if (cores.some((core) => core === '' || (isPlainName(core) && !INDICATOR_NAMES.has(core)))) return null
  const head = headOf(pieces[0] ?? [], cores[0] ?? '', isName) ?? (isWordy(pieces[0] ?? []) ? '' : null)
  const last = sharedTail(pieces.at(-1) ?? [], cores, isName) ?? (isWordy(pieces.at(-1) ?? []) ? '' : null)
  if (last === null || head === null || !cores.slice(1, -1).every(isName)) return null
  const aspect = (texts.at(-1) ?? '').slice((cores.at(-1) ?? '').length)
  return texts.map((text, i) => {
    const whole = i === 0 ? text : `${head}${text}`
    if (i === texts.length - 1 || text !== cores[i]) return whole
    return `${whole}${last}${GROWTH.test(aspect) && OWN_MEASURE.test(text) ? '' : aspect}`
  })
}

/** What stands before the first name: 新增|专技人才. */
function headOf(words: readonly string[], core: string, isName: (text: string) => boolean): string | null {
  let head = ''
  if (MEASURED.test(core) && core.length >= MIN_WORDY && !isName(core)) return head
  for (const word of words) {
    if (isName(core.slice(head.length))) return head
    head += word
  }
  return null
}

/** What the last name ends with and the others lack, its aspect aside: 畜禽粪污|综合利用率. Empty where it stands for itself, null where it names nothing. */
function sharedTail(words: readonly string[], cores: readonly string[], isName: (text: string) => boolean): string | null {
  const own = cores.at(-1) ?? ''
  const others = cores.slice(0, -1)
  if (MEASURED.test(own) && others.every((core) => !MEASURED.test(core) && !INDICATOR_NAMES.has(core))) {
    for (const end of words.map((_, i) => words.slice(0, i + 1).join('')).filter((end) => end.length < own.length)) {
      const rest = own.slice(end.length)
      if (isName(end) && (OF_ALL.test(rest) || others.every((core) => isName(core + rest)))) return rest
    }
  }
  return isName(own) || (MEASURED.test(own) && own.length >= MIN_WORDY) ? '' : null
}
