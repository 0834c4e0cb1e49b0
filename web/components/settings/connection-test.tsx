import { useEffect, useRef, useState } from 'preact/hooks'
import type { ModelCheck } from '../../../server/contract/model.ts'
import { type ApiFailure, toFailure } from '../../api/api-failure.ts'
import { useServices } from '../../services.ts'

type TestState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'running' }
  | { readonly kind: 'ok'; readonly check: ModelCheck }
  | { readonly kind: 'failed'; readonly failure: ApiFailure }

/** Has the server call its model once, and says how that went. */
export function ConnectionTest() {
  const { api } = useServices()
  const [state, setState] = useState<TestState>({ kind: 'idle' })
  const running = useRef<AbortController | null>(null)
  useEffect(() => () => running.current?.abort(), [])
  async function test() {
    const controller = new AbortController()
    running.current = controller
    setState({ kind: 'running' })
    try {
      const check = await api.checkModel(controller.signal)
      if (!controller.signal.aborted) setState({ kind: 'ok', check })
    } catch (error) {
      if (!controller.signal.aborted) setState({ kind: 'failed', failure: toFailure(error) })
    }
  }
  return (
    <div class="connection-test">
      <button type="button" class="button" disabled={state.kind === 'running'} onClick={() => void test()}>
        {state.kind === 'running' ? '正在测试……' : '测试连接'}
      </button>
      <div role="status" class="connection-result">
        {state.kind === 'running' && <p class="muted">正在请服务器调用一次模型，最多等 15 秒左右。</p>}
        {state.kind === 'ok' && <p class="verified">连接正常，用时 {formatDuration(state.check.latencyMs)}</p>}
        {state.kind === 'failed' && (
          <p class="connection-failed">
            <strong>连接没有成功。</strong>
            {state.failure.message}
            <span class="tag">{state.failure.code}</span>
          </p>
        )}
      </div>
    </div>
  )
}

function formatDuration(latencyMs: number): string {
  return latencyMs < 1_000 ? `${Math.max(1, Math.round(latencyMs))} 毫秒` : `${(latencyMs / 1_000).toFixed(1)} 秒`
}
