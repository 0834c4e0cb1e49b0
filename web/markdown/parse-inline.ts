import type { Inline } from './markdown-ast.ts'

const MARK = /^\[(\d{1,3}(?:\s*[,，、]\s*\d{1,3})*)\]/
const ESCAPABLE = /[!-/:-@[-`{-~]/

/**
 * Bold, citation marks and backslash escapes; anything that is not closed stays as it is written.
 *
 * @example parseInline('增长**8%**[1]') // text, strong, mark
 */
export function parseInline(source: string): Inline[] {
  const out: Inline[] = []
  let text = ''
  const flush = () => {
    if (text !== '') out.push({ kind: 'text', text })
    text = ''
  }
  for (let at = 0; at < source.length; ) {
    const rest = source.slice(at, at + 64)
    const mark = MARK.exec(rest)
    if (mark?.[1]) {
      flush()
      for (const n of mark[1].split(/[,，、]/)) out.push({ kind: 'mark', n: Number(n) })
      at += mark[0].length
      continue
    }
    if (source.startsWith('**', at)) {
      const end = source.indexOf('**', at + 2)
      if (end > at + 2) {
        flush()
        out.push({ kind: 'strong', children: parseInline(source.slice(at + 2, end)) })
        at = end + 2
        continue
      }
    }
    const escaped = source[at] === '\\' && ESCAPABLE.test(source[at + 1] ?? '')
    text += escaped ? source[at + 1] : source[at]
    at += escaped ? 2 : 1
  }
  flush()
  return out
}
