import type { Layer } from './layer.ts'
import type { KNOWN_OFFENCES } from './layers.ts'
import { type Module, packageOf } from './read-modules.ts'

const isIn = (file: string, layer: string): boolean => file === layer || file.startsWith(`${layer}/`)

/** The most exact layer that holds a file. */
export function layerOf(file: string, layers: readonly Layer[]): Layer | undefined {
  return layers.filter(({ path }) => isIn(file, path)).toSorted((a, b) => b.path.length - a.path.length)[0]
}

/** Imports against the direction of the table, and files that it does not know. */
export function findForbiddenArrows(modules: readonly Module[], layers: readonly Layer[], known: typeof KNOWN_OFFENCES): string[] {
  const offences: string[] = []
  for (const { path, imports } of modules) {
    const from = layerOf(path, layers)
    if (!from) {
      offences.push(`${path} is in no layer: give its folder a row in tests/architecture/layers.ts`)
      continue
    }
    for (const { file, isType } of imports) {
      if (file === null || known.some((offence) => offence.from === path && offence.to === file)) continue
      const to = layerOf(file, layers)?.path ?? file
      if (to === from.path || from.imports.includes(to)) continue
      if (from.types?.includes(to)) {
        if (!isType) offences.push(`${path} imports values of ${file}: ${from.path} may import types of ${to} only (import type)`)
      } else {
        offences.push(`${path} imports ${file}: ${from.path} may import ${[...from.imports, ...(from.types ?? [])].join(', ') || 'nothing'}`)
      }
    }
  }
  return offences
}

/** Rows of the table that name a row below them, or none at all. */
export function findUnsortedRows(layers: readonly Layer[]): string[] {
  return layers.flatMap(({ path, imports, types = [] }, index) =>
    [...imports, ...types]
      .filter((name) => !layers.slice(0, index).some((layer) => layer.path === name))
      .map((name) => `${path} names ${name}, which does not stand above it`),
  )
}

/** Circles of files that import each other, types included, each once. */
export function findCycles(modules: readonly Module[]): string[] {
  const byPath = new Map(modules.map((module) => [module.path, module]))
  const done = new Set<string>()
  const trail: string[] = []
  const cycles: string[] = []
  const visit = (path: string): void => {
    const since = trail.indexOf(path)
    if (since >= 0) cycles.push([...trail.slice(since), path].join(' → '))
    if (since >= 0 || done.has(path)) return
    trail.push(path)
    for (const { file } of byPath.get(path)?.imports ?? []) if (file !== null) visit(file)
    trail.pop()
    done.add(path)
  }
  for (const { path } of modules) visit(path)
  return cycles
}

/** Files that hold nothing but exports of what others hold. */
export function findBarrels(modules: readonly Module[]): string[] {
  return modules.filter(({ source }) => isBarrel(source)).map(({ path }) => `${path} only re-exports: import from where the thing is`)
}

function isBarrel(source: string): boolean {
  const code = source.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '')
  if (!/^export\s/m.test(code)) return false
  const rest = code
    .replace(/^export\s+(?:type\s+)?(?:\*(?:\s+as\s+\w+)?|\{[^}]*\})\s*(?:from\s*['"][^'"]+['"])?;?/gm, '')
    .replace(/^import\s[^'"]*['"][^'"]+['"];?/gm, '')
  return rest.trim() === ''
}

/** Imports of packages outside their adapters, and packages that have no row. */
export function findStrayLibraries(modules: readonly Module[], libraries: Readonly<Record<string, readonly string[]>>): string[] {
  const offences: string[] = []
  for (const { path, imports } of modules) {
    for (const { specifier } of imports) {
      const name = packageOf(specifier)
      if (name === null) continue
      const adapters = libraries[name]
      if (!adapters) offences.push(`${path} imports ${name}, which has no row in tests/architecture/outside-libraries.ts`)
      else if (!adapters.some((adapter) => isIn(path, adapter))) offences.push(`${path} imports ${name}: only ${adapters.join(', ')} may`)
    }
  }
  return offences
}

const ENVIRONMENT = /\bprocess\s*\.\s*env\b|\benv\b[^;{}]*\}\s*=\s*process\b|import\s*\{[^}]*\benv\b[^}]*\}\s*from\s*['"](?:node:)?process['"]/

/** Reads of the environment outside the files that may. */
export function findEnvironmentReads(modules: readonly Module[], allowed: readonly string[]): string[] {
  return modules
    .filter(({ path, source }) => ENVIRONMENT.test(source) && !allowed.includes(path))
    .map(({ path }) => `${path} reads the environment: only ${allowed.join(', ')} may; settings come in by argument`)
}

const SPEAKING_MODULES = /^(?:node:)?(?:http|https|http2|tls|dgram|dns|dns\/promises)$/
const SPEAKING_CALLS = /(?<![.\w])(?:fetch\(|new (?:WebSocket|EventSource|XMLHttpRequest)\b)|\b(?:connect|createConnection)\(\s*\{?\s*(?:host|port)\b/

/** Code that could open a connection to another machine. */
export function findOutgoingConnections(modules: readonly Module[]): string[] {
  return modules.flatMap(({ path, source, imports }) => [
    ...imports
      .filter(({ specifier, isType }) => !isType && SPEAKING_MODULES.test(specifier))
      .map(({ specifier }) => `${path} imports ${specifier}: nothing here speaks to other machines`),
    ...(SPEAKING_CALLS.test(source) ? [`${path} opens a connection: nothing here speaks to other machines`] : []),
  ])
}
