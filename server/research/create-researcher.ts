import type { SentenceRow } from '../../ingest/index/library-snapshot.ts'
import type { ComposedAnswer } from '../answer/context/answer-engine.ts'
import type { FactReader } from '../answer/facts/fact-reader.ts'
import type { ModelMessage } from '../model/chat-model.ts'
import type { ResearchAgent } from '../model/research-agent.ts'
import { answerMessages } from '../model-answer/answer-prompt.ts'
import { estimateTokens } from '../model-answer/estimate-tokens.ts'
import { createFence, evidenceLine } from '../model-answer/fence-evidence.ts'
import type { Researcher, ResearchQuestion } from '../model-answer/researcher.ts'
import type { Retriever } from '../retrieval/retriever.ts'
import { createEvidenceBook, shortLineOf } from './evidence-book.ts'
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

/** Tokens of rules, tools, question and replies. */
const FIXED_TOKENS = 2_000
const MIN_ROOM_TOKENS = 1_000
const MAX_ROOM_TOKENS = 12_000
/** Of what is left, the part for what is shown at once, and for one reply of a tool; all replies take the rest. */
const FIRST_SHARE = 0.35
const REPLY_SHARE = 0.25

/** A comparison of fewer sides is answered by one look. */
const MANY_SIDES = 3

/** Looks things up with read-only tools over the library: search, read_section, lookup_indicator, compare. */
export function createResearcher(parts: {
  readonly agent: ResearchAgent
  readonly retriever: Retriever
  readonly facts: FactReader
  readonly bounds?: ResearchBounds
  /** What the model reads and writes together, at most. */
  readonly contextTokens: number
}): Researcher {
  const bounds = parts.bounds ?? RESEARCH_BOUNDS
  const room = Math.min(MAX_ROOM_TOKENS, Math.max(MIN_ROOM_TOKENS, parts.contextTokens - FIXED_TOKENS))
  const firstTokens = FIRST_SHARE * room
  return {
    isWorthwhile,
    async research(question, onStep, signal) {
      const { snapshot } = question
      const shown = fitting(question.evidence, firstTokens)
      const book = createEvidenceBook(shown, { replyTokens: REPLY_SHARE * room, totalTokens: room - firstTokens })
      const ledger = { snapshot, facts: parts.facts, book }
      const tools = [
        createSearchTool(snapshot, parts.retriever, book),
        createReadSectionTool(snapshot, book),
        createLookupIndicatorTool(ledger),
        createCompareTool(ledger),
      ]
      const steps: string[] = []
      const open = new Map<unknown, number>()
      const reply = await parts.agent.run(
        { messages: researchMessages({ ...question, evidence: shown }, bounds), tools, ...bounds, totalMs: question.totalMs },
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

/** The first ones that have room; one at least. */
function fitting(rows: readonly SentenceRow[], maxTokens: number): SentenceRow[] {
  let tokens = 0
  return rows.filter((row, index) => {
    tokens += estimateTokens(evidenceLine(shortLineOf(row, index + 1)))
    return index === 0 || tokens <= maxTokens
  })
}

function researchMessages({ understood, evidence }: ResearchQuestion, { maxSteps }: ResearchBounds): ModelMessage[] {
  const rules = [
    `六、资料不够时先用工具再查，每次只查一件事，最多 ${maxSteps} 次，够了就作答。工具给出的资料也有编号，照样注明。`,
    '七、问原因，只写资料里明说的原因；作比较，每个年份、每个地区各写一句。',
  ]
  const lines = evidence.map((row, index) => shortLineOf(row, index + 1))
  return answerMessages(understood.question, lines, createFence()).map((message) =>
    message.role === 'system' ? { ...message, content: [message.content, ...rules].join('\n') } : message,
  )
}
