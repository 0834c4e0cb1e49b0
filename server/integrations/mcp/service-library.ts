import { awaitAnswer } from '../../conversation/await-answer.ts'
import type { Services } from '../../services.ts'
import type { ToolLibrary } from './tool-library.ts'

/** The library of a running server: questions count as questions of its page, briefs are kept. */
export function createServiceLibrary(services: Services): ToolLibrary {
  return {
    snapshot: async () => services.snapshot(),
    async ask(request, signal) {
      const {
        conversationId: _conversation,
        turnId: _turn,
        ...answer
      } = await awaitAnswer(services.turns.startTold(request, services.snapshot()), signal)
      return answer
    },
    search: (...request) => services.search.search(...request),
    facts: async () => services.facts,
    async writeBrief(request, signal) {
      const {
        briefId,
        createdAt: _created,
        updatedAt: _updated,
        version: _version,
        checklist: _checklist,
        markdown: _markdown,
        stale: _stale,
        ...body
      } = await services.briefs.compose(request, signal)
      return { body, briefId, note: null }
    },
  }
}
