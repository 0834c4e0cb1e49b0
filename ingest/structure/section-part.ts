import type { SectionPart } from '../corpus/section.ts'

const GLOSSARY = /名词(?:解释|注释)|术语/
const REVIEW = /回顾|总结|执行情况|完成情况|发展成就|主要成效|主要成绩|取得的?成[效绩就]|过去(?:的?一年|五年|的)|(?:一年|五年)来/
const ACHIEVED = /取得[^，,]{0,8}(?:成[效绩就]|进展)/
/** 形势, 环境 and the like, alone or two of them. */
const STANDS = '(?:存在的?|面临的?|发展|主要|突出)*(?:形势|环境|问题|挑战|机遇|趋势|短板|不足)'
const OF_WHOM =
  '(?:我[国省市区县州]|全[国省市区县州]|国内外?|国际|“?十[一二三四五六七]?五”?(?:时期|期间)?)*(?:产业|行业|当前|面临的?|宏观|内外部|外部|工作|发展|建设|现有|主要|总体|基本|现实)*'
/** 发展现状, 工作基础和面临形势, 基础与优势: what is there when a plan is made. 夯实发展基础 is a task. */
const WHAT_IS_THERE = new RegExp(`^(?:[^，,]{0,12}现状|${OF_WHOM}(?:基础|基础条件))(?:[与和及、](?:${STANDS}|优势|条件|成[效就绩]))*(?:分析|评估)?$`)
/** 面临形势, 发展环境, 机遇与挑战: how things stand around a plan, what has come about and what is to come in one. */
const STANDING = new RegExp(`^${OF_WHOM}${STANDS}(?:[与和及、]${STANDS})*(?:分析)?$`)
/** 加强跟踪和总结 is a task. */
const SUMS_UP_LATER = /(?:加强|做好|强化|及时|抓好|认真|系统)[^，,]*总结/
/** Inside a plan only the time that is past announces a review: 取得决定性进展 is a goal there. */
const PAST = /回顾|过去|年来/
const PLAN =
  /(?:预期|主要|总体|发展|奋斗)?目标|任务|(?:工作|总体|重点)?(?:安排|部署|打算|计划|重点|思路|要求|举措|措施|建议|考虑)|展望|今后|未来|明年|新的一年|年(?:的)?(?:主要|重点)?工作$/
/** What a review says of plans: that they were carried out. */
const CARRIED_OUT = /(?:计划|规划|预算|目标|任务)(?:任务)?的?(?:执行|完成|落实)情况|(?:主要|重点)?(?:工作|目标|任务)的?(?:回顾|总结)/g
/** Inside a part, a plan's words occur in any heading (重点领域改革迈出新步伐, 采取果断措施); only a heading that consists of them opens another part. */
const OPENS_PLAN =
  /^[“”\p{Script=Han}\d\s、和与及]{0,24}(?:目标|任务|安排|部署|打算|总体要求|工作思路|主要考虑|主要举措|重大举措|政策措施|保障措施|工作措施|工作要求|工作重点)$/u
/** 当前形势和任务 tells what has come about first. */
const SITUATION = /(?:形势|现状)[和与及、]\S*(?:任务|要求|部署|目标)/
const AHEAD = /今年|明年|今后|未来|下一(?:步|阶段)|新的一年|“十[一二三四五六七]五”|\d{4}年/
const SAID_OF_THE_PAST = /完成|取得|明显|进展|迈出|加快推进|顺利|圆满|胜利|落地|了(?!解)/

/**
 * Whether a heading announces what was done or what is to be done; null when it says neither. A heading that says both (计划执行情况与计划草案) says neither.
 * A heading inside another section says so only when it is made of such words; inside a review it must name the time ahead, too.
 *
 * @param parent the part that the heading stands in, null where none is known
 * @example sectionPart('2024年工作回顾') // 'review'
 */
export function sectionPart(heading: string, level = 1, parent: SectionPart | null = null): SectionPart | null {
  if (GLOSSARY.test(heading)) return 'glossary'
  if (SITUATION.test(heading)) return null
  if (tellsWhatIsThere(heading)) return 'review'
  const review =
    parent === 'plan' ? PAST.test(heading) : (REVIEW.test(heading) && !SUMS_UP_LATER.test(heading)) || (level <= 1 && ACHIEVED.test(heading))
  const told = heading.replace(CARRIED_OUT, '')
  const plan = PLAN.test(told) && (level <= 1 || opensPlan(told, parent))
  return review === plan ? null : review ? 'review' : 'plan'
}

/** Whether a heading announces what is there when a plan is made. */
export function tellsWhatIsThere(heading: string): boolean {
  return WHAT_IS_THERE.test(heading.trim())
}

/** Whether a heading announces how things stand around a plan, of which the verbs of the part around it say nothing. */
export function tellsStanding(heading: string): boolean {
  return STANDING.test(heading.trim())
}

/** Whether a heading announces both (“…”时期发展成就和“…”时期主要目标): what was done comes first in such a section. */
export function namesBothParts(heading: string): boolean {
  return !GLOSSARY.test(heading) && (SITUATION.test(heading) || (REVIEW.test(heading) && PLAN.test(heading.replace(CARRIED_OUT, ''))))
}

function opensPlan(heading: string, parent: SectionPart | null): boolean {
  const ahead = AHEAD.test(heading)
  if (parent === 'review') return ahead && !SAID_OF_THE_PAST.test(heading) && OPENS_PLAN.test(heading)
  return OPENS_PLAN.test(heading) || (ahead && /(?:主要|重点)?工作$/.test(heading))
}
