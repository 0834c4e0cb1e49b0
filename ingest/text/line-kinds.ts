import { TERMINAL } from './character-classes.ts'
import type { Line } from './lines.ts'

/** The numbering of a heading at the start of a line, without blanks: its text and its rank (1 outermost). */
export interface HeadingMark {
  readonly label: string
  readonly rank: number
}

const CHINESE_NUMBER = '[〇零一二三四五六七八九十百]+'
/** The rank of 一是 and 第一，, which count the points of one matter. */
export const POINT_RANK = 8
const MARKS: readonly { readonly rank: number; readonly pattern: RegExp }[] = [
  { rank: 1, pattern: new RegExp(`^第(?:${CHINESE_NUMBER}|\\d{1,3})(?:部分|篇|编)`) },
  { rank: 2, pattern: new RegExp(`^第(?:${CHINESE_NUMBER}|\\d{1,3})章`) },
  { rank: 3, pattern: new RegExp(`^第(?:${CHINESE_NUMBER}|\\d{1,3})节`) },
  // Some of these characters begin ordinary words too: 陆续, 伍某.
  { rank: 3.5, pattern: /^(?:[壹贰叁肆]|[伍陆柒捌玖拾](?=[、.．\s\d]))[、.．]?/ },
  { rank: 4, pattern: new RegExp(`^${CHINESE_NUMBER}[、.．]`) },
  { rank: 5, pattern: new RegExp(`^(?:[(（]${CHINESE_NUMBER}[)）]|[㈠-㈩])、?`) },
  { rank: 6, pattern: /^\d{1,2}(?:[.．、](?!\d)|[.．](?=\d{4}年))/ },
  { rank: 7, pattern: /^(?:[(（]\d{1,2}[)）]|[①-⑳⑴-⒇])、?/ },
  { rank: POINT_RANK, pattern: new RegExp(`^(?:${CHINESE_NUMBER}是(?!否|指)|第${CHINESE_NUMBER}[，,、])`) },
]

/**
 * The numbering that a line begins with, if it does: 第X部分, 第X章, 第X节, 壹, 一、, （一）, 1., （1）, 一是. Full-width digits, blanks and ㈠ are understood.
 *
 * @param bare the line without blanks
 */
export function headingMark(bare: string): HeadingMark | null {
  const text = bare.replace(/^[*#＃]+/, '').replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))
  for (const { rank, pattern } of MARKS) {
    const match = pattern.exec(text)
    if (match) return { label: match[0], rank }
  }
  return null
}

/** A list line: - • · ● ◆ ■ and the like. A dash pair （——） opens a paragraph of a report and is none. */
export function isBullet(bare: string): boolean {
  return /^(?:[-*•·●○◆◇■□▪►➢✓](?!\d{1,3}[-—]$)|[–—](?![–—]))\S/.test(bare) && !bare.startsWith('**')
}

/** 名称：值 on a line of its own, the label short: 文号：…, 发布日期：…, 报告人：…. */
export function isAttribute(bare: string): boolean {
  const match = /^([\u4e00-\u9fff]{2,8})[:：](.+)$/.exec(bare)
  return match !== null && bare.length <= 120 && !/[。！？；]./.test(match[2] ?? '') && ATTRIBUTE_LABEL.test(match[1] ?? '')
}

const ATTRIBUTE_LABEL =
  /^(?:名称|标题|文号|发文字号|发文文号|索引号|发布日期|发布时间|发文日期|成文日期|印发日期|施行日期|生效日期|失效日期|发布机构|发文机关|发文单位|制发机关|公文时效|有效性|效力状态|主题分类|主题词|体裁分类|服务对象|公开方式|公开范围|信息名称|信息索引|内容概述|关键词|资料来源|信息来源|文章来源|来源|作者|责任编辑|编辑|联系电话|签发人|报告人|抄送|附件)$/

/** A line that says whom to call or where to write: 甲局联系人：…，联系电话：…. */
export function isContact(bare: string): boolean {
  return /(?:联系人|联系方式|电话|传真|邮箱|电子邮件|地址|邮编|网址)[:：][^。；]*$/.test(bare)
}

/** Whole lines that close or open a document: a date, a note in brackets, a salutation. */
export function isStandalone(bare: string): boolean {
  return (
    /^\d{4}年\d{1,2}月\d{1,2}日$/.test(bare) ||
    /^\p{Script=Han}{2,24}[\d０-９]{4}年[\d０-９]{1,2}月[\d０-９]{1,2}日印发$/u.test(bare) ||
    /^\p{Script=Han}{1,12}[〔[（(【]\d{4}[〕\]）)】]第?\d+号$/u.test(bare) ||
    /^[(（][^()（）]*[)）]$/.test(bare) ||
    /^(?:各位代表|同志们|各位委员)[：:！!]?$/.test(bare)
  )
}

/** True when the text ends as a sentence does: with a full stop or the like, closing quotes after it allowed. */
export function endsSentence(bare: string): boolean {
  return new RegExp(`[${TERMINAL}；;：:][”’」』）)】》]*$`).test(bare)
}

/** True when a line opens a block of its own whatever stands before it. */
export function opensBlock(line: Line): boolean {
  return (
    headingMark(line.bare) !== null ||
    isBullet(line.bare) ||
    isAttribute(line.bare) ||
    isStandalone(line.bare) ||
    /^(?:——|—|──)|^各.{1,60}[：:]$/.test(line.bare)
  )
}
