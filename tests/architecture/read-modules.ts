import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

export interface Import {
  /** As written. */
  readonly specifier: string
  /** The file of the repository that it names, with / between folders; null for a package or a module of Node. */
  readonly file: string | null
  /** Nothing of it is left when types are stripped. */
  readonly isType: boolean
}

export interface Module {
  /** From the repository's root, with / between folders. */
  readonly path: string
  readonly source: string
  readonly imports: readonly Import[]
}

const CODE = /\.(?:ts|tsx|mjs)$/
const PASSED_OVER = new Set(['node_modules', 'dist', 'distil'])
/** The shipped encoder: data. */
const DATA_FOLDERS = new Set(['ingest/embedding/model'])

/** Paths below the folders, from the root, in order, with what is generated or data left out. */
export function listFiles(root: string, folders: readonly string[], pattern: RegExp): string[] {
  const found: string[] = []
  const visit = (folder: string): void => {
    for (const entry of readdirSync(path.join(root, folder), { withFileTypes: true })) {
      if (entry.isDirectory()) {
        if (!PASSED_OVER.has(entry.name) && !DATA_FOLDERS.has(`${folder}/${entry.name}`)) visit(`${folder}/${entry.name}`)
      } else if (pattern.test(entry.name)) {
        found.push(`${folder}/${entry.name}`)
      }
    }
  }
  for (const folder of folders) visit(folder)
  return found.sort()
}

/** The code below the folders, unit tests beside it left out. */
export function readModules(root: string, folders: readonly string[]): Module[] {
  return listFiles(root, folders, CODE)
    .filter((file) => !/\.test\.tsx?$/.test(file))
    .map((file) => readModule(root, file))
}

function readModule(root: string, file: string): Module {
  const source = readFileSync(path.join(root, file), 'utf8')
  const imports = scanImports(source).map(({ specifier, isType }) => {
    const isRelative = specifier.startsWith('.')
    const target = isRelative ? path.posix.join(path.posix.dirname(file), specifier) : null
    if (target !== null && !existsSync(path.join(root, target))) throw new Error(`Cannot find "${specifier}" that ${file} imports`)
    return { specifier, isType, file: target }
  })
  return { path: file, source, imports }
}

const STATEMENT = /^(import|export)(\s+type\b)?\s*([^'";]*?)\s*(?:\bfrom\s*)?(['"])([^'"\n]+)\4/gm
const DYNAMIC = /(typeof\s+)?\bimport\(\s*(['"])([^'"\n]+)\2\s*\)/g
const BY_ADDRESS = /\bnew URL\(\s*(['"])(\.[^'"\n]*)\1\s*,\s*import\.meta\.url\s*\)/g
const REQUIRED = /(?:\bcreateRequire\([^()]*\)|\brequire)\(\s*(['"])([^'"\n]+)\1\s*\)/g

/**
 * Finds what a source imports, without a parser: statements at the beginning of a line, import(), new URL(…, import.meta.url) and require.
 * A folder named by an address is no import.
 */
export function scanImports(source: string): { readonly specifier: string; readonly isType: boolean }[] {
  const code = source.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '')
  const found: { specifier: string; isType: boolean }[] = []
  for (const [, keyword, type, clause = '', , specifier = ''] of code.matchAll(STATEMENT)) {
    if (keyword === 'export' && !/^(?:\*|\{)/.test(clause)) continue
    found.push({ specifier, isType: type !== undefined || namesTypesOnly(clause) })
  }
  for (const [, type, , specifier = ''] of code.matchAll(DYNAMIC)) found.push({ specifier, isType: type !== undefined })
  for (const [, , specifier = ''] of code.matchAll(BY_ADDRESS)) if (!specifier.endsWith('/')) found.push({ specifier, isType: false })
  for (const [, , specifier = ''] of code.matchAll(REQUIRED)) found.push({ specifier, isType: false })
  return found
}

function namesTypesOnly(clause: string): boolean {
  const names = /^\{([^}]*)\}$/.exec(clause)?.[1]
  if (names === undefined) return false
  const listed = names.split(',').map((name) => name.trim())
  return listed.every((name) => name === '' || name.startsWith('type '))
}

/** The name of the package that a specifier names; null for files and modules of Node. */
export function packageOf(specifier: string): string | null {
  if (specifier.startsWith('.') || specifier.startsWith('node:')) return null
  const parts = specifier.split('/')
  return parts.slice(0, specifier.startsWith('@') ? 2 : 1).join('/')
}
