import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll } from 'vitest'
import { createScriptedUpstream, type ScriptedUpstream } from '../support/scripted-upstream.ts'
import { MODEL, modelCases, REPORT } from './cases/model.ts'
import { describeInBrowser } from './support/browser-suite.ts'

let upstream: ScriptedUpstream | undefined
const seedsDir = mkdtempSync(path.join(tmpdir(), 'youju-model-seeds-'))

describeInBrowser(
  'answers of a language model',
  (suite) => {
    modelCases(suite, () => {
      if (!upstream) throw new Error('The upstream is not up yet')
      return upstream
    })
  },
  async () => {
    writeFileSync(path.join(seedsDir, '报告.txt'), REPORT)
    upstream = await createScriptedUpstream()
    return { CHAT_MODEL: MODEL, OPENAI_BASE_URL: upstream.baseUrl, OPENAI_API_KEY: 'canary-key', SEEDS_DIR: seedsDir }
  },
)

afterAll(async () => {
  await upstream?.close()
  rmSync(seedsDir, { recursive: true, force: true })
})
