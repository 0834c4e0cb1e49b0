import { afterAll, expect } from 'vitest'
// @ts-expect-error: plain JavaScript, so that programs that tests start can import it without a loader
import { strangers } from './loopback-only.mjs'

// Programs that tests start are held to the same.
const guard = `--import=${new URL('./loopback-only.mjs', import.meta.url).href}`
const options = process.env.NODE_OPTIONS ?? ''
if (!options.includes(guard)) process.env.NODE_OPTIONS = `${options} ${guard}`.trim()

afterAll(() => {
  expect(strangers, 'connections to other machines').toEqual([])
})
