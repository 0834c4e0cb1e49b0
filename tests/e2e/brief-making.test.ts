import { briefMakingCases } from './cases/brief-making.ts'
import { describeInBrowser } from './support/browser-suite.ts'

describeInBrowser('the making of briefs', briefMakingCases)
