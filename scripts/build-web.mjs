// Builds the web page when its sources are newer than the last build, so that `npm start` needs no separate step.
import { existsSync, readdirSync, statSync } from 'node:fs'
import path from 'node:path'
import { build } from 'vite'

const root = path.resolve(import.meta.dirname, '..')
const web = path.join(root, 'web')
const target = path.join(web, 'dist', 'index.html')

function newest(folder) {
  let latest = 0
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (entry.name === 'dist' || entry.name === 'node_modules') continue
    const file = path.join(folder, entry.name)
    latest = Math.max(latest, entry.isDirectory() ? newest(file) : statSync(file).mtimeMs)
  }
  return latest
}

const sources = Math.max(newest(web), newest(path.join(root, 'server', 'contract')), statSync(path.join(root, 'package-lock.json')).mtimeMs)
if (!existsSync(target) || statSync(target).mtimeMs < sources) {
  await build({ root: web, configFile: path.join(web, 'vite.config.ts'), logLevel: 'warn' })
}
