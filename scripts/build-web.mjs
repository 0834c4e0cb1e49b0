// Builds the web page when its sources are newer than the last build, so that `npm start` needs no separate step.
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import path from 'node:path'
import { build } from 'vite'

const root = path.resolve(import.meta.dirname, '..')
const web = path.join(root, 'web')
const dist = path.join(web, 'dist')
const page = 'index.html'
const BUILDING = '.building-'
/** Files of former builds stay for so long: a page that was opened before may ask for them still. */
const FORMER_MS = 3_600_000

function newest(folder) {
  let latest = 0
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (entry.name === 'dist' || entry.name === 'node_modules') continue
    const file = path.join(folder, entry.name)
    latest = Math.max(latest, entry.isDirectory() ? newest(file) : statSync(file).mtimeMs)
  }
  return latest
}

/** The files in a folder and below, as paths relative to `base`; what is being built is left out. */
function filesOf(folder, base = folder) {
  return readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => !name.startsWith(BUILDING))
    .flatMap((entry) => {
      const at = path.join(folder, entry.name)
      return entry.isDirectory() ? filesOf(at, base) : [path.relative(base, at)]
    })
}

/**
 * Puts a build in the place of the former one, file by file, the page itself last. A page that is loaded meanwhile finds all of its files, and of two builds at
 * the same time either may be the last.
 */
function takeOver(built) {
  const files = filesOf(built)
  for (const file of [...files.filter((each) => each !== page), page]) {
    mkdirSync(path.dirname(path.join(dist, file)), { recursive: true })
    renameSync(path.join(built, file), path.join(dist, file))
  }
  rmSync(built, { recursive: true })
  const brokenOff = readdirSync(dist).filter((name) => name.startsWith(BUILDING))
  for (const name of [...filesOf(dist).filter((file) => !files.includes(file)), ...brokenOff]) {
    const at = path.join(dist, name)
    if (statSync(at, { throwIfNoEntry: false })?.mtimeMs < Date.now() - FORMER_MS) rmSync(at, { recursive: true, force: true })
  }
}

const sources = Math.max(newest(web), newest(path.join(root, 'server', 'contract')), statSync(path.join(root, 'package-lock.json')).mtimeMs)
const target = path.join(dist, page)
if (!existsSync(target) || statSync(target).mtimeMs < sources) {
  const outDir = path.join(dist, `${BUILDING}${process.pid}`)
  await build({ root: web, configFile: path.join(web, 'vite.config.ts'), logLevel: 'warn', build: { outDir } })
  takeOver(outDir)
}
