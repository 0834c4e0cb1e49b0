import type { IngestJobs } from '../jobs/ingest-jobs.ts'
import { isJobOver } from '../jobs/job-view.ts'
import type { EventSource, ServerSentEvent } from './event-stream.ts'

/** A job's state whenever it changed since the reader last took it: a slow reader gets fewer steps and always the last one. */
export function jobEventSource(jobs: IngestJobs, id: string): EventSource {
  let changed = true
  let over = false
  let number = 0
  return {
    take() {
      const job = changed && !over ? jobs.get(id) : undefined
      if (job === undefined) return undefined
      changed = false
      over = isJobOver(job)
      number += 1
      return { id: `${id}.${number}`, event: over ? 'job-end' : 'job-progress', data: job }
    },
    ended: () => over,
    watch: (listener) =>
      jobs.watch(id, () => {
        changed = true
        listener()
      }),
  }
}

/** The last event for a reader whose job was not over when the server stops. */
export function jobStoppedEvent(id: string): ServerSentEvent {
  const error = { code: 'server_stopping', message: '服务器正在停止。请在它重新启动后到文库查看这批文件是否已经收入。' }
  return { id: `${id}.end`, event: 'stream-end', data: { error } }
}
