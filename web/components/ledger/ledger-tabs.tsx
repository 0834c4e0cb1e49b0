import { type Route, WHOLE_LEDGER } from '../../router/route.ts'
import { Link } from '../shell/link.tsx'

const VIEWS: readonly (readonly [Route, string])[] = [
  [{ page: 'indicators', filters: WHOLE_LEDGER }, '台账'],
  [{ page: 'conflicts' }, '数据不一致'],
  [{ page: 'changes', from: '', to: '' }, '提法变化'],
]

/** The three views of 指标. */
export function LedgerTabs({ current }: { readonly current: 'indicators' | 'conflicts' | 'changes' }) {
  return (
    <nav class="ledger-tabs" aria-label="指标视图">
      {VIEWS.map(([route, name]) => (
        <Link key={name} to={route} class="ledger-tab" current={route.page === current}>
          {name}
        </Link>
      ))}
    </nav>
  )
}
