import { useServices } from '../../services.ts'
import { useStore } from '../../state/use-store.ts'
import { Skeleton } from '../shell/state-block.tsx'
import { EnvironmentHelp } from './environment-help.tsx'
import { FactList } from './fact-list.tsx'

const VARIABLES = [
  ['EMBEDDING', 'local（默认，随程序附带的编码器）、openai（用接口上的编码器）或 none（只按词语检索）'],
  ['EMBEDDING_MODEL_DIR', '另一个编码器所在的文件夹；更换后文库会在后台重新编码，期间照常可用'],
  ['EMBEDDING_MODEL', 'EMBEDDING=openai 时，编码器在接口上的名称'],
  ['DATA_DIR', '文库和会话保存在哪个文件夹'],
] as const

/** What searching works with, the state of the library, and what works less well at present. */
export function ServiceFacts() {
  const { readiness } = useServices()
  const view = useStore(readiness.view)
  const state = useStore(readiness.state)
  const away = state.status === 'offline' || state.status === 'starting' ? state.message : null
  return (
    <section class="settings-section" aria-labelledby="settings-library">
      <h2 id="settings-library">检索与文库</h2>
      {view === null && away === null && <Skeleton lines={4} label="正在取服务状态" />}
      {away !== null && <p class="stale-note">{away}</p>}
      {view && (
        <FactList
          facts={[
            ['编码器', view.encoder ?? '没有启用，只按词语检索'],
            ['分词', view.segmenter],
            ['文库', `${view.documents} 份文档，${view.sentences.toLocaleString('zh-CN')} 句`],
            ['索引代次', `第 ${view.generation} 代`],
            ['运行状态', <DegradedList key="state" reasons={view.degraded} />],
          ]}
        />
      )}
      <EnvironmentHelp title="怎样更换编码器和数据位置" variables={VARIABLES} />
    </section>
  )
}

function DegradedList({ reasons }: { readonly reasons: readonly string[] }) {
  if (reasons.length === 0) return <span class="verified">一切正常</span>
  return (
    <ul class="degraded-list">
      {reasons.map((reason) => (
        <li key={reason}>{reason}</li>
      ))}
    </ul>
  )
}
