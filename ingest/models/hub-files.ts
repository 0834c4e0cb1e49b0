import { downloadFile, HubApiError, listFiles } from '@huggingface/hub'
import { CodedError } from '../corpus/coded-error.ts'

/** A file of a model as the hub lists it. */
export interface HubFile {
  readonly path: string
  /** In bytes. */
  readonly size: number
  /** Large files: SHA-256 of the content. Small ones: SHA-1 of git's blob, which is `blob <size>\0` and the content. */
  readonly digest: { readonly kind: 'sha256' | 'git'; readonly hex: string }
}

/** A model on a hub. */
export interface HubModel {
  /** @throws {CodedError} hub_model_missing, hub_access_denied, hub_unreachable, hub_failed */
  list(): Promise<readonly HubFile[]>
  /**
   * The file's bytes from `offset` on, in pieces as they come.
   *
   * @throws {CodedError} as `list`; also when nothing came for so long as `idleMs`
   */
  read(file: HubFile, offset: number): AsyncIterable<Uint8Array>
}

export interface HubAddress {
  /** E.g. BAAI/bge-small-zh-v1.5 */
  readonly name: string
  /** Null: the hub's own. */
  readonly endpoint: string | null
  readonly token: string | null
  readonly idleMs?: number
}

const IDLE_MS = 30_000

/** A model on a hub, through @huggingface/hub. */
export function openHubModel({ name, endpoint, token, idleMs = IDLE_MS }: HubAddress): HubModel {
  const common = { repo: name, ...(endpoint !== null && { hubUrl: endpoint.replace(/\/+$/, '') }), ...(token !== null && { accessToken: token }) }
  return {
    async list() {
      const idle = createIdleWatch(idleMs)
      try {
        const files: HubFile[] = []
        for await (const { type, path, size, oid = '', lfs } of listFiles({ ...common, recursive: true, fetch: idle.fetch })) {
          if (type === 'file')
            files.push({ path, size: lfs?.size ?? size, digest: lfs ? { kind: 'sha256', hex: lfs.oid } : { kind: 'git', hex: oid } })
        }
        return files
      } catch (error) {
        throw describeFailure(error, name)
      } finally {
        idle.stop()
      }
    },
    async *read(file, offset) {
      if (offset >= file.size) return
      const idle = createIdleWatch(idleMs)
      try {
        // NOTE: the chunked protocol of newer hubs has no offsets to go on from; plain ranges are served by all of them.
        const blob = await downloadFile({ ...common, path: file.path, xet: false, fetch: idle.fetch })
        if (!blob) throw notFound(`${name} 里的 ${file.path}`)
        for await (const piece of blob.slice(offset).stream() as ReadableStream<Uint8Array> & AsyncIterable<Uint8Array>) {
          idle.alive()
          yield piece
        }
      } catch (error) {
        throw describeFailure(error, name)
      } finally {
        idle.stop()
      }
    },
  }
}

/** A fetch that is given up when nothing has come for a while. */
function createIdleWatch(idleMs: number): { readonly fetch: typeof fetch; alive(): void; stop(): void } {
  const controller = new AbortController()
  const timer = setTimeout(() => controller.abort(), idleMs)
  return {
    fetch: (input, init) => fetch(input, { ...init, signal: controller.signal }),
    alive: () => void timer.refresh(),
    stop() {
      clearTimeout(timer)
      controller.abort()
    },
  }
}

function describeFailure(error: unknown, name: string): CodedError {
  if (error instanceof CodedError) return error
  const status = error instanceof HubApiError ? error.statusCode : /status (\d{3})/.exec(String(error))?.[1]
  const options = { cause: error }
  switch (Number(status)) {
    case 404:
      return notFound(name, options)
    case 401:
    case 403: {
      const message = `没有下载 ${name} 的权限：仓库不存在，或需要登录。请核对名称；需要登录的仓库请设置 HF_TOKEN 后重试。`
      return new CodedError('hub_access_denied', message, {}, options)
    }
  }
  if (status !== undefined) {
    return new CodedError('hub_failed', `模型站点答复了错误（${status}）。请稍后重试；已下载的部分会保留。`, {}, options)
  }
  const message = '连不上模型站点，或连接中断。请检查网络和 HF_ENDPOINT（可改用能访问的镜像站点）后重试；已下载的部分会保留。'
  return new CodedError('hub_unreachable', message, {}, options)
}

function notFound(what: string, options?: ErrorOptions): CodedError {
  return new CodedError('hub_model_missing', `模型站点上没有 ${what}。请核对名称（通常是“组织/模型”），注意大小写。`, {}, options)
}
