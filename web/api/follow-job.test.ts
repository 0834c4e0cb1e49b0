import { expect, it } from 'vitest'
import type { JobView } from '../../server/contract/documents.ts'
import { followJob } from './follow-job.ts'
import { createHttp } from './http.ts'

const job = (state: JobView['state']): JobView => ({ id: 'j1', state, createdAt: '', updatedAt: '', progress: null, report: null, error: null })
const events = (...jobs: JobView[]) =>
  new Response(jobs.map((each) => `event: job-progress\ndata: ${JSON.stringify(each)}\n\n`).join(''), {
    headers: { 'content-type': 'text/event-stream' },
  })

async function follow(answers: Readonly<Record<string, (() => Response)[]>>) {
  const seen: string[] = []
  const http = createHttp({
    fetch: async (path) => {
      const next = answers[String(path)]?.shift()
      if (!next) throw new TypeError('connection refused')
      return next()
    },
    readToken: () => null,
    onUnauthorized: () => undefined,
  })
  const last = await followJob(http, 'j1', ({ state }) => seen.push(state), new AbortController().signal, 0)
  return { seen, last: last.state }
}

it('follows the event stream and reads the final state', async () => {
  const answers = { '/api/jobs/j1/events': [() => events(job('queued'), job('running'))], '/api/jobs/j1': [() => Response.json(job('done'))] }
  expect(await follow(answers)).toEqual({ seen: ['queued', 'running', 'done'], last: 'done' })
})

it('asks again and again where there is no stream', async () => {
  const answers = { '/api/jobs/j1': [() => Response.json(job('running')), () => Response.json(job('failed'))] }
  expect(await follow(answers)).toEqual({ seen: ['running', 'failed'], last: 'failed' })
})
