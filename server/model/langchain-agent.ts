import type { BaseChatModel } from '@langchain/core/language_models/chat_models'
import { AIMessage, type AIMessageChunk, type BaseMessage, createAgent, createMiddleware, HumanMessage, ToolMessage } from 'langchain'
import { CodedError } from '../../ingest/corpus/coded-error.ts'
import { describeModelFailure, modelBadReply, modelInterrupted, modelTimeout } from './model-failure.ts'
import { MODEL_LIMITS, type ModelLimits } from './model-limits.ts'
import type { ResearchAgent, ResearchStep, ResearchTask, ResearchTool } from './research-agent.ts'
import { untraced } from './untraced.ts'
import { withinLimits } from './within-limits.ts'

/** Said to the model when it has looked up as much as it may. */
const ANSWER_NOW = '查找次数已经用完，不能再查。请立即根据以上资料作答。'
const REFUSED_STEP = '查找次数已经用完，这一次没有执行。请根据以上资料作答。'
/** Of one reply: enough for an answer. Servers refuse a request whose reply would not fit beside its prompt. */
const MAX_REPLY_TOKENS = 700
/** The graph's own count of steps: a reply and its tools are two; ours ends the run before. */
const GRAPH_STEPS_EACH = 4
/** Replies whose server does not count tokens are taken to have one for so many characters. */
const CHARS_PER_TOKEN = 1.5

/**
 * The agent over LangChain's createAgent. Its model calls are streamed here and not by the graph: so they keep the time limits of other requests, and nothing counts
 * tokens with a table that would have to be fetched.
 *
 * @param parts.createModel a chat model that can bind tools, whose replies are no longer than `maxTokens`
 * @returns an agent whose runs fail with the codes of ChatModel, and with research_limit where tokens were used up or the model would not stop looking things up
 */
export function createLangchainAgent(parts: {
  readonly createModel: (maxTokens: number) => BaseChatModel
  readonly limits?: Pick<ModelLimits, 'firstByteMs' | 'idleMs'>
}): ResearchAgent {
  return {
    async run(task, onStep, signal) {
      signal?.throwIfAborted()
      const ending = new AbortController()
      const timer = setTimeout(() => ending.abort(modelTimeout('total', task.totalMs)), task.totalMs)
      const stop = signal === undefined ? ending.signal : AbortSignal.any([ending.signal, signal])
      const limits = { ...MODEL_LIMITS, ...parts.limits, totalMs: task.totalMs }
      try {
        const model = parts.createModel(Math.min(task.maxTokens, MAX_REPLY_TOKENS))
        const deadline = performance.now() + task.totalMs
        return await runGraph(task, model, (call) => readReply(call, limits, deadline, stop), onStep, stop)
      } catch (error) {
        if (stop.aborted) throw stop.reason
        throw codedCause(error) ?? describeModelFailure(error).error
      } finally {
        clearTimeout(timer)
        ending.abort()
      }
    },
  }
}

type Definition = Readonly<Record<string, unknown>>

interface ModelCall {
  readonly model: BaseChatModel
  readonly messages: BaseMessage[]
  readonly definitions: readonly Definition[]
}

