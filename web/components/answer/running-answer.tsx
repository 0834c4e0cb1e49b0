import type { StatementProgress } from '../../../server/contract/events.ts'
import { isRunning, type Turn } from '../../state/turn.ts'
import { Skeleton } from '../shell/state-block.tsx'
import { MarkdownView } from './markdown-view.tsx'
import { StatementList } from './statement-list.tsx'
import { RunningSteps } from './step-list.tsx'

/** An answer that is not whole: on its way, or ended before its time. Of an ended one only what was checked stays. */
export function RunningAnswer({ turn }: { readonly turn: Turn }) {
  const running = isRunning(turn)
  const statements = running ? turn.statements : turn.statements.filter(isChecked)
  const empty = statements.length === 0 && turn.text === ''
  return (
    <>
      {running && <RunningSteps steps={turn.steps} />}
      {statements.length > 0 ? <StatementList statements={statements} /> : turn.text !== '' && <MarkdownView source={turn.text} />}
      {running && empty && <Skeleton lines={3} label="正在查找依据" />}
      {turn.status === 'reconnecting' && <p class="turn-note">连接断开，正在接着取回答……</p>}
      {turn.status === 'stopped' && <p class="turn-note">{empty ? '已停止。' : '已停止，回答不完整，以上是核对过的部分。'}</p>}
      {turn.status === 'failed' && !empty && <p class="turn-note">回答不完整，以上是核对过的部分。</p>}
    </>
  )
}

function isChecked({ verdict }: StatementProgress): boolean {
  return verdict === 'supported'
}
