import { askTurns } from '../eval/run/ask-question.ts'
import { type RunningApp, startApp } from '../eval/run/running-app.ts'
import { summarizeTimes, timeEach } from './benchmark.ts'

type Row = Record<string, number | null>

/** What a start on an empty data folder took: from the start of the process to ready, the documents' ingest included. */
async function ingestRow(app: RunningApp): Promise<Row> {
  const status = (await (await fetch(`${app.base}/ready`)).json()) as { documents: number; sentences: number }
  return {
    documents: status.documents,
    sentences: status.sentences,
    seconds_to_ready: Math.round(app.startMs / 100) / 10,
    peak_rss_mb: app.peakRssMb(),
  }
}

/** Starts the app on a folder of documents, times the ingest, then asks the questions one after the other over HTTP, each in a conversation of its own. */
export async function benchOverHttp(folder: string, questions: readonly string[]): Promise<Readonly<Record<string, Row>>> {
  const app = await startApp({ seedsDir: folder, documents: 1 })
  try {
    const ingest = await ingestRow(app)
    const times = await timeEach(questions, (question) => askTurns(app.base, [question]))
    return { 'ingest from empty': ingest, 'questions over HTTP': { ...summarizeTimes(times), peak_rss_mb: app.peakRssMb() } }
  } finally {
    await app.stop()
    app.remove()
  }
}
