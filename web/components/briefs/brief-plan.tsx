import { useState } from 'preact/hooks'
import type { BriefPlanEdits, BriefPreview, BriefRequest } from '../../../server/contract/briefs.ts'
import { toFailure } from '../../api/api-failure.ts'
import { useServices } from '../../services.ts'
import { outlineEdits, type PlanLine } from '../../state/brief-plan.ts'
import { parsePlace, parseYear } from '../answer/parse-limits.ts'
import { FieldProblem } from '../shell/field-problem.tsx'
import { PlanChips } from './plan-chips.tsx'
import { PlanOutline } from './plan-outline.tsx'

interface BriefPlanProps {
  readonly request: BriefRequest
  readonly initial: BriefPreview
  readonly onComposed: (briefId: string) => void
}

/** How a request was understood, open to change before the brief is written. A change of topics, years or places makes the outline anew. */
export function BriefPlan({ request, initial, onComposed }: BriefPlanProps) {
  const { api } = useServices()
  const [preview, setPreview] = useState(initial)
  const [edits, setEdits] = useState<BriefPlanEdits>({})
  const [lines, setLines] = useState<readonly PlanLine[]>(initial.outline)
  const [problem, setProblem] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const { topics, years, places, audience = '' } = { ...preview.understood, ...edits }

  async function run(work: () => Promise<void>) {
    setBusy(true)
    setProblem(null)
    try {
      await work()
    } catch (error) {
      setProblem(toFailure(error).message)
    } finally {
      setBusy(false)
    }
  }
  async function change(more: BriefPlanEdits) {
    const next = { ...edits, ...more }
    setEdits(next)
    await run(async () => {
      const again = await api.previewBrief({ ...request, plan: next })
      setPreview(again)
      setLines(again.outline)
    })
  }
  const compose = () =>
    run(async () => onComposed((await api.composeBrief({ ...request, plan: { ...edits, ...outlineEdits(preview.outline, lines) } })).briefId))

  return (
    <section class="stack brief-plan" aria-label="编写前的提纲" aria-busy={busy}>
      <label class="field">
        <span>标题</span>
        <input
          maxLength={200}
          value={edits.title ?? preview.title}
          onInput={(event) => setEdits({ ...edits, ...(event.currentTarget.value.trim() === '' ? {} : { title: event.currentTarget.value }) })}
        />
      </label>
      <PlanChips
        label="主题"
        values={topics}
        parse={parseTopic}
        problem="请填 2—60 个字的主题"
        onChange={(values) => values.length > 0 && void change({ topics: values })}
      />
      <PlanChips
        label="年份"
        values={years.map(String)}
        offered={preview.held.years.map(String)}
        parse={parseYear}
        problem="请填 1900—2100 之间的四位年份"
        onChange={(values) => void change({ years: values.map(Number) })}
      />
      <PlanChips
        label="地区"
        values={places}
        offered={preview.held.places}
        parse={parsePlace}
        problem="请填 40 字以内的地名"
        onChange={(values) => void change({ places: values })}
      />
      <label class="plan-row">
        <span class="field-name">读者</span>
        <input maxLength={40} placeholder="不限" value={audience} onChange={(event) => setEdits({ ...edits, audience: event.currentTarget.value })} />
      </label>
      <p class="muted ledger-note">
        约 {preview.chars.toLocaleString('zh-CN')} 字{preview.tables.map(({ caption, rows }) => `，附“${caption}”（${rows} 行）`).join('')}
        。标题可以改名、移动、去掉。
      </p>
      <PlanOutline lines={lines} onChange={setLines} />
      {preview.gaps.length > 0 && (
        <ul class="plan-gaps" aria-label="缺口">
          {preview.gaps.map((gap) => (
            <li key={gap}>{gap}</li>
          ))}
        </ul>
      )}
      <FieldProblem text={problem} />
      <div class="modal-actions">
        <button type="button" class="button button-primary" disabled={busy || lines.length === 0} onClick={() => void compose()}>
          {busy ? '请稍候……' : '按提纲编写'}
        </button>
      </div>
    </section>
  )
}

function parseTopic(text: string): string | null {
  const topic = text.trim()
  return topic.length >= 2 && topic.length <= 60 ? topic : null
}
