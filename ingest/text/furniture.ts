import { headingMark, isAttribute, isBullet } from './line-kinds.ts'
import type { Line } from './lines.ts'

const PAGE_NUMBER = /^(?:[-—–－―~·|]*第?\d{1,4}页?[-—–－―~·|]*|第\d{1,4}页[,，/]?共\d{1,4}页|\d{1,4}\/\d{1,4}|[ivxlcIVXLC]{1,6})$/
/** What government web sites print around a text: bread crumbs, buttons, font sizes, shares. */
const WEB_CHROME: readonly RegExp[] = [
  /^(?:您?当前(?:的)?位置|您(?:现在)?所在(?:的)?位置|所在位置)[:：]/,
  /^(?:首页|网站首页)(?:[>»›/→＞]|$)/,
  /^[^。，；]{1,20}(?:>>|»|＞＞)[^。]{0,60}$/,
  /^(?:信息检索|站内搜索|全文检索)[:：]?$/,
  /^(?:【?(?:打印|保存|关闭|收藏|分享|返回顶部|返回|纠错|朗读|收听|无障碍|打印本页|关闭窗口|关闭本页|文件下载|附件下载)】?[|｜/]?)+$/,
  /^[[【(（]?字(?:体|号)[:：]?(?:[[【(（]?(?:大|中|小|默认|特大)[\]】)）]?)+[\]】)）]?(?:打印|关闭)*$/,
  /^分享(?:到|至)?[:：]?.{0,20}$/,
  /^(?:【?字体|来源|责任编辑|编辑)[:：]$/,
  /^(?:[大中小】]|[大中小][】\]]?)$/,
  /^(?:上一篇|下一篇|上一条|下一条)[:：].{0,80}$/,
  /^扫一扫.{0,20}$/,
  /^(?:浏览|阅读|点击)(?:次数|量|数)[:：]?\d*次?$/,
  /^(?:版权所有|主办单位|承办单位|网站标识码|ICP备案号?|.{0,3}公网安备).{0,60}$/i,
]
/** A running header stands on this many pages at least, and is no longer than that. */
const MIN_REPEATS = 3
const MAX_HEADER_CHARS = 40

/**
 * The lines that belong to the page or the web site and not to the text: page numbers, running headers, bread crumbs, buttons.
 *
 * @returns indexes into `lines`
 */
export function findFurniture(lines: readonly Line[]): ReadonlySet<number> {
  const found = new Set<number>()
  const repeats = new Map<string, number[]>()
  lines.forEach((line, index) => {
    if (PAGE_NUMBER.test(line.bare) || WEB_CHROME.some((pattern) => pattern.test(line.bare))) found.add(index)
    const key = line.bare.replace(/\d+/g, '#')
    if (!isHeaderLike(line)) return
    const indexes = repeats.get(key)
    if (indexes) indexes.push(index)
    else repeats.set(key, [index])
  })
  for (const indexes of repeats.values()) if (isRunningHeader(indexes, lines.length)) for (const index of indexes) found.add(index)
  return found
}

function isHeaderLike(line: Line): boolean {
  const { bare } = line
  return (
    bare.length >= 4 &&
    bare.length <= MAX_HEADER_CHARS &&
    !/[。！？；，,：:]/.test(bare) &&
    headingMark(bare) === null &&
    !isBullet(bare) &&
    !isAttribute(bare)
  )
}

/** Headers come back page after page: often enough, never twice running, and spread over the document. */
function isRunningHeader(indexes: readonly number[], lineCount: number): boolean {
  if (indexes.length < MIN_REPEATS) return false
  const gaps = indexes.slice(1).map((index, i) => index - (indexes[i] ?? 0))
  const spread = (indexes.at(-1) ?? 0) - (indexes[0] ?? 0)
  return gaps.every((gap) => gap >= 3) && spread >= lineCount / 2
}
