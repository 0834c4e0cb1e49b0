import { expect, test } from 'vitest'
import {
  findBarrels,
  findCycles,
  findEnvironmentReads,
  findForbiddenArrows,
  findOutgoingConnections,
  findStrayLibraries,
  findUnsortedRows,
} from './find-offences.ts'
import type { Module } from './read-modules.ts'
import { packageOf, scanImports } from './read-modules.ts'

const LAYERS = [
  { path: 'low', imports: [] },
  { path: 'low/alone.ts', imports: ['low'] },
  { path: 'high', imports: ['low'], types: ['low/alone.ts'] },
]

/** A module whose imports are read from its source; relative addresses count from the root. */
function moduleOf(path: string, source: string): Module {
  const imports = scanImports(source).map(({ specifier, isType }) => ({
    specifier,
    isType,
    file: specifier.startsWith('.') ? specifier.slice(2) : null,
  }))
  return { path, source, imports }
}

test('every way of importing is seen, words in comments and texts are not', () => {
  const source = `
import value from './value.ts'
import type { A } from './type.ts'
import { type B, type C } from './types-in-braces.ts'
import { type D, e } from './mixed.ts'
import {
  long,
  list,
} from './several-lines.ts'
import './effect.css'
export { f } from './exported.ts'
export type { G } from './exported-type.ts'
const later = await import('./later.ts')
type Late = typeof import('late-types')
const native = createRequire(import.meta.url)('native')
const worker = new Worker(new URL('./worker.mjs', import.meta.url))
const folder = new URL('../', import.meta.url)
// import nothing from './comment.ts'
const text = \`taken from '\${later}'\`
export const name = 'no import'
`
  expect(scanImports(source).map(({ specifier, isType }) => `${specifier}${isType ? ' (type)' : ''}`)).toEqual([
    './value.ts',
    './type.ts (type)',
    './types-in-braces.ts (type)',
    './mixed.ts',
    './several-lines.ts',
    './effect.css',
    './exported.ts',
    './exported-type.ts (type)',
    './later.ts',
    'late-types (type)',
    './worker.mjs',
    'native',
  ])
})

test('names of packages', () => {
  expect(['node:fs', './a.ts', 'a/b.js', '@a/b/c'].map(packageOf)).toEqual([null, null, 'a', '@a/b'])
})

test('an arrow against the table is told with its rule', () => {
  const back = moduleOf('low/a.ts', "import type { B } from './high/b.ts'")
  const value = moduleOf('high/b.ts', "import { a } from './low/alone.ts'")
  const fine = [moduleOf('high/c.ts', "import { a } from './low/a.ts'\nimport type { B } from './low/alone.ts'"), moduleOf('low/alone.ts', '')]
  const stranger = moduleOf('else/d.ts', '')
  expect(findForbiddenArrows([back, value, ...fine, stranger], LAYERS, [])).toEqual([
    'low/a.ts imports high/b.ts: low may import nothing',
    'high/b.ts imports values of low/alone.ts: high may import types of low/alone.ts only (import type)',
    'else/d.ts is in no layer: give its folder a row in tests/architecture/layers.ts',
  ])
  expect(findForbiddenArrows([back], LAYERS, [{ from: 'low/a.ts', to: 'high/b.ts', because: '' }])).toEqual([])
})

test('a row that names one below it is told', () => {
  expect(findUnsortedRows(LAYERS)).toEqual([])
  expect(findUnsortedRows(LAYERS.toReversed())).toContain('high names low, which does not stand above it')
})

test('a circle is told, types included', () => {
  const circle = [moduleOf('a.ts', "import './b.ts'"), moduleOf('b.ts', "import type { C } from './c.ts'"), moduleOf('c.ts', "import './a.ts'")]
  expect(findCycles(circle)).toEqual(['a.ts → b.ts → c.ts → a.ts'])
  expect(findCycles(circle.slice(0, 2))).toEqual([])
})

test('a barrel is told, a file with something of its own is none', () => {
  const barrel = moduleOf('index.ts', "// all of it\nexport * from './a.ts'\nexport type { B } from './b.ts'\n")
  const inTwoSteps = moduleOf('two.ts', "import { a } from './a.ts'\nexport { a }\n")
  const own = moduleOf('own.ts', "export { a } from './a.ts'\nexport const b = 1\n")
  expect(findBarrels([barrel, inTwoSteps, own, moduleOf('main.ts', "import './a.ts'\n")]).map((line) => line.split(' ')[0])).toEqual([
    'index.ts',
    'two.ts',
  ])
})

test('a library outside its adapter is told, and one without a row', () => {
  const modules = [moduleOf('a/adapter.ts', "import x from 'lib'"), moduleOf('b.ts', "import type { X } from 'lib/deep'\nimport y from 'new'")]
  expect(findStrayLibraries(modules, { lib: ['a'] })).toEqual([
    'b.ts imports lib: only a may',
    'b.ts imports new, which has no row in tests/architecture/outside-libraries.ts',
  ])
})

test('every way to read the environment is told', () => {
  const ways = ['read(process.env)', 'const { env: variables, stdout } = process', "import { env } from 'node:process'", 'const { argv } = process']
  const modules = ways.map((source, index) => moduleOf(`${index}.ts`, source))
  expect(findEnvironmentReads(modules, ['2.ts']).map((line) => line.split(' ')[0])).toEqual(['0.ts', '1.ts'])
})

test('code that speaks to other machines is told', () => {
  const ways = [
    "import http from 'node:http'",
    "import type { Server } from 'node:http'",
    'await fetch(url)',
    'cache.fetch(key)',
    'new WebSocket(url)',
    'connect({ host, port })',
    'runPrefetch(1)',
  ]
  const modules = ways.map((source, index) => moduleOf(`${index}.ts`, source))
  expect(findOutgoingConnections(modules).map((line) => line.split(' ')[0])).toEqual(['0.ts', '2.ts', '4.ts', '5.ts'])
})
