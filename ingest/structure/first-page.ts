import type { Block } from './blocks.ts'
import { documentKind } from './document-kind.ts'

/** What the first page prints, before any of it is interpreted. */
export interface FirstPage {
  /** The title as printed, blanks dropped; null when the text begins without one. */
  readonly title: string | null
  /** 标签 → 值 of the attribute lines, first one wins. */
  readonly attributes: ReadonlyMap<string, string>
  /** Lines of the title block that are not the title. */
  readonly lines: readonly string[]
}

/** So many paragraphs from the start may hold titles and attributes. */
const FIRST_PAGE_BLOCKS = 24
const MIN_TITLE_CHARS = 4
const ENDS_AS_TITLE =
  /(?:报告|计划|规划|纲要|通知|意见|方案|办法|规定|条例|细则|公报|决定|决议|公告|要点|说明|讲话|草案|措施|清单|白皮书|倡议)(?:[（(][^（）()]*[）)])?$/

/** Reads the title block and the attribute lines at the start of a document. */
export function readFirstPage(blocks: readonly Block[]): FirstPage {
  const head = blocks.slice(0, FIRST_PAGE_BLOCKS)
  const attributes = new Map<string, string>()
  for (const block of head)
    if (block.kind === 'attribute') for (const [label, value] of splitAttributes(block.text)) if (!attributes.has(label)) attributes.set(label, value)
  const lines = head.filter((block) => block.kind === 'title').map((block) => block.text)
  const title = attributes.get('名称') ?? attributes.get('标题') ?? attributes.get('信息名称') ?? pickTitle(lines)
  return { title: title === undefined || title === null ? null : dropStrayBlanks(title), attributes, lines: lines.filter((line) => line !== title) }
}

/** Blanks beside Han are layout; between Latin words they part them. */
function dropStrayBlanks(title: string): string {
  return title.replace(/(?<=\P{ASCII})\s+|\s+(?=\P{ASCII})/gu, '').trim()
}

/** One line may hold several attributes: 来源：… 发布日期：… */
export function splitAttributes(line: string): [string, string][] {
  const parts = line.split(/\s*((?:资料来源|信息来源|文章来源|来源|发布日期|发布时间|成文日期|发文日期|作者|责任编辑|编辑|浏览次数))[:：]/)
  if (parts.length < 3) {
    const at = line.search(/[:：]/)
    return [[line.slice(0, at).replace(/\s+/g, ''), line.slice(at + 1).trim()]]
  }
  const pairs: [string, string][] = []
  for (let i = 1; i + 1 < parts.length; i += 2) pairs.push([parts[i] ?? '', (parts[i + 1] ?? '').trim()])
  return pairs
}

function pickTitle(lines: readonly string[]): string | null {
  for (let length = 1; length <= 3; length += 1) {
    for (let from = 0; from + length <= lines.length; from += 1) {
      const joined = lines
        .slice(from, from + length)
        .join('')
        .replace(/\s+/g, '')
      if (
        ENDS_AS_TITLE.test(joined) &&
        !/^[—─]/.test(joined) &&
        joined.length >= MIN_TITLE_CHARS &&
        (length === 1 || documentKind(joined) !== '其他')
      )
        return lines.slice(titleStart(lines, from), from).join('').replace(/\s+/g, '') + joined
    }
  }
  const first = lines[0]
  return first !== undefined && first.length >= MIN_TITLE_CHARS && !/^[—─]|^\d{4}年\d/.test(first) ? first : null
}

/** A title that ends on a line may begin on the lines above it: 关于某市, …执行情况与. */
function titleStart(lines: readonly string[], from: number): number {
  let start = from
  while (start > 0 && /[与和及的、]$|^[^—─]*关于[^—─]*$/.test(lines[start - 1] ?? '') && !ENDS_AS_TITLE.test(lines[start - 1] ?? '')) start -= 1
  return start
}
