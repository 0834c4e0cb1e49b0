import { Type } from 'typebox'
import { CodedError } from '../../../ingest/corpus/coded-error.ts'
import { awaitAnswer } from '../../conversation/await-answer.ts'
import type { App } from '../../http/app-instance.ts'
import { closeSignal } from '../../http/close-signal.ts'
import { sendError } from '../../http/error-reply.ts'
import type { OpenStreams } from '../../http/open-streams.ts'
import type { Services } from '../../services.ts'
import { completionEventSource, completionStoppedEvent } from './completion-event-source.ts'
import { CompletionRequest } from './completion-request.ts'
import { Completion, type CompletionHead, viewCompletion } from './completion-view.ts'
import { modelNames, modeOfModel } from './model-names.ts'
import { OPENAI_FAILURES, openAiErrorBody } from './openai-error.ts'
import { readCompletion, textsOf } from './read-completion.ts'

const MAX_BODY_BYTES = 1024 * 1024
const tags = ['openai']

const Model = Type.Object({ id: Type.String(), object: Type.Literal('model'), created: Type.Integer(), owned_by: Type.String() })
const ModelList = Type.Object({ object: Type.Literal('list'), data: Type.Array(Model) })

/** The routes that programs written for OpenAI's API call, with failures in its shape. */
export async function addOpenAiRoutes(app: App, services: Services, streams: OpenStreams): Promise<void> {
  const since = Math.floor(Date.now() / 1000)
  const languageModel = (): string | null => services.status().model ?? null
  const viewModel = (id: string) => ({ id, object: 'model' as const, created: since, owned_by: 'youju' })

  await app.register(
    async (v1: App) => {
      v1.setErrorHandler((error, request, reply) => sendError(error, request, reply, openAiErrorBody))
      v1.setNotFoundHandler((request, reply) => {
        const error = new CodedError('route_not_found', '没有这个地址，或它不接受这种请求方法。这里只有 chat/completions 和 models。')
        sendError(error, request, reply, openAiErrorBody)
      })

      v1.get(
        '/models',
        { schema: { tags, summary: 'Ways of answering, as models', response: { 200: ModelList, ...OPENAI_FAILURES } } },
        async () => ({ object: 'list' as const, data: modelNames(languageModel()).map(viewModel) }),
      )

      v1.get(
        '/models/:model',
        {
          schema: {
            tags,
            summary: 'One of them',
            params: Type.Object({ model: Type.String({ maxLength: 200 }) }),
            response: { 200: Model, ...OPENAI_FAILURES },
          },
        },
        async ({ params }) => {
          modeOfModel(params.model, languageModel())
          return viewModel(params.model)
        },
      )

      v1.post(
        '/chat/completions',
        {
          bodyLimit: MAX_BODY_BYTES,
          schema: {
            tags,
            summary: "Ask in OpenAI's shape; with stream: true as server-sent events",
            description:
              'The last message is the question; the last ten user messages before it are read again so that follow-ups are understood. System messages are accepted and not followed. ' +
              'Nothing is kept. `usage` counts each Han character, each sign and each run of letters or digits as one.',
            body: CompletionRequest,
            response: { 200: Completion, ...OPENAI_FAILURES },
          },
        },
        async ({ body }, reply) => {
          const question = readCompletion(body, languageModel())
          const snapshot = services.snapshot()
          const log = services.turns.startTold(question, snapshot)
          const head: CompletionHead = {
            turnId: log.turnId,
            created: Math.floor(Date.now() / 1000),
            model: body.model,
            fingerprint: snapshot.fingerprint,
            prompt: textsOf(body.messages),
          }
          if (body.stream !== true) return viewCompletion(head, await awaitAnswer(log, closeSignal(reply)))
          const includeUsage = body.stream_options?.include_usage === true
          return streams.send(reply, completionEventSource(log, head, includeUsage), completionStoppedEvent)
        },
      )
    },
    { prefix: '/v1' },
  )
}
