import type { ModelMessage } from './chat-model.ts'

/** A tool that reads and changes nothing. */
export interface ResearchTool {
  readonly name: string
  /** For the model: what it does and when to use it. */
  readonly description: string
  /** JSON Schema of its arguments. */
  readonly parameters: Readonly<Record<string, unknown>>
  /** What the model gets to read. Bad arguments are answered in words, not thrown. */
  run(args: unknown, signal: AbortSignal): Promise<string>
}

export interface ResearchTask {
  readonly messages: readonly ModelMessage[]
  readonly tools: readonly ResearchTool[]
  readonly maxSteps: number
  /** Tokens of all replies together. */
  readonly maxTokens: number
  readonly totalMs: number
}

export interface ResearchStep {
  readonly tool: string
  readonly args: unknown
  readonly status: 'running' | 'done' | 'failed'
}

/** A language model that looks things up with tools before it writes. Bounded in steps, tokens and time; failures as for ChatModel. */
export interface ResearchAgent {
  /** The last reply's text. `onStep` is called when a tool begins and when it ends. */
  run(task: ResearchTask, onStep: (step: ResearchStep) => void, signal?: AbortSignal): Promise<string>
}
