import { afterEach, beforeEach } from 'vitest'
import { createReportApp } from './report-app.ts'

type ReportApp = Awaited<ReturnType<typeof createReportApp>>

/** The app of the test that runs. */
export interface ReportSuite {
  readonly current: ReportApp
  /** Goes on with other reports. */
  replace(reports: Readonly<Record<string, string>>): Promise<void>
  call(method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE', url: string, payload?: object, headers?: Readonly<Record<string, string>>): CallResult
}

type CallResult = Promise<Awaited<ReturnType<ReportApp['app']['inject']>>>

/** A new report app before each test of the file, closed after it. */
export function eachOnReports(reports?: Readonly<Record<string, string>>): ReportSuite {
  let held: ReportApp | undefined
  const current = () => {
    if (!held) throw new Error('The app is not up yet')
    return held
  }
  beforeEach(async () => {
    held = await createReportApp(reports)
  })
  afterEach(() => current().close())
  return {
    get current() {
      return current()
    },
    async replace(others) {
      await current().close()
      held = await createReportApp(others)
    },
    async call(method, url, payload, headers = {}) {
      return current().app.inject({ method, url, headers: { host: 'localhost', ...headers }, ...(payload ? { payload } : {}) })
    },
  }
}
