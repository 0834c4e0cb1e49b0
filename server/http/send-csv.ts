import type { FastifyReply, FastifyRequest } from 'fastify'
import { renderCsv } from '../ledger/render-csv.ts'
import { attachmentHeader } from './attachment-header.ts'

/** Whether the caller asks for CSV rather than JSON. */
export function wantsCsv({ headers }: FastifyRequest): boolean {
  return /(?:^|,)\s*text\/csv\b/i.test(headers.accept ?? '')
}

export function sendCsv(reply: FastifyReply, name: string, lines: Parameters<typeof renderCsv>[0]): FastifyReply {
  return reply
    .type('text/csv; charset=utf-8')
    .header('content-disposition', attachmentHeader(`${name.replace(/[\\/:*?"<>|\p{Cc}]/gu, ' ')}.csv`))
    .send(Buffer.from(renderCsv(lines)))
}
