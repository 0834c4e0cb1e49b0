const MAX_TEXT_CHARS = 200
const MAX_ITEMS = 12
const FIRST_YEAR = 1900
const LAST_YEAR = 2100

/** What a model gave a tool. Models give numbers as text, one thing where a list is wanted, and names of their own: what can be read is read. */
export interface ToolArguments {
  /** Empty where it was not given. */
  text(name: string): string
  years(name: string): number[]
  texts(name: string): string[]
}

export function readToolArguments(args: unknown): ToolArguments {
  const given: Readonly<Record<string, unknown>> = typeof args === 'object' && args !== null ? { ...args } : {}
  const items = (name: string): readonly string[] => {
    const value = given[name]
    const list = Array.isArray(value) ? value : [value]
    return list
      .filter((item) => typeof item === 'string' || typeof item === 'number')
      .map((item) => String(item).trim().slice(0, MAX_TEXT_CHARS))
      .filter((item) => item !== '')
      .slice(0, MAX_ITEMS)
  }
  return {
    text: (name) => items(name)[0] ?? '',
    texts: (name) =>
      [
        ...new Set(
          items(name)
            .flatMap((item) => item.split(/[,，、;；]/))
            .map((item) => item.trim()),
        ),
      ].filter((item) => item !== ''),
    years: (name) =>
      [
        ...new Set(
          items(name)
            .flatMap((item) => item.match(/\d{4}/g) ?? [])
            .map(Number),
        ),
      ].filter((year) => year >= FIRST_YEAR && year <= LAST_YEAR),
  }
}
