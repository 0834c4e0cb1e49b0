import { useCallback, useEffect, useRef, useState } from 'preact/hooks'
import type { ChatFilters, Citation } from '../../server/contract/chat.ts'
import { Composer } from '../components/ask/composer.tsx'
import { ConversationPanel } from '../components/ask/conversation-panel.tsx'
import { SourcePane } from '../components/ask/source-pane.tsx'
import { Thread } from '../components/ask/thread.tsx'
import { Icon } from '../components/shell/icon.tsx'
import { Modal } from '../components/shell/modal.tsx'
import { EmptyState } from '../components/shell/state-block.tsx'
import { useDocumentTitle } from '../components/shell/use-document-title.ts'
import { MEDIUM, useMediaQuery, WIDE } from '../components/shell/use-media-query.ts'
import { useServices } from '../services.ts'
import { runningTurn } from '../state/conversation.ts'
import type { Turn } from '../state/turn.ts'
import { useStore } from '../state/use-store.ts'

/** 问答: conversations, answer, source. */
export function AskPage({ conversationId }: { readonly conversationId: string | null }) {
  const { conversation, router, source } = useServices()
  const state = useStore(conversation.state)
  const medium = useMediaQuery(MEDIUM)
  const [listOpen, setListOpen] = useState(false)
  const [draft, setDraft] = useState<{ readonly text: string } | null>(null)
  useDocumentTitle(state.turns[0]?.question ?? '问答')
  useEffect(() => {
    // A question still on its way from "/" has no conversation yet: coming back to "/" must not end it.
    if (conversationId === null && runningTurn(conversation.state.get())) return
    if (conversationId !== conversation.state.get().id) source.close()
    void conversation.open(conversationId)
  }, [conversationId, conversation, source])

  const openConversation = useCallback(
    (id: string | null) => {
      setListOpen(false)
      source.close()
      void conversation.open(id)
      router.go({ page: 'ask', conversationId: id })
    },
    [conversation, router, source],
  )
  const ask = useCallback((question: string, filters: ChatFilters | null) => void conversation.ask(question, filters), [conversation])
  const open = useCallback(
    (turn: Turn, citation: Citation) => source.open({ citation, stale: turn.stale.includes(citation.documentId), byReader: true }),
    [source],
  )
  const panel = <ConversationPanel current={state.id} onOpen={openConversation} />
  return (
    <div class="ask-page">
      {medium ? (
        <aside class="column conversations-column" aria-label="会话列表">
          {panel}
        </aside>
      ) : (
        <div class="ask-bar">
          <button type="button" class="text-button" onClick={() => setListOpen(true)}>
            <Icon name="menu" />
            会话
          </button>
          <button type="button" class="text-button" onClick={() => openConversation(null)}>
            <Icon name="plus" />
            新会话
          </button>
        </div>
      )}
      <main id="main" class="column answer-column" tabIndex={-1}>
        <div class="answer-scroll">
          <Thread state={state} onAsk={ask} onRewrite={(text) => setDraft({ text })} onOpen={open} onRetry={() => void conversation.open(state.id)} />
        </div>
        <Composer draft={draft} running={runningTurn(state) !== undefined} onAsk={(question) => ask(question, null)} onStop={conversation.stop} />
      </main>
      <SourceColumn turns={state.turns} />
      {listOpen && !medium && (
        <Modal title="会话" shape="drawer" onClose={() => setListOpen(false)}>
          {panel}
        </Modal>
      )}
    </div>
  )
}

/** Beside the answer where there is room, else a sheet over it. */
function SourceColumn({ turns }: { readonly turns: readonly Turn[] }) {
  const { source } = useServices()
  const target = useStore(source.target)
  const wide = useMediaQuery(WIDE)
  const opener = useOpener()
  useShowFirstSource(turns, wide)
  const close = () => {
    source.close()
    opener.giveBack()
  }
  if (!wide) {
    if (!target?.byReader) return null
    return (
      <Modal title="原文" shape="sheet" onClose={source.close}>
        <SourcePane target={target} focus={false} />
      </Modal>
    )
  }
  return (
    <aside
      class="column source-column"
      aria-label="原文出处"
      onKeyDown={(event) => {
        if (event.key === 'Escape' && target) close()
      }}
    >
      {target ? (
        <>
          <button type="button" class="icon-button source-close" aria-label="关闭原文" title="关闭原文（Esc）" onClick={close}>
            <Icon name="close" />
          </button>
          <SourcePane target={target} focus={target.byReader} />
        </>
      ) : (
        <EmptyState title="原文">
          <p>点回答里的数字标注，这里就翻到被引用的那一句。</p>
        </EmptyState>
      )}
    </aside>
  )
}

/** Remembers what had the focus when the source was opened, to give it back. */
function useOpener() {
  const { source } = useServices()
  const opener = useRef<Element | null>(null)
  useEffect(
    () =>
      source.target.subscribe(() => {
        if (source.target.get()?.byReader && document.activeElement?.closest('.answer-column')) opener.current = document.activeElement
      }),
    [source],
  )
  return {
    giveBack() {
      if (opener.current instanceof HTMLElement) opener.current.focus()
    },
  }
}

/** With room beside the answer, the first source of a new answer shows by itself; the focus stays where it is. */
function useShowFirstSource(turns: readonly Turn[], wide: boolean) {
  const { source } = useServices()
  const last = turns.at(-1)
  const shown = useRef<string | null>(null)
  useEffect(() => {
    if (!wide || last?.status !== 'done' || shown.current === last.key) return
    shown.current = last.key
    const citation = last.citations[0]
    if (citation) source.open({ citation, stale: last.stale.includes(citation.documentId), byReader: false })
  }, [last, wide, source])
}
