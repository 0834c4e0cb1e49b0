import { moveLine, type PlanLine, removeLine, renameLine } from '../../state/brief-plan.ts'
import { Icon } from '../shell/icon.tsx'

interface PlanOutlineProps {
  readonly lines: readonly PlanLine[]
  readonly onChange: (lines: PlanLine[]) => void
}

/** The sections that a brief would have: renamed in place, moved, taken out. */
export function PlanOutline({ lines, onChange }: PlanOutlineProps) {
  return (
    <ol class="plan-outline" aria-label="提纲">
      {lines.map((line, index) => (
        <li key={line.key} class={`plan-line plan-level-${line.level}`}>
          <input
            aria-label={`第 ${index + 1} 个标题`}
            maxLength={200}
            value={line.heading}
            onChange={(event) => onChange(renameLine(lines, index, event.currentTarget.value))}
          />
          <span class="plan-count muted">{line.statements > 0 ? `${line.statements} 条` : ''}</span>
          <LineAction name="上移" icon="moveUp" heading={line.heading} onClick={() => onChange(moveLine(lines, index, -1))} />
          <LineAction name="下移" icon="moveDown" heading={line.heading} onClick={() => onChange(moveLine(lines, index, 1))} />
          <LineAction name="去掉" icon="trash" heading={line.heading} onClick={() => onChange(removeLine(lines, index))} />
        </li>
      ))}
    </ol>
  )
}

interface LineActionProps {
  readonly name: string
  readonly icon: 'moveUp' | 'moveDown' | 'trash'
  readonly heading: string
  readonly onClick: () => void
}

function LineAction({ name, icon, heading, onClick }: LineActionProps) {
  return (
    <button type="button" class="icon-button" aria-label={`${name}：${heading}`} title={name} onClick={onClick}>
      <Icon name={icon} />
    </button>
  )
}
