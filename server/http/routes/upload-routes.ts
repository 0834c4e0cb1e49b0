import type { FastifyReply } from 'fastify'
import { Type } from 'typebox'
import { CodedError } from '../../../ingest/corpus/coded-error.ts'
import { JobView } from '../../contract/documents.ts'
import type { Services } from '../../services.ts'
import type { App } from '../app-instance.ts'
import { FAILURES } from '../failure-responses.ts'
import { jobEventSource, jobStoppedEvent } from '../job-event-source.ts'
import type { OpenStreams } from '../open-streams.ts'
import { checkUploads } from '../upload-check.ts'
import { readUploads, type UploadLimits } from '../upload-reader.ts'
import { ID_PARAMS } from './id-params.ts'

export function addUploadRoutes(app: App, services: Services, streams: OpenStreams, limits: UploadLimits): void {
  app.post(
    '/api/documents',
    {
      // The multipart limits hold for what is in the body; this one for the body as a whole.
      bodyLimit: limits.maxTotalBytes + 1024 * 1024,
      schema: {
        tags: ['documents'],
        summary: 'Add files (multipart/form-data); 202 with a job',
        consumes: ['multipart/form-data'],
        response: { 202: JobView, ...FAILURES },
      },
    },
    async (request, reply) => {
      const sources = await readUploads(request, limits)
      await checkUploads(sources)
      const job = services.jobs.start(sources)
      return reply.code(202).header('location', `/api/jobs/${job.id}`).send(job)
    },
  )

  app.get(
    '/api/jobs/:id',
    { schema: { tags: ['jobs'], summary: 'How far a job is', params: ID_PARAMS, response: { 200: JobView, ...FAILURES } } },
    async (request) => findJob(services, request.params.id),
  )

  app.get(
    '/api/jobs/:id/events',
    {
      schema: {
        tags: ['jobs'],
        summary: 'The job whenever it changes, as server-sent events',
        params: ID_PARAMS,
        response: { 200: Type.Unknown({ description: 'text/event-stream' }), ...FAILURES },
      },
    },
    async (request, reply): Promise<FastifyReply> => {
      const { id } = findJob(services, request.params.id)
      return streams.send(reply, jobEventSource(services.jobs, id), () => jobStoppedEvent(id))
    },
  )
}

function findJob({ jobs }: Services, id: string): JobView {
  const job = jobs.get(id)
  if (job === undefined) throw new CodedError('job_not_found', '找不到这个收录任务。请到文库列表看文档是否已经收入。')
  return job
}
