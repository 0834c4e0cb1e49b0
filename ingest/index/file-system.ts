import { mkdir, open, readdir, readFile, rename, rm, statfs } from 'node:fs/promises'

/** What the index needs of a disk. Errors are Node's own, with their `code` (ENOSPC, EIO…). */
export interface FileSystem {
  /** Parents too; an existing folder is fine. */
  makeFolder(path: string): Promise<void>
  /** All of the bytes, or an error. */
  writeFile(path: string, bytes: Uint8Array): Promise<void>
  readFile(path: string): Promise<Uint8Array>
  /** Room for this user on the disk that holds the folder, in bytes. */
  freeBytes(folder: string): Promise<number>
  /** Names in the folder, sorted; none when there is no such folder. */
  list(folder: string): Promise<readonly string[]>
  rename(from: string, to: string): Promise<void>
  /** A file, or a folder with all that is in it; a missing one is fine. */
  remove(path: string): Promise<void>
  /** Returns when the file's bytes, or the folder's entries, would survive a power cut. */
  sync(path: string): Promise<void>
}

export function createNodeFileSystem(): FileSystem {
  return {
    async makeFolder(path) {
      await mkdir(path, { recursive: true })
    },
    async writeFile(path, bytes) {
      const file = await open(path, 'w')
      try {
        await file.writeFile(bytes)
      } finally {
        await file.close()
      }
    },
    readFile: (path) => readFile(path),
    async freeBytes(folder) {
      const { bavail, bsize } = await statfs(folder)
      return bavail * bsize
    },
    async list(folder) {
      try {
        return (await readdir(folder)).sort()
      } catch (error) {
        if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return []
        throw error
      }
    },
    rename: (from, to) => rename(from, to),
    remove: (path) => rm(path, { recursive: true, force: true }),
    async sync(path) {
      const file = await open(path, 'r')
      try {
        await file.sync()
      } finally {
        await file.close()
      }
    },
  }
}
