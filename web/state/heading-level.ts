/** The level of a numbered heading of a brief: 一、 is 1, （一） is 2, 1. is 3; one without a number counts as 1. */
export function headingLevel(heading: string): 1 | 2 | 3 {
  if (/^（[一二三四五六七八九十]+）/.test(heading)) return 2
  return /^\d{1,2}[.．](?!\d)/.test(heading) ? 3 : 1
}

/** Whether a section only stands over the next one. */
export function isParent(sections: readonly { readonly heading: string; readonly statements: readonly unknown[] }[], index: number): boolean {
  const [own, next] = [sections[index], sections[index + 1]]
  return own !== undefined && next !== undefined && own.statements.length === 0 && headingLevel(next.heading) > headingLevel(own.heading)
}
