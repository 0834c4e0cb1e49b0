import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createEndpointEmbedder, type Patience } from '../../ingest/embedding/endpoint-embedder.ts'
import { isEndpointFailure } from '../../ingest/embedding/endpoint-failure.ts'
import { createOpenAiEmbeddingCall } from '../../ingest/embedding/openai-embedder.ts'
import { createQuestionEmbedder } from '../../ingest/embedding/question-embedder.ts'
import { createDeferred } from '../support/deferred.ts'
import { answerWith, type EmbeddingEndpointServer, type EndpointScript, failWith, startEmbeddingEndpoint } from '../support/embedding-endpoint.ts'
import { loopTurns } from '../support/loop-turns.ts'
import { REFUSED_BASE_URL } from '../support/upstream-misbehaviours.ts'

const PATIENT: Patience = { attempts: 3, timeoutMs: 7_000, retryAfterMs: 5, maxWaitMs: 1_000 }
const KEY = 'canary-key-7c1f'

let server: EmbeddingEndpointServer
/** Ends the time of the request at work. Time is up where the endpoint keeps silent and nowhere else: the machine may be busy. */
let runOut: () => void
beforeEach(async () => {
  server = await startEmbeddingEndpoint()
  vi.spyOn(AbortSignal, 'timeout').mockImplementation((ms) => {
    expect(ms).toBe(PATIENT.timeoutMs)
    const limit = new AbortController()
    runOut = () => limit.abort(new DOMException('The time is up', 'TimeoutError'))
    return limit.signal
  })
})
afterEach(async () => {
  vi.restoreAllMocks()
  await server.close()
})

function openEmbedder(patience = PATIENT, model = 'bge-m3', baseUrl = server.baseUrl) {
  const call = createOpenAiEmbeddingCall({ model, baseUrl, apiKey: KEY })
  return createEndpointEmbedder(call, { model, host: new URL(baseUrl).host }, patience)
}

const hang: EndpointScript = () => runOut()
const hangInBody: EndpointScript = (_request, response) => {
  response.writeHead(200, { 'content-type': 'application/json' })
  response.write('{"object":"list","data":[', () => void loopTurns().then(runOut))
}
const cutOff: EndpointScript = (_request, response) => {
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': '1000' })
  response.write('{"object":')
  setImmediate(() => response.destroy())
}
const reset: EndpointScript = (_request, response) => void response.socket?.resetAndDestroy()
const notJson: EndpointScript = (_request, response) => void response.writeHead(200, { 'content-type': 'application/json' }).end('<html>')

