import type { ReadyView } from '../../server/contract/status.ts'
import type { Api } from '../api/api.ts'
import { ApiFailure, toFailure } from '../api/api-failure.ts'
import { createStore, type Store } from './store.ts'

/** What the banner at the top says about the service. */
export type Readiness =
  | { readonly status: 'unknown' }
  | { readonly status: 'ok'; readonly documents: number }
  | { readonly status: 'degraded'; readonly reasons: readonly string[]; readonly documents: number }
  | { readonly status: 'starting'; readonly message: string }
  | { readonly status: 'offline'; readonly message: string }

export interface ReadinessWatch {
  readonly state: Store<Readiness>
  /** What the service last said of itself; kept while it is away. */
  readonly view: Store<ReadyView | null>
  /** Asks at once. */
  check(): Promise<void>
  /** Asks now and then while the page is visible, more often while something is wrong. @returns a function that stops it */
  start(): () => void
}

const CALM_MS = 60_000
/** What works less well may be on the mend, with a progress to be shown. */
const DEGRADED_MS = 10_000
const WORRIED_MS = 4_000
const PAUSES_MS: Readonly<Record<Readiness['status'], number>> = {
  unknown: CALM_MS,
  ok: CALM_MS,
  degraded: DEGRADED_MS,
  starting: WORRIED_MS,
  offline: WORRIED_MS,
}

export function createReadinessWatch(api: Pick<Api, 'ready'>): ReadinessWatch {
  const state = createStore<Readiness>({ status: 'unknown' })
  const view = createStore<ReadyView | null>(null)
  async function check() {
    state.set(await readState(api, view))
  }
  function start() {
    let timer: ReturnType<typeof setTimeout> | undefined
    let stopped = false
    const round = async () => {
      if (document.visibilityState === 'visible') await check()
      if (!stopped) timer = setTimeout(round, PAUSES_MS[state.get().status])
    }
    void round()
    return () => {
      stopped = true
      clearTimeout(timer)
    }
  }
  return { state, view, check, start }
}

async function readState(api: Pick<Api, 'ready'>, view: Store<ReadyView | null>): Promise<Readiness> {
  try {
    const ready = await api.ready()
    view.set(ready)
    const { degraded, documents } = ready
    return degraded.length > 0 ? { status: 'degraded', reasons: degraded, documents } : { status: 'ok', documents }
  } catch (error) {
    if (error instanceof ApiFailure && error.status === 503) return { status: 'starting', message: startingMessage(error.body) }
    return { status: 'offline', message: toFailure(error).message }
  }
}

/** A server that is not ready answers 503 with the same view as when it is. */
function startingMessage(body: unknown): string {
  const { degraded = [] } = (body ?? {}) as Partial<ReadyView>
  return degraded[0] ?? '文库正在打开，请稍候。'
}
