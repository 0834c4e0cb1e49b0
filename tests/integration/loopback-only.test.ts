import { spawnSync } from 'node:child_process'
import { connect } from 'node:net'
import { expect, test } from 'vitest'
// @ts-expect-error: plain JavaScript, so that programs that tests start can import it without a loader
import { strangers } from '../support/loopback-only.mjs'

test('a connection to another machine fails here and in programs that tests start', async () => {
  expect(() => connect(8080, '192.0.2.1')).toThrow('only servers on the loopback')
  expect(() => connect({ host: 'example.com', port: 9 })).toThrow('only servers on the loopback')
  await expect(fetch('http://192.0.2.1:8080/')).rejects.toThrow()
  expect(strangers).toEqual(['192.0.2.1', 'example.com', '192.0.2.1'])
  // What this test did on purpose must not count against it.
  strangers.length = 0
  const program = "require('net').connect(9, '192.0.2.1')"
  expect(spawnSync(process.execPath, ['-e', program], { encoding: 'utf8' }).stderr).toContain('only servers on the loopback')
})
