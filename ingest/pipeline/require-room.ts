import { CodedError } from '../corpus/coded-error.ts'
import type { FileSystem } from '../index/file-system.ts'
import { toLibraryError } from '../library/library-errors.ts'

/**
 * Stays free: a database whose disk is full to the last byte cannot even delete, since its log needs room first. It also leaves the server room for
 * conversations while a large ingest is refused.
 */
const RESERVE_BYTES = 16 * 1024 * 1024

/**
 * Refuses a step before it begins when the disk would be full in the middle of it.
 *
 * @param bytes what the step writes, by a generous estimate
 * @throws {CodedError} disk_full; library_write_failed when the disk does not say
 */
export async function requireRoom(files: FileSystem, folder: string, bytes: number): Promise<void> {
  const free = await files.freeBytes(folder).catch((error: unknown) => {
    throw toLibraryError(error)
  })
  if (free >= bytes + RESERVE_BYTES) return
  const needed = Math.ceil((bytes + RESERVE_BYTES) / 1024 / 1024)
  const message = `磁盘空间不足：还需要写入约 ${needed} MB（含预留），数据目录所在磁盘只剩 ${Math.floor(free / 1024 / 1024)} MB。原有的文库不受影响，请清理磁盘后重试。`
  throw new CodedError('disk_full', message, { needed, free })
}
