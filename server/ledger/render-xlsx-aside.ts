import { Worker } from 'node:worker_threads'
import { renderXlsx } from './render-xlsx.ts'
import type { Sheet } from './sheet.ts'

/** So many lines take a few milliseconds; more are written in a thread of their own, so that other requests are not held up. */
const MAX_LINES_HERE = 120

/** A workbook of any size, without holding the event loop. */
export function renderXlsxAside(sheets: readonly Sheet[]): Promise<Buffer> {
  const lines = sheets.reduce((sum, sheet) => sum + sheet.lines.length, 0)
  return lines <= MAX_LINES_HERE ? renderXlsx(sheets) : renderInWorker(sheets)
}

function renderInWorker(sheets: readonly Sheet[]): Promise<Buffer> {
  const worker = new Worker(new URL('./xlsx-worker.mjs', import.meta.url), { workerData: sheets })
  return new Promise((resolve, reject) => {
    worker.once('message', (bytes: Uint8Array) => resolve(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)))
    worker.once('error', reject)
    worker.once('exit', (code) => reject(new Error(`Cannot write a workbook: its thread ended with code ${code}`)))
  })
}
