import type { ResearchStep } from '../model/research-agent.ts'
import { cleanForPrompt } from '../model-answer/clean-for-prompt.ts'
import { readToolArguments } from './tool-arguments.ts'

const MAX_NAMED_CHARS = 40

/** A step as its reader sees it: 检索“城镇新增就业”（2024年，某市）. */
export function nameStep({ tool, args }: Pick<ResearchStep, 'tool' | 'args'>): string {
  const given = readToolArguments(args)
  const scope = [...[...given.years('years'), ...given.years('year')].map((year) => `${year}年`), ...given.texts('places'), ...given.texts('place')]
  const where = scope.length === 0 ? '' : `（${shorten(scope.join('、'))}）`
  const named = (...names: readonly string[]): string => `“${shorten(names.map((name) => given.text(name)).find((text) => text !== '') ?? '')}”`
  if (tool === 'search') return `检索${named('query')}${where}`
  if (tool === 'lookup_indicator') return `查指标${named('name')}${where}`
  if (tool === 'compare') return `比较${named('indicator', 'name')}${where}`
  if (tool === 'read_section') return `读章节${named('section', 'documentId')}`
  return '查找'
}

function shorten(text: string): string {
  const plain = cleanForPrompt(text)
  return plain.length <= MAX_NAMED_CHARS ? plain : `${plain.slice(0, MAX_NAMED_CHARS)}…`
}
