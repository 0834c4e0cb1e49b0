import { useServices } from '../../services.ts'
import { useResource } from '../../state/use-resource.ts'
import { useStore } from '../../state/use-store.ts'
import { ErrorState, Skeleton } from '../shell/state-block.tsx'
import { ConnectionTest } from './connection-test.tsx'
import { EnvironmentHelp } from './environment-help.tsx'
import { FactList } from './fact-list.tsx'

const VARIABLES = [
  ['CHAT_MODEL', '模型在接口上的名称'],
  ['OPENAI_BASE_URL', '兼容 OpenAI 的接口地址，以 /v1 结尾，例如本机或单位内网的模型服务'],
  ['OPENAI_API_KEY', '接口密钥；内网服务不需要时可以不填。密钥只留在服务器上，不会发到浏览器'],
  ['CHAT_CONTEXT_TOKENS', '模型一次能读写的长度（token），按模型服务的设置填写，默认 4096'],
] as const

/** The language model that the server may use, and whether it answers. */
export function ModelSettings() {
  const { api, readiness } = useServices()
  const { status } = useStore(readiness.state)
  const { resource, reload } = useResource(String(status === 'offline'), () => api.getModel())
  return (
    <section class="settings-section" aria-labelledby="settings-model">
      <h2 id="settings-model">语言模型</h2>
      {resource.status === 'loading' && <Skeleton lines={3} label="正在取模型配置" />}
      {resource.status === 'failed' && <ErrorState title="取不到模型配置" failure={resource.failure} onRetry={reload} />}
      {resource.status === 'ready' && resource.value.configured && (
        <>
          <FactList
            facts={[
              ['模型', resource.value.name ?? '没有名称'],
              ['接口主机', resource.value.host ?? '接口默认主机'],
            ]}
          />
          <p class="muted settings-note">
            由模型撰写的每句话都与原文核对，不符的换成原文。提问框下面可以随时改为“只摘原文”；模型不可用时，有据自动改为摘自原文。
          </p>
          <ConnectionTest />
        </>
      )}
      {resource.status === 'ready' && !resource.value.configured && (
        <p class="settings-note">没有配置语言模型，回答都摘自原文。这不影响问答、指标和简报的使用。</p>
      )}
      {resource.status === 'ready' && <EnvironmentHelp title="怎样配置语言模型" variables={VARIABLES} open={!resource.value.configured} />}
    </section>
  )
}
