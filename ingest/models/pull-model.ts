import { createHash, type Hash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, open, rename, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { CodedError } from '../corpus/coded-error.ts'
import { chooseFiles } from './choose-files.ts'
import type { HubFile, HubModel } from './hub-files.ts'

export interface PullOptions {
  /** The graph with full numbers instead of the quantised one. */
  readonly full: boolean
  /** Called with the bytes that are on the disk and their total. */
  readonly onProgress?: (done: number, total: number, file: string) => void
  /** Before the second attempt at a file; doubled before each further one. */
  readonly retryAfterMs?: number
}

const ATTEMPTS = 5
const RETRY_AFTER_MS = 1_000

/**
 * Fetches a model into a folder. All is written into `<folder>.part` beside it, each file checked by its digest; only when all are right does the folder get its
 * name. What a broken connection or an end in the middle left in `<folder>.part` is gone on from.
 *
 * @throws {CodedError} model_folder_exists, model_unusable, model_digest_wrong, model_write_failed, hub_model_missing, hub_access_denied, hub_unreachable, hub_failed
 */
export async function pullModel(model: HubModel, folder: string, options: PullOptions): Promise<void> {
  try {
    if ((await sizeOf(folder)) !== null) {
      throw new CodedError('model_folder_exists', '目标文件夹已经存在，没有下载。请直接使用它，或先删除、改名，或用 --to 指定另一个文件夹。')
    }
    const partial = `${folder}.part`
    await fetchAll(model, partial, options)
    await rename(partial, folder)
  } catch (error) {
    throw describeWriteError(error)
  }
}

async function fetchAll(model: HubModel, folder: string, { full, onProgress, retryAfterMs = RETRY_AFTER_MS }: PullOptions): Promise<void> {
  const files = chooseFiles(await model.list(), full)
  const total = files.reduce((sum, file) => sum + file.size, 0)
  let before = 0
  for (const file of files) {
    const target = path.join(folder, file.path)
    await mkdir(path.dirname(target), { recursive: true })
    await fetchFile(model, file, target, (done) => onProgress?.(before + done, total, file.path), retryAfterMs)
    before += file.size
  }
}

/** What the disk says, in words. */
function describeWriteError(error: unknown): unknown {
  if (error instanceof CodedError || !(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return error
  const message = `写入目标文件夹时出错（${error.code}），没有下载完；已下载的部分会保留。请检查磁盘空间和文件夹的权限后重试。`
  return new CodedError('model_write_failed', message, { cause: error.code }, { cause: error })
}

async function fetchFile(model: HubModel, file: HubFile, target: string, onBytes: (done: number) => void, retryAfterMs: number): Promise<void> {
  for (let attempt = 1; (await sizeOf(target)) !== file.size || file.size === 0; attempt += 1) {
    try {
      await append(model, file, target, onBytes)
      if (file.size === 0) break
    } catch (error) {
      if (!isPassing(error) || attempt >= ATTEMPTS) throw error
      await sleep(retryAfterMs * 2 ** (attempt - 1))
    }
  }
  onBytes(file.size)
  await check(file, target)
}

/** Goes on where the file ends. A file that is longer than it should be is begun anew. */
async function append(model: HubModel, file: HubFile, target: string, onBytes: (done: number) => void): Promise<void> {
  let done = (await sizeOf(target)) ?? 0
  if (done > file.size) {
    await rm(target)
    done = 0
  }
  const handle = await open(target, 'a')
  try {
    onBytes(done)
    for await (const piece of model.read(file, done)) {
      done += piece.byteLength
      // A server that knows no offsets sends the file from its beginning.
      if (done > file.size) break
      await handle.write(piece)
      onBytes(done)
    }
    await handle.sync()
  } finally {
    await handle.close()
  }
  if (done === file.size) return
  if (done > file.size) await rm(target)
  throw new CodedError('hub_unreachable', '下载中断了，已下载的部分会保留。请检查网络后重试。')
}

/** @throws {CodedError} model_digest_wrong; the file is gone then */
async function check({ path: name, size, digest }: HubFile, target: string): Promise<void> {
  const hash: Hash = digest.kind === 'sha256' ? createHash('sha256') : createHash('sha1').update(`blob ${size}\0`)
  for await (const piece of createReadStream(target)) hash.update(piece as Uint8Array)
  if (hash.digest('hex') === digest.hex) return
  await rm(target)
  const message = `下载的 ${name} 与模型站点公布的校验值不符，已删除这个文件。请重试；若反复出现，说明站点或线路上的内容被改动过，请换一个 HF_ENDPOINT。`
  throw new CodedError('model_digest_wrong', message, { file: name })
}

const isPassing = (error: unknown): boolean => error instanceof CodedError && ['hub_unreachable', 'hub_failed'].includes(error.code)

/** Null when there is nothing under that name. */
async function sizeOf(file: string): Promise<number | null> {
  try {
    return (await stat(file)).size
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  }
}
