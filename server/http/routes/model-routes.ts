import { CodedError } from '../../../ingest/corpus/coded-error.ts'
import { ModelCheck, ModelView } from '../../contract/model.ts'
import type { Services } from '../../services.ts'
import type { App } from '../app-instance.ts'
import { FAILURES } from '../failure-responses.ts'

/** Each check is a request to somebody else's machine. */
const MAX_CHECKS_PER_MINUTE = 10

/** Which model is configured, and whether it answers. Both read the server's own settings: no client names an address. */
export function addModelRoutes(app: App, { model }: Services): void {
  app.get(
    '/api/model',
    { schema: { tags: ['model'], summary: 'The configured language model', response: { 200: ModelView, ...FAILURES } } },
    async () => ({ configured: model !== null, name: model?.name ?? null, host: model?.host ?? null }),
  )
  app.post(
    '/api/model/check',
    {
      config: { rateLimit: { max: MAX_CHECKS_PER_MINUTE, timeWindow: 60_000 } },
      schema: { tags: ['model'], summary: 'Asks the configured language model for a word', response: { 200: ModelCheck, ...FAILURES } },
    },
    async (_request, reply) => {
      if (model === null) throw modelNotConfigured()
      const left = new AbortController()
      reply.raw.once('close', () => left.abort(new CodedError('answer_interrupted', '连接断开，没有测完。请重新测试。')))
      return { name: model.name, latencyMs: await model.check(left.signal) }
    },
  )
}

function modelNotConfigured(): CodedError {
  return new CodedError(
    'model_not_configured',
    '没有配置语言模型，回答一律摘自原文。要使用语言模型，请在 .env 中设置 CHAT_MODEL 和 OPENAI_BASE_URL（需要密钥时再设 OPENAI_API_KEY），然后重新启动。',
  )
}
