import type { Problem } from '../../contract/chat.ts'

const NEGATION = /没有|不|未|无|非|勿/g
/** What follows a negation and tells which one it is. */
const NEGATED_CHARS = 2
const NEGATION_REACH = 3

interface Negated {
  readonly negation: string
  readonly content: string
}

function findNegated(comparable: string): Negated[] {
  return [...comparable.matchAll(NEGATION)].map((match) => {
    const end = match.index + match[0].length
    return { negation: match[0], content: comparable.slice(end, end + NEGATED_CHARS) }
  })
}

/** Does `content` stand in `text` with no negation shortly before it, and nowhere with one? */
function standsPlain(text: string, content: string): boolean {
  let found = false
  for (let at = text.indexOf(content); at >= 0; at = text.indexOf(content, at + 1)) {
    if (/(?:没有|[不未无非勿])[^、,;。]*$/.test(text.slice(Math.max(0, at - NEGATION_REACH), at))) return false
    found = true
  }
  return found
}

/** A negation (不 未 没有 无 非) that the quotes hold and the statement drops, or the other way round. Both are comparable texts. */
export function checkNegation(statement: string, quotes: readonly string[]): Problem[] {
  const whole = quotes.join('\n')
  for (const { negation, content } of findNegated(whole)) {
    if (isTelling(content) && standsPlain(statement, content)) {
      return [{ kind: 'negation', message: `漏掉了否定词：原文为“${negation}${content}”` }]
    }
  }
  for (const { negation, content } of findNegated(statement)) {
    if (isTelling(content) && standsPlain(whole, content)) {
      return [{ kind: 'negation', message: `多出了否定词：原文没有“${negation}”${content}` }]
    }
  }
  return []
}

function isTelling(content: string): boolean {
  return content.length === NEGATED_CHARS && /^[\u4e00-\u9fff0-9]{2}$/.test(content)
}
