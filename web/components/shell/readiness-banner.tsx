import { useServices } from '../../services.ts'
import { useStore } from '../../state/use-store.ts'

/** Says above everything else when the service is away, still starting, or works less well than it could. */
export function ReadinessBanner() {
  const { readiness } = useServices()
  const state = useStore(readiness.state)
  if (state.status === 'unknown' || state.status === 'ok') return null
  if (state.status === 'degraded') {
    return (
      <div class="banner banner-degraded">
        {/* Said once: a progress that counts on would be read out again and again. */}
        <p class="visually-hidden" role="status">
          部分功能暂时受限，说明见页面上方。
        </p>
        <ul>
          {state.reasons.map((reason) => (
            <li key={reason}>{reason}</li>
          ))}
        </ul>
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
