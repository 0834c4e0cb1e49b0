import type { SectionPart } from '../../ingest/corpus/section.ts'
import { asksForPart } from './part-askings.ts'
import { asksForProblems } from './problem-question.ts'

/** Names that papers give to their parts, by what the part is for. */
const PARTS: readonly { readonly asked: RegExp; readonly heading: RegExp; readonly kind?: AskedPart['kind'] }[] = [
  {
    kind: 'problems',
    asked:
      /(?:存在|还有|面临|(?:有|指出|提到|承认|讲到|检讨|反思|正视|列出|列举|点出|查摆|剖析|坦承|坦言)了?(?:哪些|什么|啥))[^，。？]{0,8}(?:问题|困难|不足|短板|挑战|矛盾|缺点|弱项)|困难和问题|问题和不足|短板弱项|(?:问题|困难|不足|短板|缺点)(?:主要|都|具体)?(?:有|是)(?:哪些|什么|啥)(?=[。？?]|$)/,
    heading:
      /^(?!.*(?:解决|破解|整治|整改|化解|克服))(?:.*(?:存在|面临|前进|主要|突出)[^，。；]{0,10}(?:困难|问题|不足|短板|挑战)|(?:困难|问题|不足|短板|挑战)(?:和|与|及)|.*(?:困难|问题|不足|短板|挑战)[^，。；]{0,4}不[容可]忽视)/,
  },
  {
    kind: 'targets',
    asked: /发展目标|总体目标|主要目标|预期目标|工作目标|目标任务|的目标(?:主要|都|具体)?(?:是|有|包括)|^[到至]?20\d\d年(?:年?底|末)?的?目标[？?]?$/,
    heading: /发展目标|总体目标|主要目标|预期目标|工作目标|目标任务|建设目标|行动目标|奋斗目标|\d年(?:的|工作)?目标|^目标(?:任务)?(?:和|与|及|$)/,
  },
  { asked: /(?<!总体要求[^，。？]{0,8})原则/, heading: /原则(?!上)/ },
  { asked: /总体要求|指导思想|基本原则|发展思路/, heading: /总体要求|指导思想|基本原则|发展思路/ },
  { asked: /保障措施|组织保障|组织实施|(?:怎么|如何)保障/, heading: /保障措施|组织保障|组织实施/ },
  { asked: /工作回顾|主要成绩|(?:取得|有)[^，。？]{0,8}(?:成绩|成就|成效)/, heading: /回顾|成绩|执行情况/ },
  {
    asked:
      /重点任务|主要任务|重点工作|主要工作|工作安排|工作重点|重点[^，。？]{0,4}(?:抓|做好|推进)|(?:哪些|哪几|几个|什么)(?:方面)?(?:的)?(?:工作|任务|行动)|(?:抓|做|干)好?(?:哪|什么)/,
    heading: /重点任务|主要任务|重点工作|主要工作|工作安排|工作重点|工作部署|重点措施/,
  },
]
/** A sentence that announces the tasks whose headings follow. */
export const ANNOUNCES_TASKS =
  /(?:重点|着力|注重|突出|全力)[^。；]{0,10}(?:抓好|做好|推进|实施)[^。；]{0,16}(?:工作|任务|方面|行动|工程)?[^。；]{0,4}[：:。]$/

