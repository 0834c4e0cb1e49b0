import type { JobView } from '../../server/contract/documents.ts'
import type { Http } from './http.ts'
import { readEvents } from './read-events.ts'

const POLL_MS = 700

/**
 * Follows a job to its end: by its event stream, and by asking again and again where the stream breaks.
 *
 * @returns the job in its final state
 * @throws {ApiFailure} when the job is unknown or the service cannot be reached
 */
export async function followJob(http: Http, id: string, onChange: (job: JobView) => void, signal: AbortSignal, pollMs = POLL_MS): Promise<JobView> {
  const path = `/api/jobs/${encodeURIComponent(id)}`
  await streamJob(http, path, onChange, signal)
  for (;;) {
    const job = await http.json<JobView>(path, { signal })
    onChange(job)
    if (isFinal(job)) return job
    await new Promise((resolve) => setTimeout(resolve, pollMs))
  }
}

/** A stream that cannot be opened or breaks is no failure of the job: polling takes over. */
async function streamJob(http: Http, path: string, onChange: (job: JobView) => void, signal: AbortSignal): Promise<void> {
  try {
    const response = await http.send(`${path}/events`, { headers: { accept: 'text/event-stream' }, signal })
    await readEvents(
      response,
      ({ data }) => {
        const body: unknown = JSON.parse(data)
        if (isJob(body)) onChange(body)
      },
      signal,
    )
  } catch (error) {
    if (signal.aborted) throw error
  }
}

function isFinal(job: JobView): boolean {
  return job.state === 'done' || job.state === 'failed' || job.state === 'interrupted'
}

function isJob(body: unknown): body is JobView {
  return typeof body === 'object' && body !== null && 'id' in body && 'state' in body && 'progress' in body
}
