import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import { type Api, createApi } from './api/api.ts'
import { createHttp } from './api/http.ts'
import { createRouter, type Router } from './router/router.ts'
import { type AccessToken, createAccessToken } from './state/access-token.ts'
import { type AnswerModeChoice, createAnswerModeChoice } from './state/answer-mode.ts'
import { type ConversationModel, createConversation } from './state/conversation.ts'
import { type ConversationListModel, createConversationList } from './state/conversation-list.ts'
import { createDocumentCache, type DocumentCache } from './state/document-cache.ts'
import { createNotices, type Notices } from './state/notices.ts'
import { createReadinessWatch, type ReadinessWatch } from './state/readiness.ts'
import { createSourcePane, type SourcePaneModel } from './state/source-pane.ts'
import { createStore, type Store } from './state/store.ts'
import { createThemeChoice, type ThemeChoice } from './state/theme.ts'
import { createUpload, type UploadModel } from './state/upload.ts'

/** Everything that outlives a component, made once by main and handed down. */
export interface Services {
  readonly api: Api
  readonly router: Router
  readonly theme: ThemeChoice
  readonly answerMode: AnswerModeChoice
  readonly access: AccessToken
  readonly readiness: ReadinessWatch
  readonly notices: Notices
  readonly conversations: ConversationListModel
  readonly conversation: ConversationModel
  readonly source: SourcePaneModel
  readonly documents: DocumentCache
  readonly upload: UploadModel
  /** Grows whenever the library changed, so that lists load again. */
  readonly libraryVersion: Store<number>
}

export function createServices(window: Window & typeof globalThis): Services {
  const access = createAccessToken(window.sessionStorage)
  const api = createApi(createHttp({ fetch: window.fetch.bind(window), readToken: access.read, onUnauthorized: () => access.asked.set(true) }))
  const router = createRouter(window)
  const conversations = createConversationList(api)
  const source = createSourcePane()
  const readiness = createReadinessWatch(api)
  const answerMode = createAnswerModeChoice(window.localStorage)
  const libraryVersion = createStore(0)
  const conversation = createConversation(api, {
    onAnswered(conversationId) {
      const { page } = router.route.get()
      if (page === 'ask') router.go({ page: 'ask', conversationId }, { replace: true })
      void conversations.refresh()
    },
    onFailed({ status }) {
      if (status === 0) void readiness.check()
    },
    // Without a model there is nothing to choose, and the server's own default holds.
    readMode: () => (readiness.view.get()?.model ? answerMode.mode.get() : undefined),
  })
  return {
    api,
    router,
    theme: createThemeChoice(window.localStorage, window.document.documentElement),
    answerMode,
    access,
    readiness,
    notices: createNotices(),
    conversations,
    conversation,
    source,
    documents: createDocumentCache(api),
    upload: createUpload(api, () => libraryVersion.update((version) => version + 1)),
    libraryVersion,
  }
}

export const ServicesContext = createContext<Services | null>(null)

/** @throws {Error} outside the provider that main sets */
export function useServices(): Services {
  const services = useContext(ServicesContext)
  if (!services) throw new Error('Cannot use services outside ServicesContext')
  return services
}
