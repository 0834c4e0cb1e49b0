import type { Lexeme } from './scan-lexemes.ts'

/** Terms of what is no Han text: whole figures with their magnitude and unit, Latin words and their parts, 文号 with what may be their issuer. */
export function otherTerms(lexeme: Exclude<Lexeme, { readonly kind: 'han' }>): string[] {
  if (lexeme.kind === 'word') return wordTerms(lexeme.text)
  const terms = [lexeme.text]
  if (lexeme.kind === 'figure') {
    if (lexeme.magnitude) terms.push(lexeme.text + lexeme.magnitude)
    if (lexeme.unit) terms.push(lexeme.text + lexeme.magnitude + lexeme.unit)
    return terms
  }
  terms.push(lexeme.text.slice(1, 5))
  // Where the issuer's abbreviation begins is not printed (根据国发〔2025〕1号), so every ending of what stands before is kept.
  const issuer = Array.from(lexeme.issuer)
  for (let from = issuer.length - 1; from >= 0; from--) terms.push(issuer.slice(from).join('') + lexeme.text)
  return terms
}

/** r&d, covid-19, pm2.5, 5g: the whole, and its parts where it has some. */
function wordTerms(word: string): string[] {
  const terms = [word]
  const parts = word.split(/[&+.'’_/-]/u)
  if (parts.length > 1) terms.push(...parts.filter((part) => part.length > 1))
  const figure = /^\d+(?:\.\d+)*/u.exec(word)?.[0]
  if (figure) terms.push(figure)
  return terms
}
