import type { FastifyReply, FastifyRequest } from 'fastify'
import type { TableFormat } from '../contract/indicators.ts'
import { renderCsv } from '../ledger/render-csv.ts'
import { renderXlsxAside } from '../ledger/render-xlsx-aside.ts'
import type { Sheet, SheetCell } from '../ledger/sheet.ts'
import { attachmentHeader } from './attachment-header.ts'

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const ILLEGAL_IN_FILE_NAME = /[\\/:*?"<>|\p{Cc}]/gu

/** A table that can be sent: lines for CSV, sheets for .xlsx. Only the one that is wanted is made. */
export interface TableToSend {
  /** Of the file, without its ending. */
  readonly name: string
  lines(): readonly (readonly SheetCell[])[]
  sheets(): readonly Sheet[]
}

/** The form that the caller asks for: by ?format=, else by the Accept header, else JSON. */
export function wantedFormat({ headers, query }: FastifyRequest<{ Querystring: { format?: TableFormat } }>): TableFormat {
  if (query.format !== undefined) return query.format
  const accept = headers.accept ?? ''
  if (accept.includes(XLSX)) return 'xlsx'
  return /(?:^|,)\s*text\/csv\b/i.test(accept) ? 'csv' : 'json'
}

/** Sends a table as a file. */
export async function sendTable(reply: FastifyReply, format: Exclude<TableFormat, 'json'>, table: TableToSend): Promise<FastifyReply> {
  const name = table.name.replace(ILLEGAL_IN_FILE_NAME, ' ')
  const body = format === 'xlsx' ? await renderXlsxAside(table.sheets()) : Buffer.from(renderCsv(table.lines()))
  return reply
    .type(format === 'xlsx' ? XLSX : 'text/csv; charset=utf-8')
    .header('content-disposition', attachmentHeader(`${name}.${format}`))
    .send(body)
}
