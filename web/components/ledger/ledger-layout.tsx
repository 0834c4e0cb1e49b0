import type { ComponentChildren } from 'preact'
import { useLayoutEffect } from 'preact/hooks'
import { WHOLE_LEDGER } from '../../router/route.ts'
import { useServices } from '../../services.ts'
import { Link } from '../shell/link.tsx'
import { SourceColumn } from '../source/source-column.tsx'
import { LedgerTabs } from './ledger-tabs.tsx'

interface LedgerLayoutProps {
  readonly view: 'indicators' | 'conflicts' | 'changes'
  readonly title: string
  readonly lead: string | null
  /** Below the whole ledger: a way back to it. */
  readonly back?: boolean
  readonly actions: ComponentChildren
  readonly children: ComponentChildren
}

/** A view of 指标 with the source beside it. */
export function LedgerLayout({ view, title, lead, back = false, actions, children }: LedgerLayoutProps) {
  const { source } = useServices()
  useLayoutEffect(() => {
    source.close()
    return () => source.close()
  }, [source])
  return (
    <div class="beside-source">
      <main id="main" class="column work-column" tabIndex={-1}>
        <LedgerTabs current={view} />
        {back && (
          <p class="back">
            <Link to={{ page: 'indicators', filters: WHOLE_LEDGER }}>← 全部指标</Link>
          </p>
        )}
        <div class="page-head">
          <div>
            <h1>{title}</h1>
            {lead !== null && <p class="muted">{lead}</p>}
          </div>
          {actions}
        </div>
        {children}
      </main>
      <SourceColumn hint="点数值，这里就翻到写明它的那一句。" />
    </div>
  )
}
