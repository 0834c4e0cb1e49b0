import type { Layer } from './layer.ts'

/** The page. Of the server it knows the shapes of requests and answers, and those as types only. */
export const PAGE_LAYERS: readonly Layer[] = [
  { path: 'web/styles', imports: [] },
  { path: 'web/markdown', imports: [], types: ['server/contract'] },
  { path: 'web/citation', imports: [], types: ['server/contract'] },
  { path: 'web/reader', imports: [], types: ['server/contract'] },
  { path: 'web/api', imports: [], types: ['server/contract'] },
  { path: 'web/ledger', imports: ['web/api'], types: ['server/contract'] },
  { path: 'web/state', imports: ['web/api'], types: ['server/contract'] },
  { path: 'web/router', imports: ['web/api', 'web/state'] },
  { path: 'web/services.ts', imports: ['web/api', 'web/state', 'web/router'], types: ['server/contract'] },
  {
    path: 'web/components',
    imports: ['web/markdown', 'web/citation', 'web/reader', 'web/ledger', 'web/api', 'web/state', 'web/router', 'web/services.ts'],
    types: ['server/contract'],
  },
  {
    path: 'web/pages',
    imports: ['web/markdown', 'web/citation', 'web/reader', 'web/ledger', 'web/api', 'web/state', 'web/router', 'web/services.ts', 'web/components'],
    types: ['server/contract'],
  },
  { path: 'web/app.tsx', imports: ['web/state', 'web/router', 'web/services.ts', 'web/components', 'web/pages'] },
  { path: 'web/main.tsx', imports: ['web/styles', 'web/services.ts', 'web/app.tsx'] },
  { path: 'web/vite.config.ts', imports: [] },
]
