import { askCases } from './cases/ask.ts'
import { shapeCases } from './cases/shape.ts'
import { describeInBrowser } from './support/browser-suite.ts'

describeInBrowser('asking and reading', (suite) => {
  askCases(suite)
  shapeCases(suite)
})
