import { NO_FILTERS, WHOLE_LEDGER } from '../../router/route.ts'
import { useServices } from '../../services.ts'
import type { Theme } from '../../state/theme.ts'
import { useStore } from '../../state/use-store.ts'
import { Icon, type IconName } from './icon.tsx'
import { Link } from './link.tsx'

export function AppHeader() {
  const { router, conversation } = useServices()
  const { page } = useStore(router.route)
  const { id } = useStore(conversation.state)
  return (
    <header class="app-header">
      <Link to={{ page: 'ask', conversationId: null }} class="brand">
        <span class="brand-name">有据</span>
        <span class="brand-line">每句话都有出处</span>
      </Link>
      <nav class="places" aria-label="主导航">
        <Link to={{ page: 'ask', conversationId: id }} class="place" current={page === 'ask'}>
          问答
        </Link>
        <Link
          to={{ page: 'indicators', filters: WHOLE_LEDGER }}
          class="place"
          current={page === 'indicators' || page === 'conflicts' || page === 'changes'}
        >
          指标
        </Link>
        <Link to={{ page: 'briefs' }} class="place" current={page === 'briefs' || page === 'brief'}>
          简报
        </Link>
        <Link to={{ page: 'documents', filters: NO_FILTERS }} class="place" current={page === 'documents' || page === 'document'}>
          文库
        </Link>
      </nav>
      <div class="header-tools">
        <ThemeButton />
        <Link to={{ page: 'settings' }} class="icon-button" label="设置" current={page === 'settings'}>
          <Icon name="settings" />
        </Link>
      </div>
    </header>
  )
}

const NEXT: Readonly<Record<Theme, Theme>> = { system: 'light', light: 'dark', dark: 'system' }
const NAMES: Readonly<Record<Theme, string>> = { system: '跟随系统', light: '浅色', dark: '深色' }
const ICONS: Readonly<Record<Theme, IconName>> = { system: 'system', light: 'sun', dark: 'moon' }

function ThemeButton() {
  const { theme } = useServices()
  const value = useStore(theme.theme)
  const label = `外观：${NAMES[value]}，点按切换为${NAMES[NEXT[value]]}`
  return (
    <button type="button" class="icon-button" aria-label={label} title={label} onClick={() => theme.choose(NEXT[value])}>
      <Icon name={ICONS[value]} />
    </button>
  )
}
