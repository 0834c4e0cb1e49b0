import { createNodeFileSystem, type FileSystem } from '../../ingest/index/file-system.ts'

/** The file system of the machine, counting its calls, one of which can be made to fail. */
export interface FailingFileSystem {
  readonly files: FileSystem
  calls(): number
  /** Makes the nth call from now (0 the next) fail; a short write puts half of the bytes on the disk and says nothing. */
  failAt(nth: number, how: string): void
}

export function createFailingFileSystem(): FailingFileSystem {
  const real = createNodeFileSystem()
  let calls = 0
  let fatal = Number.POSITIVE_INFINITY
  let code = ''
  const fails = (): boolean => calls++ === fatal
  const failure = (): Error => Object.assign(new Error(`${code}: made up`), { code })
  const guarded =
    <A extends unknown[], R>(call: (...values: A) => Promise<R>) =>
    async (...values: A): Promise<R> => {
      if (fails() && code !== 'short write') throw failure()
      return call(...values)
    }
  return {
    calls: () => calls,
    failAt(nth, how) {
      fatal = calls + nth
      code = how
    },
    files: {
      makeFolder: guarded(real.makeFolder),
      readFile: guarded(real.readFile),
      freeBytes: guarded(real.freeBytes),
      list: guarded(real.list),
      rename: guarded(real.rename),
      remove: guarded(real.remove),
      sync: guarded(real.sync),
      async writeFile(path, bytes) {
        const failing = fails()
        if (failing) await real.writeFile(path, bytes.subarray(0, Math.floor(bytes.length / 2)))
        else await real.writeFile(path, bytes)
        if (failing && code !== 'short write') throw failure()
      },
    },
  }
}
