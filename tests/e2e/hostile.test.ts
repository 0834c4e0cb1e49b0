import { hostilePageCases } from './cases/hostile-page.ts'
import { describeOnPage } from './support/page-suite.ts'

describeOnPage('hostile text in the page', hostilePageCases)
