import { ledgerCases } from './cases/ledger.ts'
import { describeInBrowser } from './support/browser-suite.ts'

describeInBrowser('the ledger', ledgerCases)
