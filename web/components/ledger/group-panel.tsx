import { useState } from 'preact/hooks'
import type { IndicatorGroups } from '../../../server/contract/indicators.ts'
import { toFailure } from '../../api/api-failure.ts'
import { useServices } from '../../services.ts'
import { useResource } from '../../state/use-resource.ts'
import { NameInput } from './name-input.tsx'

interface GroupPanelProps {
  readonly indicator: string
  /** The group has changed: what is shown of the indicator is out of date. */
  readonly onChange: () => void
}

/** Which names as printed are taken for one indicator; names can be put in and taken out, and the last change taken back. */
export function GroupPanel({ indicator, onChange }: GroupPanelProps) {
  const { api } = useServices()
  const { resource, reload } = useResource(indicator, () => api.listGroups({ name: indicator }), true)
  if (resource.status !== 'ready') return null
  return (
    <LoadedGroup
      indicator={indicator}
      state={resource.value}
      onChange={() => {
        reload()
        onChange()
      }}
    />
  )
}

function LoadedGroup({ indicator, state, onChange }: GroupPanelProps & { readonly state: IndicatorGroups }) {
  const { api, notices } = useServices()
  const [busy, setBusy] = useState(false)
  const names = state.groups[0]?.names ?? []
  const change = async (work: () => Promise<unknown>, done: string): Promise<void> => {
    setBusy(true)
    try {
      await work()
      notices.show('done', done)
    } catch (error) {
      notices.show('failed', toFailure(error).message)
    } finally {
      setBusy(false)
      onChange()
    }
  }
  const join = (name: string) =>
    void change(() => api.editGroups({ indicator, join: [name], version: state.version }), `“${name}”已归入“${indicator}”。`)
  const leave = (name: string) =>
    void change(() => api.editGroups({ indicator, leave: [name], version: state.version }), `“${name}”已移出，现在是单独的指标。`)
  return (
    <details class="group-panel">
      <summary>归入这一指标的写法（{names.length}）</summary>
      <ul class="group-names" aria-label="归入这一指标的写法">
        {names.map(({ name, facts, edited }) => (
          <li key={name} class="boxed">
            <span>
              {name}
              <span class="muted">
                {' '}
                {facts} 处{edited && '，手工归入'}
              </span>
            </span>
            {name !== indicator && (
              <button type="button" class="text-button" disabled={busy} aria-label={`把“${name}”移出`} onClick={() => leave(name)}>
                移出
              </button>
            )}
          </li>
        ))}
      </ul>
      <NameInput busy={busy} without={[indicator, ...names.map(({ name }) => name)]} onChoose={join} />
      {state.canUndo && (
        <button type="button" class="text-button" disabled={busy} onClick={() => void change(() => api.undoGroups(), '上一次归并修改已撤销。')}>
          撤销上一次归并修改
        </button>
      )}
    </details>
  )
}
