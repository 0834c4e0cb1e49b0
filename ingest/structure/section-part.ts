import type { SectionPart } from '../corpus/section.ts'

const GLOSSARY = /名词(?:解释|注释)|术语/
const REVIEW = /回顾|执行情况|完成情况|发展成就|主要成效|主要成绩|取得的?成[效绩就]|过去(?:一年|五年|的)|(?:一年|五年)来/
const PLAN =
  /(?:预期|主要|总体|发展|奋斗)?目标|任务|(?:工作|总体|重点)?(?:安排|部署|打算|计划|重点|思路|要求|举措|措施|建议|考虑)|展望|今后|未来|明年|新的一年/

/**
 * Whether a heading announces what was done or what is to be done; null when it says neither. A heading that says both (计划执行情况与计划草案) says neither.
 *
 * @example sectionPart('2024年工作回顾') // 'review'
 */
export function sectionPart(heading: string): SectionPart | null {
  if (GLOSSARY.test(heading)) return 'glossary'
  const review = REVIEW.test(heading)
  const plan = PLAN.test(heading.replace(/计划执行情况|目标(?:任务)?完成情况/g, ''))
  return review === plan ? null : review ? 'review' : 'plan'
}
