import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks'
import { Icon } from '../shell/icon.tsx'
import { ModeSwitch } from './mode-switch.tsx'
import { COUNTER_FROM, findQuestionProblem, QUESTION_LIMIT } from './question-check.ts'

interface ComposerProps {
  /** A text to be edited; a new object takes the place of what is in the box. */
  readonly draft: { readonly text: string } | null
  readonly running: boolean
  readonly onAsk: (question: string) => void
  readonly onStop: () => void
}

const MAX_HEIGHT_PX = 220

/** The question box: Enter sends, Shift+Enter breaks the line, and Enter that ends an input method's composition does neither. */
export function Composer({ draft, running, onAsk, onStop }: ComposerProps) {
  const [question, setQuestion] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const box = useRef<HTMLTextAreaElement>(null)
  const problemId = useId()
  useLayoutEffect(() => {
    if (!draft) return
    setQuestion(draft.text)
    box.current?.focus()
  }, [draft])
  useLayoutEffect(() => {
    const area = box.current
    if (!area) return
    area.style.height = 'auto'
    area.style.height = `${Math.min(area.scrollHeight, MAX_HEIGHT_PX)}px`
  }, [question])

  function submit() {
    const found = findQuestionProblem(question)
    setProblem(found)
    if (found !== null || running) return
    onAsk(question.trim())
    setQuestion('')
  }

  return (
    <form
      class="composer"
      aria-label="提问"
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      <div class="composer-box">
        <textarea
          ref={box}
          rows={1}
          aria-label="问题"
          aria-invalid={problem !== null}
          aria-describedby={problem === null ? undefined : problemId}
          placeholder="问目标、完成情况、任务……"
          value={question}
          onInput={(event) => {
            setQuestion(event.currentTarget.value)
            setProblem(null)
          }}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return
            event.preventDefault()
            submit()
          }}
        />
        {running ? (
          <button type="button" class="send send-stop" aria-label="停止回答" title="停止回答" onClick={onStop}>
            <Icon name="stop" />
          </button>
        ) : (
          <button type="submit" class="send" aria-label="提问" title="提问（Enter）">
            <Icon name="send" />
          </button>
        )}
      </div>
      <ComposerFoot problem={problem} problemId={problemId} length={question.length} />
    </form>
  )
}

function ComposerFoot({ problem, problemId, length }: { readonly problem: string | null; readonly problemId: string; readonly length: number }) {
  return (
    <div class="composer-foot">
      {problem === null ? (
        <span class="composer-hint">Enter 发送，Shift+Enter 换行</span>
      ) : (
        <span id={problemId} class="field-problem" role="alert">
          {problem}
        </span>
      )}
      {length >= COUNTER_FROM && (
        <span class={length > QUESTION_LIMIT ? 'counter counter-over' : 'counter'}>
          {length} / {QUESTION_LIMIT}
        </span>
      )}
      <ModeSwitch />
    </div>
  )
}
