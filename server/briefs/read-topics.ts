const VERBS =
  /^(?:请|麻烦)?(?:帮我|给我|为我|帮忙)?(?:再)?(?:准备|起草|撰写|编写|草拟|拟写|拟|整理|汇总|梳理|形成|制作|写|做|列|出|围绕|对比|比较)(?:出|好)?(?:一下)?(?:[一1两]?(?:份|篇|页|个|张))?/
const KIND =
  /(?:一[份篇页个张])?(?:工作)?(?:情况)?(?:的)?(?:简[要短](?:的)?)?(?:汇报要点|汇报材料|情况汇报|工作汇报|情况简报|工作简报|对照简报|简报|汇报|报告(?!中)|要点|对照表|对照|综述|小结|专报|提纲)/g
/** The paper in which something stands, not what is asked about: 政府工作安排中的…. */
const PAPER = /(?:政府)?工作(?:安排|报告|计划|要点)(?:中|里|里面)的?|(?<=[在从])(?:报告|文件|材料)(?:中|里)的?/g
const FILLER =
  /关于|有关|围绕|主要(?=目标|任务)|重点是|重点任务|(?:目标)?完成情况|完成(?=与|和|$|[\s，。、])|情况|进展|成效|成绩|成果|实绩|目标变化|(?:的)?变化(?:情况)?|目标|任务|计划|安排|部署|基数|要分清|分清|分开|说明|覆盖|包括|包含|含|附上|附|并?提示|并?注明|口径差异|口径|各年|历年|近[两三四五]年|[两三四五]年|市与区|分市区|分地区|分年份|市和区|各区|各省|各市|各地|整理|准备|对比|比较|简要|整体|总体|做|写|一份|一页|一篇|[两三四五六七八九十几多]个?方面|等?方面(?=的?$|的?[，。、；\s])|方面/g
const EDGE = /^[与和及、的以等在从]+|(?:[与和及、的等]|工作|情况|建设|增长|增速)+$/g
const SPLIT = /[、，,；;：:。（）()\s]+|(?:与|和|及|以及)(?=[^、]{2,})/
const MAX_TOPICS = 10
const BRACKETS = /([^（(，,。；;、\s]*)[（(]([^（）()]*)[)）]/g

/** The request without what asks for a brief, as its title names it. */
export function readSubject(request: string): string {
  const core =
    request
      .replace(VERBS, '')
      .replace(/[（(][^（）()]*[)）]/g, '')
      .split(/[，。；,;]/)[0] ?? ''
  const subject = core
    .replace(/^(?:关于|有关|围绕)/, '')
    .replace(/(?:准备|整理)?(?:一[份篇页])?的?(?:简[要短])?(?:对照)?的?(?:汇报要点|汇报材料|简报|汇报|报告|材料|要点|专报|综述|小结)$/, '')
  return subject
    .replace(/[的、与和及，]+$/, '')
    .replace(/的情况$/, '情况')
    .slice(0, 60)
}

/** What the paper is called at the end of its title. */
export function readKind(request: string): string {
  return /汇报要点|情况汇报|汇报材料|专报|综述|汇报(?!材料)|要点/.exec(request)?.[0].replace(/^汇报$/, '情况汇报') ?? '简报'
}

/** The stretches of a request that say what it is about. A short name of a place in front of a topic is where, not what. */
export function readTopics(rest: string, shortNames: readonly string[]): string[] {
  const plain = rest.trim().replace(VERBS, '').replace(PAPER, ' ').replace(KIND, ' ').replace(FILLER, ' ')
  const parts = plain
    .split(SPLIT)
    .map((part) =>
      part
        .replace(/[“”"'《》]/g, '')
        .replace(EDGE, '')
        .trim(),
    )
    .map((part) => {
      const name = shortNames.find((short) => part.startsWith(short) && part.length >= short.length + 2)
      return name ? part.slice(name.length) : part
    })
  return [...new Set(parts)].filter((part) => part.replace(/[^\p{L}\p{N}]/gu, '').length >= 2 && !/^\d+$/.test(part)).slice(0, MAX_TOPICS)
}

/** Topics that stand in brackets behind another one: 新兴产业（储能、风电）. */
export function readAspects(request: string, topics: readonly string[]): string[] {
  const inside = [...request.matchAll(BRACKETS)]
    .filter(([, before = '']) => topics.some((topic) => before.includes(topic)))
    .map(([, , text = '']) => text)
  return topics.filter((topic) => inside.some((text) => text.includes(topic)))
}