async function runGraph(
  task: ResearchTask,
  model: BaseChatModel,
  ask: (call: ModelCall) => Promise<AIMessageChunk>,
  onStep: (step: ResearchStep) => void,
  signal: AbortSignal,
): Promise<string> {
  const tools = new Map(task.tools.map((tool) => [tool.name, tool]))
  const definitions = task.tools.map(({ name, description, parameters }) => ({ type: 'function', function: { name, description, parameters } }))
  let steps = 0
  let calls = 0
  let chars = 0
  const bounds = createMiddleware({
    name: 'Bounds',
    async wrapModelCall({ messages }) {
      const isLast = steps >= task.maxSteps
      const reply = await ask(
        isLast ? { model, messages: [...messages, new HumanMessage(ANSWER_NOW)], definitions: [] } : { model, messages, definitions },
      )
      const wanted = wantedTools(reply)
      chars += reply.text.length + JSON.stringify(wanted).length
      if (chars > task.maxTokens * CHARS_PER_TOKEN || (isLast && wanted.length > 0)) throw limitReached()
      // Ids of our own: servers that number every reply or call alike would otherwise have them taken for one.
      const toolCalls = wanted.map((call) => ({ ...call, id: `call_${++calls}`, type: 'tool_call' as const }))
      return new AIMessage({ content: reply.text, tool_calls: toolCalls })
    },
    async wrapToolCall({ toolCall: { name, args, id = '' } }) {
      if (steps >= task.maxSteps) return new ToolMessage({ content: REFUSED_STEP, name, tool_call_id: id })
      steps += 1
      return new ToolMessage({ content: await runTool(tools, name, args, onStep, signal), name, tool_call_id: id })
    },
  })
  const agent = createAgent({ model, tools: definitions, middleware: [bounds] })
  const state = await agent.invoke(
    { messages: task.messages.map(({ role, content }) => ({ role, content })) },
    { signal, recursionLimit: (task.maxSteps + 1) * GRAPH_STEPS_EACH, callbacks: [untraced()] },
  )
  const text = state.messages.at(-1)?.text ?? ''
  if (text.trim() === '') throw modelBadReply()
  return text
}

/** One reply, whole. Its connection is closed when the time is up. */
async function readReply(
  { model, messages, definitions }: ModelCall,
  limits: ModelLimits,
  deadline: number,
  stop: AbortSignal,
): Promise<AIMessageChunk> {
  const bound = definitions.length > 0 && model.bindTools ? model.bindTools([...definitions]) : model
  async function* open(signal: AbortSignal): AsyncGenerator<AIMessageChunk, void, undefined> {
    try {
      yield* await bound.stream(messages, { signal, callbacks: [untraced()] })
    } catch (error) {
      // Told here what it was: the graph wraps it in errors of its own.
      throw describeModelFailure(error).error
    }
  }
  let whole: AIMessageChunk | null = null
  let chars = 0
  for await (const piece of withinLimits(open, limits, deadline, stop)) {
    whole = whole === null ? piece : whole.concat(piece)
    chars += piece.text.length + (piece.tool_call_chunks ?? []).reduce((sum, { args }) => sum + (args?.length ?? 0), 0)
    if (chars > limits.maxReplyChars) throw modelBadReply()
  }
  if (whole === null || !whole.response_metadata.finish_reason) throw modelInterrupted()
  return whole
}

/** Calls whose arguments are no JSON are made without any: the tool says what it needs. */
function wantedTools({
  tool_calls: calls = [],
  invalid_tool_calls: invalid = [],
}: AIMessageChunk): { name: string; args: Record<string, unknown> }[] {
  return [...calls.map(({ name, args }) => ({ name, args })), ...invalid.map(({ name = '' }) => ({ name, args: {} }))]
}

async function runTool(
  tools: ReadonlyMap<string, ResearchTool>,
  name: string,
  args: unknown,
  onStep: (step: ResearchStep) => void,
  signal: AbortSignal,
): Promise<string> {
  const tool = tools.get(name)
  if (!tool) return `没有这个工具。可用的工具：${[...tools.keys()].join('、')}。`
  onStep({ tool: name, args, status: 'running' })
  try {
    const found = await tool.run(args, signal)
    onStep({ tool: name, args, status: 'done' })
    return found
  } catch (error) {
    onStep({ tool: name, args, status: 'failed' })
    throw error
  }
}

/** The coded error that the graph wrapped in errors of its own. */
function codedCause(error: unknown): CodedError | null {
  for (let at = error; at instanceof Error; at = at.cause) if (at instanceof CodedError) return at
  return null
}

function limitReached(): CodedError {
  return new CodedError('research_limit', '语言模型用完了允许的查找次数或字数还没有作答，已停止等待。请把问题问得窄一些再试。')
}
