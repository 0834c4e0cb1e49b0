import type { ResearchTool } from '../model/research-agent.ts'
import { readToolArguments, type ToolArguments } from './tool-arguments.ts'

/** What the model is told of one argument, as JSON Schema. */
type Parameter = Readonly<Record<string, unknown>>

export function takesText(description: string): Parameter {
  return { type: 'string', description }
}

export function takesTexts(description: string): Parameter {
  return { type: 'array', items: { type: 'string' }, description }
}

export function takesYear(description: string): Parameter {
  return { type: 'integer', description }
}

export function takesYears(description: string): Parameter {
  return { type: 'array', items: { type: 'integer' }, description }
}

/** A tool that cannot do without one of its arguments: where that was not given, it says so in words. */
export function defineResearchTool(tool: {
  readonly name: string
  readonly description: string
  readonly takes: Readonly<Record<string, Parameter>>
  readonly needs: {
    readonly name: string
    /** Another name that models give it. */
    readonly otherName?: string
    /** Chinese: what to write. */
    readonly hint: string
  }
  /** @param needed never empty */
  run(needed: string, given: ToolArguments): Promise<string> | string
}): ResearchTool {
  const { name, description, takes, needs } = tool
  return {
    name,
    description,
    parameters: { type: 'object', properties: takes, required: [needs.name] },
    async run(args) {
      const given = readToolArguments(args)
      const needed = given.text(needs.name) || (needs.otherName === undefined ? '' : given.text(needs.otherName))
      return needed === '' ? `缺少参数 ${needs.name}：${needs.hint}` : tool.run(needed, given)
    },
  }
}
