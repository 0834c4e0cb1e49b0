import { useEffect } from 'preact/hooks'
import { AccessDialog } from './components/shell/access-dialog.tsx'
import { AppHeader } from './components/shell/app-header.tsx'
import { NoticeList } from './components/shell/notice-list.tsx'
import { ReadinessBanner } from './components/shell/readiness-banner.tsx'
import { AskPage } from './pages/ask-page.tsx'
import { BriefPage } from './pages/brief-page.tsx'
import { BriefsPage } from './pages/briefs-page.tsx'
import { ChangesPage } from './pages/changes-page.tsx'
import { ConflictsPage } from './pages/conflicts-page.tsx'
import { DocumentPage } from './pages/document-page.tsx'
import { IndicatorsPage } from './pages/indicators-page.tsx'
import { LibraryPage } from './pages/library-page.tsx'
import { NotFoundPage } from './pages/not-found-page.tsx'
import { SettingsPage } from './pages/settings-page.tsx'
import type { Route } from './router/route.ts'
import { useServices } from './services.ts'
import { useStore } from './state/use-store.ts'

export function App() {
  const { router, readiness } = useServices()
  const route = useStore(router.route)
  useEffect(() => readiness.start(), [readiness])
  return (
    <div class="app">
      <a class="skip-link" href="#main">
        跳到正文
      </a>
      <AppHeader />
      <ReadinessBanner />
      <CurrentPage route={route} />
      <NoticeList />
      <AccessDialog />
    </div>
  )
}

function CurrentPage({ route }: { readonly route: Route }) {
  switch (route.page) {
    case 'ask':
      return <AskPage conversationId={route.conversationId} />
    case 'documents':
      return <LibraryPage filters={route.filters} />
    case 'document':
      return <DocumentPage key={route.id} id={route.id} range={route.range} />
    case 'indicators':
      return <IndicatorsPage filters={route.filters} />
    case 'conflicts':
      return <ConflictsPage />
    case 'changes':
      return <ChangesPage from={route.from} to={route.to} />
    case 'briefs':
      return <BriefsPage />
    case 'brief':
      return <BriefPage key={route.id} id={route.id} />
    case 'settings':
      return <SettingsPage />
    case 'not-found':
      return <NotFoundPage path={route.path} />
  }
}
