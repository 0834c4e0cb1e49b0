import { briefCases } from './cases/briefs.ts'
import { describeInBrowser } from './support/browser-suite.ts'

describeInBrowser('the briefs', briefCases)
