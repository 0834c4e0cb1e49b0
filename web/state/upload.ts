import type { JobView } from '../../server/contract/documents.ts'
import type { Api } from '../api/api.ts'
import { type ApiFailure, toFailure } from '../api/api-failure.ts'
import { createStore, type Store } from './store.ts'

export type UploadState =
  | { readonly status: 'idle' }
  | { readonly status: 'sending'; readonly names: readonly string[] }
  | { readonly status: 'working'; readonly names: readonly string[]; readonly job: JobView | null }
  | { readonly status: 'done'; readonly job: JobView }
  | { readonly status: 'failed'; readonly names: readonly string[]; readonly failure: ApiFailure }

export interface UploadModel {
  readonly state: Store<UploadState>
  send(files: readonly File[]): Promise<void>
  dismiss(): void
}

/** One batch of files on its way into the library. It goes on while the user looks at other pages. */
export function createUpload(api: Pick<Api, 'uploadDocuments' | 'followJob'>, onDone: () => void): UploadModel {
  const state = createStore<UploadState>({ status: 'idle' })
  return {
    state,
    async send(files) {
      if (files.length === 0) return
      const names = files.map(({ name }) => name)
      state.set({ status: 'sending', names })
      try {
        const { jobId } = await api.uploadDocuments(files)
        state.set({ status: 'working', names, job: null })
        const job = await api.followJob(jobId, (changed) => state.set({ status: 'working', names, job: changed }), new AbortController().signal)
        state.set({ status: 'done', job })
        onDone()
      } catch (error) {
        state.set({ status: 'failed', names, failure: toFailure(error) })
      }
    },
    dismiss: () => state.set({ status: 'idle' }),
  }
}
