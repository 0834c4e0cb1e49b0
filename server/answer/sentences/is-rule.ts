import type { DocumentMetadata } from '../../../ingest/corpus/metadata.ts'
import { sectionPath } from '../../../ingest/corpus/section-path.ts'
import type { SentenceRow } from '../../../ingest/index/library-snapshot.ts'

/** Headings under which papers say who may apply, what is asked of them and what they get. */
const OF_RULES =
  /条件|资格|(?<!总体|有关|工作|任务|目标)要求|门槛|申报|推荐|申请|资助|补[助贴]|奖[励补]|认定|评[审定选]|验收|附则|注意事项|程序|材料|(?<!质|保障|技术|行业)标准$/
/** What is asked of somebody: 应当, 须, 不得. */
const SAYS_RULE =
  /应当|应(?=[在为按由于具符以不])|(?<!务|亟|急)须|必须|不得|方可|原则上|申[请报](?:人|单位|者|主体|企业)|(?:符合|具备|满足)[^，,。；;]{0,20}(?:条件|要求)|推荐[^，,。；;]{0,24}(?:不超过|限)/
/** Sums that are given for something: 给予每家最高9万元扶持, 申请融资费用补贴, 补贴额. */
const QUOTED = /[“"][^”"]*[”"]/g
const SAYS_GIVEN = /给予[^，,。；;]{0,24}(?:奖|补|资助|支持|扶持)|一次性(?:奖|补)|资助(?:强度|期限|标准)|申请[^，,。；;]{0,12}补[贴助]|补[贴助]额/
/** What is to be reached by a time, or in it, is an aim wherever it stands. */
const BY_A_TIME =
  /[到至]\s?(?:19|20)\d{2}年|力争|[今明]年|(?<![\d一二三四五六七八九十两几])年内|未来|今后|五年|预计|目标|(?:建成|培育|打造|新增|引进)[^，,。；;]{0,20}\d/
/** Papers whose aims are told in such words too. */
const OF_AIMS: ReadonlySet<string> = new Set([
  '政府工作报告',
  '国民经济和社会发展计划',
  '计划执行情况报告',
  '预算执行情况报告',
  '五年规划',
  '统计公报',
])

/** What measures aim at; 五年, 20家 and the like are conditions in them. */
const AIMED_IN_RULES = /[到至]\s?(?:19|20)\d{2}年|力争|(?:预期|总体|工作)目标/
/** A notice that hands on a plan tells the plan's aims. */
const HANDS_ON_PLAN = /方案|计划|规划|纲要|意见|要点|\b(?:Plan|Scheme|Opinions)\b/

/** Whether a paper gives rules and orders: what it says is to be done is none of its issuer's plans. */
function givesRules({ kind, title }: DocumentMetadata): boolean {
  return kind === '办法' || (kind === '通知' && !HANDS_ON_PLAN.test(title))
}

/** Whether a sentence sets a condition or a sum that is given for something: no aim, though its paper plans. */
export function isRule({ sentence: { text, section }, document: { document } }: SentenceRow): boolean {
  if ((document.metadata.kind === '办法' ? AIMED_IN_RULES : BY_A_TIME).test(text)) return false
  if (givesRules(document.metadata)) return true
  if (OF_AIMS.has(document.metadata.kind)) return SAYS_GIVEN.test(text)
  // “三管三必须” is a name.
  return (
    SAYS_RULE.test(text.replace(QUOTED, '')) ||
    SAYS_GIVEN.test(text) ||
    sectionPath(document.sections, section).some((heading) => OF_RULES.test(heading))
  )
}

/**
 * Whether a sentence stands in a paper whose words on what is to be done are plans; notices and measures give orders and rules in the same words. A part of a paper without its first
 * page is of no kind that is known, and most likely of one that plans.
 */
export function tellsAims({ document }: SentenceRow): boolean {
  const { metadata } = document.document
  return OF_AIMS.has(metadata.kind) || metadata.kind === '其他' || (document.plansOnly && !givesRules(metadata))
}
