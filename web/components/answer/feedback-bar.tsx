import { useState } from 'preact/hooks'
import type { Feedback } from '../../../server/contract/conversations.ts'
import { toFailure } from '../../api/api-failure.ts'
import { useServices } from '../../services.ts'
import type { Turn } from '../../state/turn.ts'
import { Icon } from '../shell/icon.tsx'

/** Whether the answer helped; with a thumb down, also what was wrong. */
export function FeedbackBar({ turn }: { readonly turn: Turn }) {
  const { conversation, notices } = useServices()
  const [comment, setComment] = useState<string | null>(null)
  const rating = turn.feedback?.rating
  async function send(feedback: Feedback) {
    try {
      await conversation.rate(turn.key, feedback)
      notices.show('done', '已记下，谢谢')
    } catch (error) {
      notices.show('failed', toFailure(error).message)
    }
  }
  return (
    <>
      <button
        type="button"
        class="icon-button"
        aria-label="有用"
        title="有用"
        aria-pressed={rating === 'up'}
        onClick={() => void send({ rating: 'up' })}
      >
        <Icon name="up" />
      </button>
      <button
        type="button"
        class="icon-button"
        aria-label="有问题"
        title="有问题"
        aria-pressed={rating === 'down'}
        onClick={() => {
          setComment('')
          void send({ rating: 'down' })
        }}
      >
        <Icon name="down" />
      </button>
      {comment !== null && (
        <form
          class="feedback-form"
          onSubmit={(event) => {
            event.preventDefault()
            setComment(null)
            if (comment.trim() !== '') void send({ rating: 'down', comment: comment.trim() })
          }}
        >
          <input
            aria-label="哪里有问题（可不填）"
            placeholder="哪里有问题（可不填）"
            maxLength={2000}
            value={comment}
            onInput={(event) => setComment(event.currentTarget.value)}
          />
          <button type="submit" class="button">
            提交
          </button>
        </form>
      )}
    </>
  )
}
