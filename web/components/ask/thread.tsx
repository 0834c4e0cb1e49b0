import { useEffect, useMemo, useRef } from 'preact/hooks'
import type { ChatAnswer, ChatFilters, Citation } from '../../../server/contract/chat.ts'
import type { ConversationState } from '../../state/conversation.ts'
import type { Turn } from '../../state/turn.ts'
import { TurnView, type TurnViewProps } from '../answer/turn-view.tsx'
import { usePopover } from '../answer/use-popover.tsx'
import { ErrorState, Skeleton } from '../shell/state-block.tsx'
import { Welcome } from './welcome.tsx'

interface ThreadProps {
  readonly state: ConversationState
  readonly onAsk: (question: string, filters: ChatFilters | null) => void
  readonly onRewrite: (question: string) => void
  readonly onOpen: (turn: Turn, citation: Citation) => void
  readonly onRetry: () => void
}

/** The turns of a conversation, oldest first; a new question comes into view, and the text that follows does not move it away. */
export function Thread({ state, onAsk, onRewrite, onOpen, onRetry }: ThreadProps) {
  const { popover, preview, endPreview, hide } = usePopover()
  const actions = useMemo(
    () => ({
      preview,
      endPreview,
      open: (turn: Turn, citation: Citation) => {
        hide()
        onOpen(turn, citation)
      },
    }),
    [preview, endPreview, hide, onOpen],
  )
  const last = useRef<HTMLDivElement>(null)
  const lastKey = state.turns.at(-1)?.key
  useEffect(() => last.current?.scrollIntoView({ block: 'start' }), [lastKey])

  if (state.status === 'loading') return <Skeleton lines={8} label="正在打开会话" />
  if (state.status === 'failed' && state.failure) return <ErrorState title="打不开这个会话" failure={state.failure} onRetry={onRetry} />
  if (state.turns.length === 0) return <Welcome onAsk={(question) => onAsk(question, null)} />
  return (
    <div class="stack thread">
      {state.turns.map((turn, index) => {
        const newest = index === state.turns.length - 1
        return (
          <div key={turn.key} ref={newest ? last : null} class="thread-turn">
            <StillTurn turn={turn} newest={newest} actions={actions} onAsk={onAsk} onRewrite={onRewrite} />
          </div>
        )
      })}
      <p class="visually-hidden" role="status">
        {announce(state.turns.at(-1))}
      </p>
      {popover}
    </div>
  )
}

/** A turn that is drawn again only when it changed itself: in a long conversation the others stay as they are. */
function StillTurn(props: TurnViewProps) {
  const { turn, newest, actions, onAsk, onRewrite } = props
  return useMemo(() => <TurnView {...props} />, [turn, newest, actions, onAsk, onRewrite])
}

/** What a screen reader says as the newest answer comes; the text itself is read when the user goes to it. */
function announce(turn: Turn | undefined): string {
  switch (turn?.status) {
    case 'asking':
      return '正在查找依据'
    case 'answering':
      return turn.mode === 'llm' ? '正在撰写，逐句核对' : '正在作答'
    case 'done':
      return turn.answer ? announceAnswer(turn.answer) : ''
    case 'stopped':
      return '已停止'
    default:
      return ''
  }
}

function announceAnswer({ outcome, citations, statements }: ChatAnswer): string {
  if (outcome === 'abstained') return '没有找到足够的依据'
  const withdrawn = statements.filter((statement) => statement.withdrawn !== undefined).length
  return `回答完毕，引用 ${citations.length} 处${withdrawn > 0 ? `；模型有 ${withdrawn} 句话与原文不符，已换成原文` : ''}`
}
