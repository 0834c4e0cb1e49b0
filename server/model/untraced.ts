import { BaseCallbackHandler } from '@langchain/core/callbacks/base'

/**
 * LangChain sends prompts and replies to its makers' tracing service as soon as one of several variables stands in the environment, unless a handler of this name is
 * there already. This one is, and does nothing. To be given to every call.
 */
export function untraced(): BaseCallbackHandler {
  return new Untraced()
}

class Untraced extends BaseCallbackHandler {
  override name = 'langchain_tracer'

  /** What the graph hangs its settings on, between a run and its children. */
  getRunTreeWithTracingConfig(): object {
    return { tracingEnabled: false }
  }
}