/** Subjects that papers head in many words, each with the words of such headings. General usage of government papers. */
const THEMES: readonly { readonly asked: RegExp; readonly heading: RegExp }[] = [
  { asked: /民生|老百姓的日子|人民生活/, heading: /民生|人民生活|生活品质|公共服务|社会事业|群众急难|就业|社会保障/ },
  { asked: /生态|环保|环境保护|绿色/, heading: /生态|绿色|环境|美丽|污染|双碳/ },
  { asked: /三农|农业农村|乡村/, heading: /农业|农村|乡村|三农|城乡/ },
  { asked: /科技|创新/, heading: /科技|创新|人才/ },
  { asked: /改革|开放|营商/, heading: /改革|开放|营商/ },
  { asked: /工业|制造业/, heading: /工业|制造|产业体系|实体经济/ },
  { asked: /产业/, heading: /产业|工业|制造/ },
  { asked: /教育/, heading: /(?<!学习|主题|警示|廉政|国防|宣传|集中|党性|纪律)教育(?!活动|实践|整顿)/ },
  { asked: /安全|风险/, heading: /安全|风险|平安/ },
  { asked: /消费|投资|内需/, heading: /消费|投资|内需|需求/ },
  { asked: /文化|旅游|文旅/, heading: /文化|旅游|文旅/ },
  { asked: /政府自身建设|自身建设/, heading: /自身建设|政府建设|服务型政府|人民满意/ },
]

const HOW_IT_WENT = /(?:情况|进展|成效|形势|成绩|运行|发展得|[干做办搞]得)(?!.*(?:部署|安排|打算))|回顾|做了|完成了|取得/
const TO_BE_DONE = /部署|安排|举措|措施|任务|打算|谋划|目标|重点|(?:怎么|如何|怎样|咋)(?!样|回事|定|算|[。？?]|$)|要(?:抓|做|办|推)|(?:抓|做)好(?!了)/

/** What part of a paper a question asks for. */
export interface AskedPart {
  /** Parts that papers tell in one sentence or paragraph as often as under a heading: what is wrong, what is aimed at. */
  readonly kind: 'problems' | 'targets' | null
  /** Headings of such parts, null where the question names a subject alone. */
  readonly part: RegExp | null
  /** Whether the part holds the tasks of the paper. */
  readonly isTasks: boolean
  /** Headings on the subject by its usual words, null where none is known. */
  readonly theme: RegExp | null
  /** The words by which the question names that theme. */
  readonly themeWords: RegExp | null
  /** Whether only what is aimed at is asked for. */
  readonly targetsOnly: boolean
  /** Whether the points are asked for, not what is told of them: 有哪几方面部署. */
  readonly points: boolean
  /** review: how it went; plan: what is to be done; null where the question leaves it open. */
  readonly wants: SectionPart | null
}

/** Asks for a part by its usual name, of whatever stands before it: the paper is then about that. */
const NAMES_PART =
  /(?:目标(?:任务)?|总体要求|指导思想|基本原则|保障措施|重点任务|主要任务|工作任务|组织保障)(?:主要|都|具体)?(?:是|有|包括)(?:些)?(?:什么|啥|哪)|(?:怎么|如何)保障/

/** Reads which part of a paper a question asks for; null where it asks for something else. */
export function readAskedPart(question: string): AskedPart | null {
  return asksForPart(question) || asksForProblems(question) ? readPart(question) : null
}

/** Reads which part of a paper on a subject a question asks for (某某建设的目标是什么), which may as well be a fact about the subject in any paper. */
export function readPartOfPaper(question: string): AskedPart | null {
  const asked = NAMES_PART.test(question) ? readPart(question) : null
  return asked?.part ? asked : null
}

function readPart(question: string): AskedPart {
  const theme = THEMES.find(({ asked }) => asked.test(question))
  const index = PARTS.findIndex(({ asked, kind }) => asked.test(question) || (kind === 'problems' && asksForProblems(question)))
  return {
    kind: PARTS[index]?.kind ?? null,
    part: PARTS[index]?.heading ?? null,
    isTasks: index === PARTS.length - 1,
    theme: theme?.heading ?? null,
    themeWords: theme?.asked ?? null,
    targetsOnly: /目标/.test(question),
    points: /哪几|几个方面|几方面|哪些方面|几项/.test(question),
    wants: HOW_IT_WENT.test(question) ? 'review' : TO_BE_DONE.test(question) ? 'plan' : null,
  }
}

/** A plan of five years that a text names: 十四五; null where it names none. */
export function namedPlan(text: string): string | null {
  return /十[一二三四五六七]五/.exec(text)?.[0] ?? null
}
