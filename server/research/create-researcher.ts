import type { IndicatorGrouping } from '../../ingest/facts/group-indicators.ts'
import type { ComposedAnswer } from '../answer/answer-engine.ts'
import type { FactReader } from '../answer/fact-reader.ts'
import type { ModelMessage } from '../model/chat-model.ts'
import type { ResearchAgent } from '../model/research-agent.ts'
import { answerMessages } from '../model-answer/answer-prompt.ts'
import { createFence } from '../model-answer/fence-evidence.ts'
import type { Researcher, ResearchQuestion } from '../model-answer/researcher.ts'
import { lineOf } from '../model-answer/select-evidence.ts'
import type { Retriever } from '../retrieval/retriever.ts'
import { createEvidenceBook } from './evidence-book.ts'
import { createCompareTool, createLookupIndicatorTool } from './indicator-tools.ts'
import { nameStep } from './name-step.ts'
import { createReadSectionTool } from './read-section-tool.ts'
import { createSearchTool } from './search-tool.ts'

export interface ResearchBounds {
  readonly maxSteps: number
  /** Tokens of all replies together. */
  readonly maxTokens: number
}

export const RESEARCH_BOUNDS: ResearchBounds = { maxSteps: 6, maxTokens: 2_000 }

/** A comparison of fewer sides is answered by one look. */
const MANY_SIDES = 3

/** Looks things up with read-only tools over the library: search, read_section, lookup_indicator, compare. */
export function createResearcher(parts: {
  readonly agent: ResearchAgent
  readonly retriever: Retriever
  readonly facts: FactReader
  readonly group: IndicatorGrouping
  readonly bounds?: ResearchBounds
}): Researcher {
  const bounds = parts.bounds ?? RESEARCH_BOUNDS
  return {
    isWorthwhile,
    async research(question, onStep, signal) {
      const { snapshot } = question
      const book = createEvidenceBook(question.evidence)
      const ledger = { snapshot, facts: parts.facts, group: parts.group, book }
      const tools = [
        createSearchTool(snapshot, parts.retriever, book),
        createReadSectionTool(snapshot, book),
        createLookupIndicatorTool(ledger),
        createCompareTool(ledger),
      ]
      const steps: string[] = []
      const open = new Map<unknown, number>()
      const reply = await parts.agent.run(
        { messages: researchMessages(question, bounds), tools, ...bounds, totalMs: question.totalMs },
        (step) => {
          const label = nameStep(step)
          const n = open.get(step.args) ?? steps.push(label)
          open.set(step.args, n)
          onStep({ n, label, status: step.status })
        },
        signal,
      )
      return { reply, evidence: book.rows, steps }
    },
  }
}

/** Why something is so is seldom said where it is told; comparisons of many years, places or papers need many sentences. Nothing else pays for research. */
function isWorthwhile({ outcome, understood, citations }: ComposedAnswer): boolean {
  if (outcome !== 'answered') return false
  if (understood.kind === 'why') return true
  if (understood.kind !== 'compare' && understood.kind !== 'change') return false
  const sides = Math.max(1, understood.years.length) * Math.max(1, understood.places.length)
  return sides >= MANY_SIDES || new Set(citations.map(({ documentId }) => documentId)).size >= MANY_SIDES
}

function researchMessages({ understood, evidence }: ResearchQuestion, { maxSteps }: ResearchBounds): ModelMessage[] {
  const rules = [
    `六、资料不够时先用工具再查，每次只查一件事，最多 ${maxSteps} 次，够了就作答。工具给出的资料也有编号，照样注明。`,
    '七、问原因，只写资料里明说的原因；作比较，每个年份、每个地区各写一句。',
  ]
  const lines = evidence.map((row, index) => lineOf(row, index + 1))
  return answerMessages(understood.question, lines, createFence()).map((message) =>
    message.role === 'system' ? { ...message, content: [message.content, ...rules].join('\n') } : message,
  )
}