describe('an encoder behind an endpoint', () => {
  it('asks for floats in batches, with the key, and only for texts that hold something', async () => {
    const embedder = openEmbedder()
    expect([embedder.id, embedder.dimension]).toEqual(['', 0])
    const texts = Array.from({ length: 150 }, (_, index) => (index === 3 ? '' : `第${index}句`))
    const vectors = await embedder.embed(texts)
    expect(embedder.dimension).toBe(24)
    expect(vectors).toHaveLength(150)
    expect(vectors[3]?.every((component) => component === 0)).toBe(true)
    expect(server.requests.every(({ body }) => body.encoding_format === 'float' && body.model === 'bge-m3' && body.input.length <= 64)).toBe(true)
    expect(server.requests.every(({ authorization }) => authorization === `Bearer ${KEY}`)).toBe(true)
    expect(server.requests.flatMap(({ body }) => body.input)).not.toContain('')
  })

  it('is named by model, host and dimension', async () => {
    const other = await startEmbeddingEndpoint(16)
    const embedders = [openEmbedder(), openEmbedder(PATIENT, 'BAAI/bge-m3'), openEmbedder(PATIENT, 'bge-m3', other.baseUrl), openEmbedder()]
    for (const embedder of embedders) await embedder.connect()
    const ids = embedders.map(({ id }) => id)
    expect(new Set(ids.slice(0, 3)).size).toBe(3)
    expect(ids[3]).toBe(ids[0])
    expect(ids[1]).toMatch(/^BAAI-bge-m3@\w{12}$/)
    await other.close()
  })

  it.each<[string, EndpointScript]>([
    ['a server error', failWith(500)],
    ['too many requests', failWith(429)],
    ['a pause that is asked for', failWith(503, { 'retry-after': '0.2' })],
    ['a reset connection', reset],
    ['a reply that is cut off', cutOff],
    ['silence before the headers', hang],
    ['silence in the body', hangInBody],
  ])('gets over %s', async (_, script) => {
    const embedder = openEmbedder()
    await embedder.connect()
    server.scripts.push(script)
    const before = server.requests.length
    expect(await embedder.embed(['一句'])).toHaveLength(1)
    expect(server.requests.length - before).toBe(2)
  })

  it.each<[string, string, readonly EndpointScript[], number]>([
    ['a refused key, at once', 'embedding_unauthorized', [failWith(401)], 1],
    ['an unknown model, at once', 'embedding_refused', [failWith(404)], 1],
    ['a bad request, at once', 'embedding_refused', [failWith(400)], 1],
    ['requests that stay too many', 'embedding_overloaded', [failWith(429), failWith(429), failWith(429)], 3],
    ['a pause that is too long', 'embedding_overloaded', [failWith(429, { 'retry-after': '3600' })], 1],
    ['a server that stays broken', 'embedding_unreachable', [failWith(502), failWith(502), failWith(502)], 3],
    ['silence that lasts', 'embedding_timeout', [hang, hang, hangInBody], 3],
    ['a reply that is not JSON', 'embedding_bad_reply', [notJson], 1],
    ['no vector at all', 'embedding_bad_reply', [answerWith([])], 1],
    ['vectors of another length', 'embedding_bad_reply', [answerWith([[1, 2, 3]])], 1],
    ['a component that is no number', 'embedding_bad_reply', [answerWith([[null, ...Array<number>(23).fill(1)]])], 1],
    ['a zero vector', 'embedding_bad_reply', [answerWith([Array<number>(24).fill(0)])], 1],
  ])('gives up on %s', async (_, code, scripts, attempts) => {
    const embedder = openEmbedder()
    await embedder.connect()
    const before = server.requests.length
    server.scripts.push(...scripts)
    const error: unknown = await embedder.embed(['一句']).catch((reason: unknown) => reason)
    expect(error).toMatchObject({ code, message: expect.stringMatching(/[一-鿿].*请/) })
    expect(isEndpointFailure(error)).toBe(true)
    expect(JSON.stringify(error) + String(error)).not.toContain(KEY)
    expect(server.requests.length - before).toBe(attempts)
    expect(await embedder.embed(['再来一句'])).toHaveLength(1)
  })

  it('says that nothing listens, and ends its request when it is closed', async () => {
    const refused = openEmbedder({ ...PATIENT, attempts: 1 }, 'bge-m3', REFUSED_BASE_URL)
    await expect(refused.connect()).rejects.toMatchObject({ code: 'embedding_unreachable' })
    const embedder = openEmbedder()
    await embedder.connect()
    const reached = createDeferred()
    server.scripts.push(() => reached.resolve())
    const waiting = expect(embedder.embed(['一句'])).rejects.toMatchObject({ code: 'embedding_unreachable' })
    await reached.promise
    await embedder.close()
    await waiting
  })
})

describe('an encoder for questions', () => {
  it('gives zero vectors while the endpoint fails, leaves it alone for a while, and says so', async () => {
    let clock = 0
    const { embedder, degraded } = await createQuestionEmbedder(openEmbedder({ ...PATIENT, attempts: 1 }), { pauseMs: 100, now: () => clock })
    expect(degraded()).toBeNull()
    expect((await embedder.embed(['问题']))[0]?.some((component) => component !== 0)).toBe(true)
    server.scripts.push(failWith(500))
    const before = server.requests.length
    for (let round = 0; round < 3; round += 1) {
      expect(await embedder.embed(['问题', '句'])).toEqual([new Float32Array(24), new Float32Array(24)])
      expect(degraded()).toMatch(/语义检索暂时不可用，只按字词检索：连不上向量接口/)
    }
    expect(server.requests.length - before).toBe(1)
    clock = 101
    expect((await embedder.embed(['问题']))[0]?.some((component) => component !== 0)).toBe(true)
    expect(degraded()).toBeNull()
    await embedder.close()
  })

  it('opens without the endpoint and is connected once it is there', async () => {
    server.scripts.push(failWith(503), failWith(503))
    const connected: string[] = []
    const { embedder, degraded } = await createQuestionEmbedder(openEmbedder({ ...PATIENT, attempts: 1 }), {
      pauseMs: 10,
      onConnected: (id) => connected.push(id),
    })
    expect([embedder.id, connected]).toEqual(['', []])
    expect(degraded()).toContain('向量接口忙不过来')
    await expect.poll(() => connected.length).toBe(1)
    expect(embedder.id).toBe(connected[0])
    expect(degraded()).toBeNull()
    await embedder.close()
  })
})
