import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Worker } from 'node:worker_threads'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createLocalEmbedder } from '../../ingest/embedding/local-embedder.ts'
import { openEmbedder, startEmbeddingWorker } from '../../ingest/embedding/open-embedder.ts'

const SHIPPED = path.resolve(import.meta.dirname, '../../ingest/embedding/model')
const MANY = Array.from({ length: 600 }, (_, index) => `第${index}项：推进产业转型升级，扩大有效投资，保障和改善民生。`)

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'youju-model-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

describe('openEmbedder', () => {
  it('opens nothing when none is asked for', async () => {
    expect(await openEmbedder({ kind: 'none' })).toEqual({ embedder: null, degraded: null })
  })

  it.each([
    ['a missing folder', async () => path.join(folder, 'nowhere'), 'tokenizer.json'],
    ['a folder without a tokenizer', async () => folder, 'tokenizer.json'],
    ['a folder without a graph', () => folderWith({ 'tokenizer.json': '{}' }), 'onnx'],
    ['settings that are not JSON', () => folderWith({ 'tokenizer.json': '{}', 'model.onnx': 'x', 'config.json': '{' }), 'config.json'],
    ['an unknown pooling', () => folderWith({ 'tokenizer.json': '{}', 'model.onnx': 'x', 'youju.json': '{"pooling":"sum"}' }), 'pooling'],
    [
      'a window that does not fit',
      () => folderWith({ 'tokenizer.json': '{}', 'model.onnx': 'x', 'youju.json': '{"maxTokens":8,"window":9}' }),
      'window',
    ],
  ])('refuses %s that was named, and says what is wrong', async (_, build, word) => {
    const opening = openEmbedder({ kind: 'local', modelDir: await build() })
    await expect(opening).rejects.toMatchObject({ code: 'bad_model_dir' })
    await expect(opening).rejects.toThrow(word)
    await expect(opening).rejects.not.toThrow(folder)
  })

  it('goes on without an encoder when the graph is damaged, and says so in Chinese without a path', async () => {
    await cp(SHIPPED, folder, { recursive: true })
    await writeFile(path.join(folder, 'onnx', 'model_quantized.onnx'), 'not a graph')
    const { embedder, degraded } = await openEmbedder({ kind: 'local', modelDir: folder })
    expect(embedder).toBeNull()
    expect(degraded).toMatch(/只按字词检索.*(已损坏|onnxruntime-node)/)
    expect(degraded).not.toContain(folder)
  })

  it('finds the graph beside the tokenizer too', async () => {
    await mkdir(folder, { recursive: true })
    for (const name of ['tokenizer.json', 'youju.json']) await cp(path.join(SHIPPED, name), path.join(folder, name))
    await cp(path.join(SHIPPED, 'onnx', 'model_quantized.onnx'), path.join(folder, 'model_quantized.onnx'))
    const { embedder, degraded } = await openEmbedder({ kind: 'local', modelDir: folder, threads: 1 })
    if (!embedder) return console.log(`LEFT OUT: graph beside the tokenizer: ${degraded}`)
    const shipped = await openEmbedder({ kind: 'local' })
    expect(embedder.id).toBe(shipped.embedder?.id)
    await Promise.all([embedder.close(), shipped.embedder?.close()])
  })
})

const { embedder: probe, degraded: noRuntime } = await openEmbedder({ kind: 'local' })
await probe?.close()
if (!probe) console.log(`LEFT OUT: a worker that dies: ${noRuntime}`)

describe.skipIf(!probe)('an embedder whose worker dies', () => {
  const workers: Worker[] = []
  const start = () => {
    const worker = startEmbeddingWorker({ modelDir: SHIPPED, threads: 1 })
    workers.push(worker)
    return worker
  }
  beforeEach(() => {
    workers.length = 0
  })

  it('fails the call in hand, starts again once, and answers the calls that waited', async () => {
    const embedder = await createLocalEmbedder(start)
    const inHand = embedder.embed(MANY)
    await workers[0]?.terminate()
    await expect(inHand).rejects.toMatchObject({ code: 'embedding_failed' })
    expect(await embedder.embed(['重新启动之后'])).toHaveLength(1)
    expect(workers).toHaveLength(2)

    const second = embedder.embed(MANY)
    await workers[1]?.terminate()
    await expect(second).rejects.toMatchObject({ code: 'embedding_failed' })
    await expect(embedder.embed(['第二次退出之后'])).rejects.toMatchObject({ code: 'embedding_failed' })
    expect(workers).toHaveLength(2)
    await embedder.close()
  })

  it('fails what waits when it is closed, ends its thread, and may be closed twice', async () => {
    const embedder = await createLocalEmbedder(start)
    const waiting = expect(embedder.embed(MANY)).rejects.toMatchObject({ code: 'embedding_failed' })
    await Promise.all([embedder.close(), waiting])
    await embedder.close()
    expect(workers[0]?.threadId).toBe(-1)
    await expect(embedder.embed(['关闭之后'])).rejects.toThrow('已关闭')
  })

  it('lets a question overtake a long run', async () => {
    const embedder = await createLocalEmbedder(start)
    const finished: string[] = []
    await Promise.all([embedder.embed(MANY).then(() => finished.push('run')), embedder.embed(['问题']).then(() => finished.push('question'))])
    expect(finished).toEqual(['question', 'run'])
    await embedder.close()
  })
})

async function folderWith(files: Readonly<Record<string, string>>): Promise<string> {
  for (const [name, content] of Object.entries(files)) await writeFile(path.join(folder, name), content)
  return folder
}
