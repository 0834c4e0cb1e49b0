import { useId, useState } from 'preact/hooks'
import type { BriefPreview, BriefRequest } from '../../../server/contract/briefs.ts'
import { type ApiFailure, toFailure } from '../../api/api-failure.ts'
import { useServices } from '../../services.ts'
import { LimitChips } from '../answer/limit-chips.tsx'
import { FieldProblem } from '../shell/field-problem.tsx'
import { BriefPlan } from './brief-plan.tsx'
import { type BriefDraft, type BriefLength, COUNTER_FROM, findRequestProblem, REQUEST_LIMIT, toRequest } from './brief-request.ts'

const LENGTHS: readonly (readonly [BriefLength, string])[] = [
  ['short', '短（要点）'],
  ['normal', '中（2500 字以内）'],
  ['long', '长（尽量详尽）'],
]

interface BriefComposerProps {
  readonly initial: BriefDraft
  readonly onComposed: (briefId: string) => void
}

/** A request in plain words, with the years, places and length that it is to keep to. */
export function BriefComposer({ initial, onComposed }: BriefComposerProps) {
  const { api } = useServices()
  const [draft, setDraft] = useState(initial)
  const [problem, setProblem] = useState<string | null>(null)
  const [failure, setFailure] = useState<ApiFailure | null>(null)
  const [busy, setBusy] = useState(false)
  const [plan, setPlan] = useState<{ readonly request: BriefRequest; readonly preview: BriefPreview } | null>(null)
  const problemId = useId()
  /** What was typed stays in the form whatever comes back. */
  async function send(work: (request: BriefRequest) => Promise<void>) {
    const found = findRequestProblem(draft)
    setProblem(found)
    setFailure(null)
    if (found !== null || busy) return
    setBusy(true)
    try {
      await work(toRequest(draft))
    } catch (error) {
      setFailure(toFailure(error))
    } finally {
      setBusy(false)
    }
  }
  const compose = () => send(async (request) => onComposed((await api.composeBrief(request)).briefId))
  const look = () => send(async (request) => setPlan({ request, preview: await api.previewBrief(request) }))
  const shown = problem ?? failure?.message ?? null
  return (
    <>
      <form
        class="brief-composer"
        aria-label="新简报"
        onSubmit={(event) => {
          event.preventDefault()
          void compose()
        }}
      >
        <label class="field">
          <span>要什么简报</span>
          <textarea
            rows={3}
            aria-invalid={problem !== null}
            aria-describedby={shown === null ? undefined : problemId}
            placeholder="例如：写一份关于某项工作某年到某年目标与完成情况的简报，分地区，附上一年基数"
            value={draft.request}
            onInput={(event) => {
              setDraft({ ...draft, request: event.currentTarget.value })
              setProblem(null)
              setPlan(null)
            }}
            onKeyDown={(event) => {
              if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
              event.preventDefault()
              void compose()
            }}
          />
        </label>
        {draft.request.length >= COUNTER_FROM && (
          <span class={draft.request.length > REQUEST_LIMIT ? 'counter counter-over' : 'counter'}>
            {draft.request.length} / {REQUEST_LIMIT}
          </span>
        )}
        <div class="brief-limits">
          <span class="field-name">范围</span>
          <ul class="chips" aria-label="简报的范围">
            <LimitChips
              years={draft.years}
              places={draft.places}
              effect={null}
              onChange={({ years, places }) => setDraft({ ...draft, years: years.sort((a, b) => a - b), places })}
            >
              {draft.years.length + draft.places.length === 0 && <li class="muted">按要求里的年份和地区</li>}
            </LimitChips>
          </ul>
        </div>
        <FieldProblem id={problemId} text={shown} />
        <div class="brief-composer-foot">
          <label class="brief-length">
            <span class="field-name">篇幅</span>
            <select value={draft.length} onChange={(event) => setDraft({ ...draft, length: readLength(event.currentTarget.value) })}>
              {LENGTHS.map(([value, name]) => (
                <option key={value} value={value}>
                  {name}
                </option>
              ))}
            </select>
          </label>
          <span class="brief-composer-actions">
            <button type="button" class="button" disabled={busy} onClick={() => void look()}>
              先看提纲
            </button>
            <button type="submit" class="button button-primary" disabled={busy}>
              {busy ? '正在编写……' : '编写简报'}
            </button>
          </span>
        </div>
      </form>
      {plan && <BriefPlan key={JSON.stringify(plan.request)} request={plan.request} initial={plan.preview} onComposed={onComposed} />}
    </>
  )
}

function readLength(value: string): BriefLength {
  return LENGTHS.find(([length]) => length === value)?.[0] ?? 'normal'
}
