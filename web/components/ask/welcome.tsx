import { NO_FILTERS } from '../../router/route.ts'
import { useServices } from '../../services.ts'
import { useResource } from '../../state/use-resource.ts'
import { useStore } from '../../state/use-store.ts'
import { Suggestions } from '../answer/suggestions.tsx'
import { Link } from '../shell/link.tsx'
import { ErrorState, Skeleton } from '../shell/state-block.tsx'

/** The empty conversation: what this is for, and questions that the library answers. */
export function Welcome({ onAsk }: { readonly onAsk: (question: string) => void }) {
  const { api, readiness, libraryVersion } = useServices()
  const { status } = useStore(readiness.state)
  const version = useStore(libraryVersion)
  const { resource, reload } = useResource(`${version}-${status === 'offline' || status === 'starting'}`, () => api.examples())
  return (
    <div class="welcome">
      <h1>想查什么，直接问</h1>
      <p class="lead">从文库的原文中找答案：每句话都标出处，点一下就能对着原文核实；库里没有的，会如实说没有。</p>
      {resource.status === 'loading' && <Skeleton lines={4} label="正在取示例问题" />}
      {resource.status === 'failed' && <ErrorState title="暂时取不到示例问题" failure={resource.failure} onRetry={reload} />}
      {resource.status === 'ready' && resource.value.questions.length > 0 && (
        <Suggestions title="例如" questions={resource.value.questions} onAsk={onAsk} />
      )}
      {resource.status === 'ready' && resource.value.questions.length === 0 && (
        <p class="lead">
          文库还是空的。请先到<Link to={{ page: 'documents', filters: NO_FILTERS }}>文库</Link>上传文件。
        </p>
      )}
    </div>
  )
}
