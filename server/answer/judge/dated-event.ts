import { comparableText } from '../../../ingest/structure/shingles.ts'
import type { AnswerContext, Candidate } from '../context/answer-context.ts'
import { type ContentWord, holdsWord } from '../find/content-words.ts'
import { splitClauseTexts } from '../sentences/clause-window.ts'
import { tellsAims } from '../sentences/is-rule.ts'

/** A time that a year may answer, and the event that it is asked of, behind it (什么时候通车) or in front (通车是哪一年). */
const ASKED = /^(.*?)(?:的?时间)?(?:是|在)?(?:什么时候|啥时候|何时|几时|哪一?年)(.*)$/
/** A day or a month is not told by a year. */
const FINER = /几[月号点]|哪天|哪一天|多久|多长|具体|最[晚迟早]|截止|从/

/** What happens once to a thing, in the words of everyday and of papers: each row is one event. */
const EVENTS: readonly { readonly asked: RegExp; readonly told: RegExp }[] = [
  { asked: /开工|动工|开建|(?:开始|动手)(?:建|修|盖|干)/, told: /开工|动工|开建|启动建设|奠基/ },
  {
    asked: /通车|开通|通航|贯通|开行|(?:正式|能|要|会|开始)?通(?=[的了上吗呢]*[？?]?$)/,
    told: /通车|开通|通航|贯通|开行|投入运营|建成|具备通[行车]/,
  },
  { asked: /投运|投产|投用|启用|投入使用|用上|运营/, told: /投运|投产|投用|启用|投入(?:使用|运营|运行|生产)|运营/ },
  {
    asked: /建成|完工|竣工|落成|[建修盖弄]好/,
    told: /建成|完工|竣工|落成|交付使用|投入(?:使用|运营)|全线(?:贯通|通车|开通)|(?<!开工)投[运产用](?!资)/,
  },
  { asked: /成立|挂牌|揭牌|设立/, told: /成立|挂牌|揭牌|设立/ },
  { asked: /获批|批下来|批复|批准/, told: /获批|获国家批|批复|批准|核准/ },
  {
    asked: /^(?:要|打算|准备)?(?:[办做搞弄干改治]|解决|实施|整治|改造)[的了吗呢]*[？?]?$/,
    told: /解决|实施|整治|治理|改造|消除|完成|启动|举办|举行/,
  },
  { asked: /(?:举办|举行|召开)/, told: /举办|举行|召开/ },
  { asked: /免|取消|停征|废[止除]/, told: /免除|免收|免费|取消|停征|废[止除]/ },
  { asked: /上市|敲钟/, told: /上市|第一股|登陆/ },
  { asked: /发射|升空|上天/, told: /发射|升空|飞行/ },
  { asked: /开[业园馆张放]/, told: /开[业园馆张放]|建成运营|投入(?:使用|运营)/ },
]
/** Every clause. */
const ANY = /^/
/** 哪一年提的: that a paper of a year speaks of the thing is the event. */
const NAMED = { asked: /提(?:出来?|到|起)?[的了吗呢]*[？?]?$/, told: ANY } as const
/** What stands before an event that has not come about yet. */
const NOT_YET = /加快|推进|加紧|抓好|谋划|前期/

/** The event whose time is asked for, read once. */
interface DatedEvent {
  /** Whether the papers' naming it is the event: the first that does tells when. */
  readonly isNaming: boolean
  /** What it happens to, in the question's words; empty where the event is none that papers have a name for, so that other words may tell both. */
  readonly names: readonly ContentWord[]
  /** Whether a candidate tells that it came about, or is to, in the year that it is told of (青藏铁路全线通车 in the account of 2006): one clause names both. */
  readonly isToldBy: (candidate: Candidate) => boolean
  /** Whether a candidate names the thing and tells no such event of it: its times are of something else. */
  readonly isOfAnother: (candidate: Candidate) => boolean
}

/** Null for a question that asks for no such time, or for more than a year. */
export function readDatedEvent({ intent, wordings }: AnswerContext, words: readonly ContentWord[]): DatedEvent | null {
  if (intent.expected.kind !== 'time' || FINER.test(intent.asked)) return null
  const [, before = '', behind = ''] = ASKED.exec(intent.asked) ?? []
  const event =
    EVENTS.find(({ asked }) => asked.test(behind)) ??
    EVENTS.find(({ asked }) => asked.test(before)) ??
    [NAMED].find(({ asked }) => asked.test(behind))
  // An event of another kind is told in the question's words: 申遗成功.
  const told = event?.told ?? (words.some(({ text }) => behind.includes(text)) ? ANY : null)
  const names = words.filter(({ text }) => event === undefined || !event.asked.test(text))
  if (told === null || names.length === 0) return null
  const isNaming = event === NAMED
  const namesAll = (text: string): boolean => {
    const folded = wordings.ofText(text)
    // A name that papers give a thing is theirs to the letter.
    if (isNaming) return intent.focus.every((part) => comparableText(text).includes(comparableText(part.text)))
    return names.every((name) => holdsWord(wordings, folded, name))
  }
  const hasCome = (clause: string): boolean => {
    const at = clause.search(told)
    return at >= 0 && !NOT_YET.test(clause.slice(0, at))
  }
  return {
    isNaming,
    names: event === undefined ? [] : names,
    // Rules and notices are of no year.
    isToldBy: ({ evidence: { row } }) =>
      row.sentence.facets.year !== null &&
      tellsAims(row) &&
      splitClauseTexts(row.sentence.text).some((clause) => hasCome(clause) && namesAll(clause)),
    isOfAnother: ({ evidence: { row } }) => {
      const clauses = splitClauseTexts(row.sentence.text)
      if (isNaming) return !namesAll(row.sentence.text)
      return (
        event !== undefined &&
        namesAll(row.sentence.text) &&
        !clauses.some((clause, i) => told.test(clause) && namesAll(`${clauses[i - 1] ?? ''}${clause}`))
      )
    },
  }
}
