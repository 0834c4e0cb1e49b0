import type { ComposedAnswer } from '../answer/context/answer-engine.ts'
import type { Citation, Table } from '../contract/chat.ts'

/**
 * An answer as plain lines for a terminal: the answer, its tables, then each numbered citation with title, section path and quote.
 *
 * @returns the text, its last line ended
 */
export function renderAnswer(answer: ComposedAnswer): string {
  const blocks = [
    answer.understood.question.normalize('NFKC') === answer.question.normalize('NFKC').trim() ? [] : [`（理解为：${answer.understood.question}）`],
    [answer.answer],
    ...(answer.tables ?? []).map(renderTable),
    answer.reason === undefined || answer.answer.includes(answer.reason) ? [] : [`原因：${answer.reason}`],
    renderCitations('出处', answer.citations),
    renderCitations('最接近的原文', answer.nearest ?? []),
    list('可以接着问', answer.suggestions ?? []),
    list('说明', answer.notes ?? []),
  ]
  const text = blocks.filter((lines) => lines.length > 0).map((lines) => lines.join('\n'))
  return `${text.join('\n\n')}\n`
}

function renderCitations(heading: string, citations: readonly Citation[]): string[] {
  if (citations.length === 0) return []
  return [
    heading,
    ...citations.flatMap(({ n, title, file, sectionPath, quote, duplicates = [] }) => [
      `  [${n}] 《${title}》 ${sectionPath.join(' › ')}`.trimEnd(),
      `      “${quote}”`,
      `      文件：${[file, ...duplicates.map((copy) => copy.file)].join('、')}`,
    ]),
  ]
}

function renderTable({ caption, columns, rows }: Table): string[] {
  const cells = [columns, ...rows.map((row) => row.map(({ text, citations }) => text + citations.map((n) => `[${n}]`).join('')))]
  const widths = columns.map((_column, index) => Math.max(...cells.map((row) => displayWidth(row[index] ?? ''))))
  return [
    caption,
    ...cells.map((row) => `  ${row.map((cell, index) => cell + ' '.repeat((widths[index] ?? 0) - displayWidth(cell))).join('  ')}`.trimEnd()),
  ]
}

function list(heading: string, items: readonly string[]): string[] {
  return items.length === 0 ? [] : [heading, ...items.map((item) => `  · ${item}`)]
}

/** Han and full-width characters take two columns of a terminal. */
function displayWidth(text: string): number {
  return [...text].reduce(
    (width, character) =>
      width + (/[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/u.test(character) ? 2 : 1),
    0,
  )
}
