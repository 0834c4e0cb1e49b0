/** One call of embed, cut into chunks that go to the worker one at a time. */
interface Job {
  readonly chunks: readonly (readonly number[])[]
  nextChunk: number
  readonly texts: readonly string[]
  readonly vectors: Float32Array[]
  readonly resolve: (vectors: readonly Float32Array[]) => void
  readonly reject: (error: Error) => void
}

/** A chunk on its way to the worker. */
export interface Dispatch {
  readonly texts: readonly string[]
  /** Takes the worker's answer, [texts × dimension]. */
  deliver(vectors: Float32Array): void
  /** Fails the whole call that the chunk belongs to. */
  fail(error: Error): void
}

/** Texts of one chunk: long enough to keep the threads busy, short enough that a question behind it waits only some ten milliseconds. */
const CHUNK_TEXTS = 64

/** Calls waiting for the worker. The one with the fewest chunks left goes first, so that a question overtakes an ingest run. */
export class RequestQueue {
  private readonly jobs: Job[] = []

  /** Vectors for `texts` in their order, once the worker has given them. Texts of like length share a chunk: padding costs time. */
  add(texts: readonly string[]): Promise<readonly Float32Array[]> {
    const order = texts.map((_, index) => index).sort((a, b) => (texts[a]?.length ?? 0) - (texts[b]?.length ?? 0))
    const chunks = Array.from({ length: Math.ceil(order.length / CHUNK_TEXTS) }, (_, at) => order.slice(at * CHUNK_TEXTS, (at + 1) * CHUNK_TEXTS))
    if (chunks.length === 0) return Promise.resolve([])
    return new Promise((resolve, reject) => {
      this.jobs.push({ chunks, nextChunk: 0, texts, vectors: new Array<Float32Array>(texts.length), resolve, reject })
    })
  }

  /** The next chunk to send, undefined when nothing waits. */
  next(): Dispatch | undefined {
    const left = (job: Job): number => job.chunks.length - job.nextChunk
    const job = this.jobs.reduce<Job | undefined>((best, one) => (!best || left(one) < left(best) ? one : best), undefined)
    const rows = job?.chunks[job.nextChunk]
    if (!job || !rows) return undefined
    job.nextChunk++
    return {
      texts: rows.map((row) => job.texts[row] ?? ''),
      deliver: (vectors) => {
        const dimension = vectors.length / rows.length
        rows.forEach((row, index) => {
          job.vectors[row] = vectors.slice(index * dimension, (index + 1) * dimension)
        })
        if (left(job) > 0) return
        this.drop(job)
        job.resolve(job.vectors)
      },
      fail: (error) => {
        this.drop(job)
        job.reject(error)
      },
    }
  }

  /** Fails everything that waits. */
  failAll(error: Error): void {
    for (const job of this.jobs.splice(0)) job.reject(error)
  }

  private drop(job: Job): void {
    const at = this.jobs.indexOf(job)
    if (at >= 0) this.jobs.splice(at, 1)
  }
}
