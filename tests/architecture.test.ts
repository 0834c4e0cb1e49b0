import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import {
  findBarrels,
  findCycles,
  findEnvironmentReads,
  findForbiddenArrows,
  findOutgoingConnections,
  findStrayLibraries,
  findUnsortedRows,
} from './architecture/find-offences.ts'
import { KNOWN_OFFENCES, LAYERS } from './architecture/layers.ts'
import { OUTSIDE_LIBRARIES, SPEAKERS } from './architecture/outside-libraries.ts'
import { listFiles, packageOf, readModules } from './architecture/read-modules.ts'
import { wordsOfDocuments } from './architecture/seed-words.ts'

const ROOT = path.resolve(import.meta.dirname, '..')
const SOURCE_FOLDERS = ['ingest', 'server', 'web']
const MAX_SOURCE_LINES = 250
/** A suite is a list of cases; it may be longer than what it tests. */
const MAX_TEST_LINES = 300

const modules = readModules(ROOT, SOURCE_FOLDERS)
const scripts = readModules(ROOT, ['scripts'])
const read = (file: string): string => readFileSync(path.join(ROOT, file), 'utf8')

describe('arrows between folders', () => {
  test('the sources are read', () => {
    expect(modules.length).toBeGreaterThan(250)
    expect(modules.flatMap(({ imports }) => imports).length).toBeGreaterThan(1000)
  })

  test('every import follows the table of layers', () => {
    expect(findForbiddenArrows(modules, LAYERS, KNOWN_OFFENCES)).toEqual([])
  })

  test('the table runs from the bottom up, so that it has no cycle', () => {
    expect(findUnsortedRows(LAYERS)).toEqual([])
  })

  test('known offences are still there: one that was mended leaves the list', () => {
    const gone = KNOWN_OFFENCES.filter(
      ({ from, to }) => !modules.some(({ path, imports }) => path === from && imports.some(({ file }) => file === to)),
    )
    expect(gone).toEqual([])
  })

  test('no files import each other in a circle, types included', () => {
    expect(findCycles(modules)).toEqual([])
  })

  test('no file only passes on what others hold', () => {
    expect(findBarrels(modules)).toEqual([])
  })
})

describe('what comes from outside', () => {
  test('each library is imported by its adapter only', () => {
    expect(findStrayLibraries([...modules, ...scripts], OUTSIDE_LIBRARIES)).toEqual([])
  })

  test('each library that is installed to run the program is used by it', () => {
    const { dependencies, optionalDependencies } = JSON.parse(read('package.json')) as Record<string, Record<string, string>>
    const used = new Set([...modules, ...scripts].flatMap(({ imports }) => imports.map(({ specifier }) => packageOf(specifier))))
    const named = [...Object.keys(dependencies ?? {}), ...Object.keys(optionalDependencies ?? {})]
    expect(named.filter((name) => !used.has(name))).toEqual([])
    expect(Object.keys(OUTSIDE_LIBRARIES).filter((name) => !named.includes(name))).toEqual([])
  })

  test('the environment is read where the settings are, and nowhere else', () => {
    expect(findEnvironmentReads(modules, ['server/config.ts', 'ingest/cli.ts', 'ingest/pull-cli.ts'])).toEqual([])
  })

  test('.env.example names every setting, in order', () => {
    const names = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map(([, name]) => name)
    const table = /const VARIABLES = \{([\s\S]*?)\n\} as const/.exec(read('server/config.ts'))?.[1] ?? ''
    expect(names(table, /^ {2}([A-Z_]+):/gm).length).toBeGreaterThan(10)
    expect(names(read('.env.example'), /^([A-Z_]+)=/gm)).toEqual(names(table, /^ {2}([A-Z_]+):/gm))
  })

  test('ingest and server open no connection to another machine, but to the endpoints that the settings name', () => {
    const inside = modules.filter(({ path }) => /^(?:ingest|server)\//.test(path) && !SPEAKERS.includes(path))
    expect(findOutgoingConnections(inside)).toEqual([])
  })
})

describe('what the documents say', () => {
  const documents = ['README.md', 'ARCHITECTURE.md', 'SECURITY.md', 'CHANGELOG.md', 'seeds/README.md']

  test('files and folders that they name are there', () => {
    const named = documents.flatMap((document) =>
      [...read(document).matchAll(/(?:`|\]\()((?:ingest|server|web|tests|scripts|seeds|docs|\.ci)\/[\w./-]*)(?:`|\))/g)].map(([, name = '']) => ({
        document,
        name,
      })),
    )
    expect(named.length).toBeGreaterThan(40)
    expect(named.filter(({ name }) => !existsSync(path.join(ROOT, name)) && !/^(?:web\/dist|tests\/eval\/out)/.test(name))).toEqual([])
  })

  test('commands that they name are scripts', () => {
    const { scripts: known } = JSON.parse(read('package.json')) as { scripts: Record<string, string> }
    const named = documents.flatMap((document) => [...read(document).matchAll(/npm run (?:-s )?([a-z]+(?::[a-z]+)?)/g)].map(([, name = '']) => name))
    expect(named).toContain('ask')
    expect(named.filter((name) => !Object.hasOwn(known, name))).toEqual([])
  })

  test('the README names every setting', () => {
    const names = [...read('.env.example').matchAll(/^([A-Z_]+)=/gm)].map(([, name]) => name)
    expect(names.filter((name) => !read('README.md').includes(`\`${name}\``))).toEqual([])
  })
})

describe('the shape of the files', () => {
  const sources = listFiles(ROOT, [...SOURCE_FOLDERS, 'scripts', 'tests'], /\.(?:ts|tsx|mjs|css)$/)

  test('are short', () => {
    const isTest = (file: string) => file.startsWith('tests/') || /\.test\.tsx?$/.test(file)
    const long = sources
      .map((file) => ({ file, lines: read(file).split('\n').length - 1, limit: isTest(file) ? MAX_TEST_LINES : MAX_SOURCE_LINES }))
      .filter(({ lines, limit }) => lines > limit)
      .map(({ file, lines, limit }) => `${file} has ${lines} lines: ${limit} are the most; split it by idea`)
    expect(long).toEqual([])
  })

  test('are named in kebab-case for one idea', () => {
    const badly = sources.filter((file) => !/^(?:[a-z0-9]+(?:-[a-z0-9]+)*)(?:\.test|\.config)?\.(?:ts|tsx|mjs|css)$/.test(path.basename(file)))
    const vague = sources.filter((file) => /(?:^|[/-])(?:utils?|helpers?|managers?|common|misc)(?=[/.-])/.test(file))
    expect({ badly, vague }).toEqual({ badly: [], vague: [] })
  })

  test('hold no word of the seed documents', () => {
    const words = wordsOfDocuments(path.join(ROOT, 'seeds', 'documents'))
    expect(words.size).toBeGreaterThan(20)
    const found = [...modules, ...scripts].flatMap(({ path: file, source }) =>
      [...words].filter((word) => source.includes(word)).map((word) => `${file} holds "${word}": rules know no document`),
    )
    expect(found).toEqual([])
  })
})
