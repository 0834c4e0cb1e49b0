import type { FastifyReply } from 'fastify'
import { renderBriefDocx } from '../briefs/render-docx.ts'
import type { BriefFormat, BriefView } from '../contract/briefs.ts'
import { attachmentHeader } from './attachment-header.ts'

/** A brief in the format asked for: JSON, or a file to be saved under the brief's title. */
export async function sendBrief(reply: FastifyReply, brief: BriefView, format: BriefFormat = 'json'): Promise<FastifyReply> {
  reply.header('x-brief-id', brief.briefId)
  if (format === 'json') return reply.send(brief)
  const name = brief.title.replace(/[\\/:*?"<>|\p{Cc}]/gu, ' ').slice(0, 80)
  if (format === 'markdown') {
    return reply
      .type('text/markdown; charset=utf-8')
      .header('content-disposition', attachmentHeader(`${name}.md`))
      .send(Buffer.from(brief.markdown))
  }
  return reply
    .type('application/vnd.openxmlformats-officedocument.wordprocessingml.document')
    .header('content-disposition', attachmentHeader(`${name}.docx`))
    .send(await renderBriefDocx(brief))
}
