const MAX_TITLE_CHARS = 40

/** The name of a conversation until the user gives one: its first question on one line, cut. */
export function conversationTitle(question: string): string {
  const line = question.trim().replace(/\s+/g, ' ')
  const characters = [...line]
  return characters.length <= MAX_TITLE_CHARS ? line : `${characters.slice(0, MAX_TITLE_CHARS - 1).join('')}…`
}
