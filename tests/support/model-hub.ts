import { createHash } from 'node:crypto'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { loopTurns } from './loop-turns.ts'

export interface HubRequest {
  readonly path: string
  readonly range: string | undefined
  readonly authorization: string | undefined
}

/** How a file is sent, when not as it should be. */
export type Mischief =
  | { readonly kind: 'break-off'; readonly afterBytes: number }
  | { readonly kind: 'other-bytes' }
  | { readonly kind: 'silence' }
  | { readonly kind: 'status'; readonly status: number }

/** A model hub on the loopback with one model. */
export interface ModelHub {
  readonly url: string
  readonly requests: readonly HubRequest[]
  /** By file, used up one by one. */
  readonly mischief: Map<string, Mischief[]>
  /** Answers every request with this status instead. */
  failWith(status: number | null): void
  close(): Promise<void>
}

/** Files of this size on are listed with a SHA-256, as large files are. */
const LARGE_BYTES = 1_000

export async function startModelHub(name: string, files: ReadonlyMap<string, Uint8Array>): Promise<ModelHub> {
  const requests: HubRequest[] = []
  const mischief = new Map<string, Mischief[]>()
  let failure: number | null = null
  const server = createServer((request, response) => {
    const url = decodeURIComponent(request.url ?? '')
    requests.push({ path: url, range: request.headers.range, authorization: request.headers.authorization })
    if (failure !== null) return sendFailure(response, failure)
    if (url.startsWith(`/api/models/${name}/tree/main`))
      return sendJson(
        response,
        [...files].map(([path, bytes]) => listed(path, bytes)),
      )
    const path = url.startsWith(`/${name}/resolve/main/`) ? url.slice(`/${name}/resolve/main/`.length) : ''
    const bytes = files.get(path)
    if (!bytes) return sendFailure(response, 404)
    // The first byte alone is asked for to learn the size.
    const wanted = request.headers.range === 'bytes=0-0' ? undefined : mischief.get(path)?.shift()
    if (wanted?.kind === 'status') sendFailure(response, wanted.status)
    else if (wanted?.kind !== 'silence') sendFile(response, bytes, request.headers.range, wanted)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    mischief,
    failWith(status) {
      failure = status
    },
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}

function listed(path: string, bytes: Uint8Array): unknown {
  const oid = createHash('sha1').update(`blob ${bytes.byteLength}\0`).update(bytes).digest('hex')
  const lfs = { oid: createHash('sha256').update(bytes).digest('hex'), size: bytes.byteLength, pointerSize: 130 }
  return { type: 'file', path, size: bytes.byteLength, oid, ...(bytes.byteLength >= LARGE_BYTES && { lfs }) }
}

function sendFile(response: ServerResponse, bytes: Uint8Array, range: string | undefined, mischief: Mischief | undefined): void {
  const [, from, to] = /^bytes=(\d+)-(\d+)$/.exec(range ?? '') ?? []
  const start = Number(from ?? 0)
  const end = to === undefined ? bytes.byteLength : Number(to) + 1
  const part = Uint8Array.from(bytes.subarray(start, end))
  if (mischief?.kind === 'other-bytes') part[0] = (part[0] ?? 0) ^ 1
  response.writeHead(range === undefined ? 200 : 206, {
    'content-length': part.byteLength,
    etag: '"test"',
    ...(range !== undefined && { 'content-range': `bytes ${start}-${end - 1}/${bytes.byteLength}` }),
  })
  if (mischief?.kind !== 'break-off') response.end(part)
  // What the client has not read when a connection breaks is lost to it.
  else response.write(part.subarray(0, mischief.afterBytes), () => void loopTurns().then(() => response.destroy()))
}

function sendJson(response: ServerResponse, body: unknown): void {
  response.writeHead(200, { 'content-type': 'application/json' })
  response.end(JSON.stringify(body))
}

function sendFailure(response: ServerResponse, status: number): void {
  response.writeHead(status, { 'content-type': 'application/json' })
  response.end('{"error":"no"}')
}
