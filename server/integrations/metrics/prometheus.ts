import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import type { FinishedTurn } from '../../conversation/turn-desk.ts'

/** What is read when the metrics are: the state of this moment. */
export interface Readings {
  readonly version: string
  readonly ready: boolean
  readonly generation: number
  readonly documents: number
  readonly sentences: number
  readonly runningTurns: number
  readonly pendingJobs: number
  readonly openStreams: number
}

/** Counts and measures of one server. Labels take values of short lists only. */
export interface Metrics {
  /** @param route the pattern that the address matched, null where none did */
  countRequest(method: string, route: string | null, status: number): void
  countQuestion(turn: FinishedTurn): void
  countJob(state: string): void
  countModelFailure(code: string): void
  /** The text that Prometheus reads, and its content type. */
  render(): Promise<{ readonly type: string; readonly text: string }>
}

const METHODS: ReadonlySet<string> = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])
/** Seconds. Extractive answers take milliseconds, a model's up to two minutes. */
const QUESTION_BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 120]

/**
 * A registry of its own for one server; the library's global one stays empty.
 *
 * @param options.process also the process: CPU, memory, handles, garbage collection, lag of the event loop. Watches them until the process ends
 */
export function createMetrics(read: () => Readings, options: { readonly process: boolean }): Metrics {
  const registry = new Registry()
  const registers = [registry]
  if (options.process) collectDefaultMetrics({ register: registry })
  const requests = new Counter({
    name: 'youju_http_requests_total',
    help: 'Answered HTTP requests',
    labelNames: ['method', 'route', 'status'],
    registers,
  })
  const questions = new Histogram({
    name: 'youju_question_duration_seconds',
    help: 'From a question to the end of its answer',
    labelNames: ['outcome', 'mode'],
    buckets: QUESTION_BUCKETS,
    registers,
  })
  const jobs = new Counter({ name: 'youju_ingest_jobs_total', help: 'Ingest jobs that are over', labelNames: ['state'], registers })
  const failures = new Counter({
    name: 'youju_model_failures_total',
    help: 'Failures of the language model, by code',
    labelNames: ['code'],
    registers,
  })
  const info = new Gauge({ name: 'youju_info', help: 'The running version', labelNames: ['version'], registers })
  info.set({ version: read().version }, 1)
  const gauges: readonly (readonly [string, string, (readings: Readings) => number])[] = [
    ['youju_ready', 'Whether the library answers questions', ({ ready }) => (ready ? 1 : 0)],
    ['youju_library_generation', 'Number of the committed generation', ({ generation }) => generation],
    ['youju_library_documents', 'Documents of the library', ({ documents }) => documents],
    ['youju_library_sentences', 'Sentences of the library', ({ sentences }) => sentences],
    ['youju_running_turns', 'Questions at work', ({ runningTurns }) => runningTurns],
    ['youju_ingest_jobs_pending', 'Ingest jobs that wait or run', ({ pendingJobs }) => pendingJobs],
    ['youju_open_streams', 'Event streams that are open', ({ openStreams }) => openStreams],
  ]
  for (const [name, help, measure] of gauges) {
    new Gauge({
      name,
      help,
      registers,
      collect() {
        this.set(measure(read()))
      },
    })
  }
  return {
    countRequest(method, route, status) {
      requests.inc({ method: METHODS.has(method) ? method : 'other', route: route ?? 'none', status: String(status) })
    },
    countQuestion({ outcome, mode, elapsedMs }) {
      questions.observe({ outcome, mode: mode ?? 'none' }, elapsedMs / 1000)
    },
    countJob: (state) => jobs.inc({ state }),
    countModelFailure: (code) => failures.inc({ code }),
    render: async () => ({ type: registry.contentType, text: await registry.metrics() }),
  }
}
