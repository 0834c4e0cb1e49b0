import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, it } from 'vitest'
import { createRandom } from '../../tests/support/random.ts'
import { checkGraphFile } from './check-graph-file.ts'
import { loadGraphLibrary } from './hnswlib.ts'
import { vectorMatrix } from './scan-vectors.ts'

it('follows a graph file to its end and finds every one that was cut short', async () => {
  const library = await loadGraphLibrary()
  if (!library) {
    process.stdout.write('hnswlib-node is not compiled here: the check of graph files is left out\n')
    return
  }
  const folder = mkdtempSync(path.join(tmpdir(), 'youju-graph-'))
  const random = createRandom(5)
  const file = path.join(folder, 'graph.bin')
  await library.build(vectorMatrix(Float32Array.from({ length: 300 * 8 }, random), 8), file, () => undefined)
  const bytes = readFileSync(file)
  rmSync(folder, { recursive: true })
  expect(() => checkGraphFile(bytes, 300)).not.toThrow()
  expect(() => checkGraphFile(bytes, 299)).toThrow()
  for (let length = 0; length < bytes.length; length += 97) expect(() => checkGraphFile(bytes.subarray(0, length), 300)).toThrow()
})
