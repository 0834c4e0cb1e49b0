const TOKEN = /<\?[^?]*\?>|<!--[\s\S]*?-->|<(\/?)([A-Za-z_][\w:.-]*)((?:\s+[\w:.-]+="[^"<]*")*)\s*(\/?)>|[^<]+|</g
const BARE_AMPERSAND = /&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[\da-fA-F]+);)/

/** What is wrong with a piece of XML, in one line; null when it is well-formed. Knows no DTD: enough for the parts of an Office file. */
export function findXmlFault(xml: string): string | null {
  const open: string[] = []
  let roots = 0
  for (const match of xml.matchAll(TOKEN)) {
    const [text, closing, name, attributes = '', selfClosing] = match
    if (text === '<') return `a lone < at ${match.index}: ${xml.slice(match.index, match.index + 60)}`
    if (BARE_AMPERSAND.test(text)) return `a lone & at ${match.index}`
    if (/[\p{Cc}\ufffe\uffff]/u.test(text.replace(/[\t\n\r]/g, ''))) return `a control character at ${match.index}`
    if (name === undefined) {
      if (open.length === 0 && !text.startsWith('<') && text.trim() !== '') return `text outside the root at ${match.index}`
      continue
    }
    const names = [...attributes.matchAll(/([\w:.-]+)=/g)].map(([, attribute]) => attribute)
    if (new Set(names).size < names.length) return `an attribute given twice in <${name}> at ${match.index}`
    if (closing === '/') {
      const expected = open.pop()
      if (expected !== name) return `</${name}> where </${expected}> belongs at ${match.index}`
    } else if (selfClosing !== '/') {
      if (open.length === 0) roots += 1
      open.push(name)
    } else if (open.length === 0) roots += 1
  }
  if (open.length > 0) return `<${open.at(-1)}> is never closed`
  return roots === 1 ? null : `${roots} roots`
}
