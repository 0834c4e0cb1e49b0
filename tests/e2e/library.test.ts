import { hostileTextCases } from './cases/hostile-text.ts'
import { libraryCases } from './cases/library.ts'
import { describeInBrowser } from './support/browser-suite.ts'

describeInBrowser('the library', (suite) => {
  libraryCases(suite)
  hostileTextCases(suite)
})
