import type { Static, TObject } from 'typebox'
import { Compile } from 'typebox/compile'
import { CodedError } from '../../../ingest/corpus/coded-error.ts'
import { describeFields } from '../../http/validation-message.ts'
import type { ToolLibrary } from './tool-library.ts'

/** What a tool gives: data in the shape that it promises, and the same as text with its sources. */
export interface ToolAnswer {
  readonly structured: Record<string, unknown>
  readonly text: string
}

/** A tool for programs that speak the Model Context Protocol. */
export interface LibraryTool {
  readonly name: string
  /** Chinese, as the description. */
  readonly title: string
  readonly description: string
  readonly inputSchema: TObject
  readonly outputSchema: TObject
  /** Whether it leaves the library as it is. */
  readonly readOnly: boolean
  /** @throws {CodedError} invalid_request for arguments that are not of the input's shape, and what the work itself throws */
  run(args: unknown, library: ToolLibrary, signal: AbortSignal): Promise<ToolAnswer>
}

/** Makes a tool whose work gets arguments of its input's shape only. */
export function defineTool<I extends TObject, O extends TObject>(
  tool: Omit<LibraryTool, 'run' | 'inputSchema' | 'outputSchema'> & {
    readonly inputSchema: I
    readonly outputSchema: O
    readonly work: (args: Static<I>, library: ToolLibrary, signal: AbortSignal) => Promise<{ readonly structured: Static<O>; readonly text: string }>
  },
): LibraryTool {
  const { work, ...described } = tool
  const input = Compile(tool.inputSchema)
  return {
    ...described,
    async run(given, library, signal) {
      const args: unknown = given ?? {}
      if (!input.Check(args)) {
        const { listed, fields } = describeFields(input.Errors(args))
        throw new CodedError('invalid_request', `工具 ${tool.name} 的参数不合要求：${listed}。请对照工具的 inputSchema 改正后重试。`, { fields })
      }
      const { structured, text } = await work(args, library, signal)
      return { structured: structured as Record<string, unknown>, text }
    },
  }
}
