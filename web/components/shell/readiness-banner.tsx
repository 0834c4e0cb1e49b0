import { useServices } from '../../services.ts'
import { useStore } from '../../state/use-store.ts'

/** Says above everything else when the service is away, still starting, or works less well than it could. */
export function ReadinessBanner() {
  const { readiness } = useServices()
  const state = useStore(readiness.state)
  if (state.status === 'unknown' || state.status === 'ok') return null
  if (state.status === 'degraded') {
    return (
      <div class="banner banner-degraded" role="status">
        <p>{state.reasons.join('　')}</p>
      </div>
    )
  }
  return (
    <div class={`banner banner-${state.status}`} role="status">
      <p>{state.message}</p>
      <button type="button" class="button" onClick={() => void readiness.check()}>
        重试
      </button>
    </div>
  )
}
