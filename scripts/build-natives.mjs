// Compiles the native packages from the sources that their npm packages carry.
// Their own install scripts are switched off (package.json, allowScripts): some ask questions, some try to fetch prebuilt
// binaries from hosts that an office network does not reach. node-gyp comes with npm; the headers come with Node itself.
import { spawn, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'

const require = createRequire(import.meta.url)
const root = path.resolve(import.meta.dirname, '..')

/** Each package, a module path that loads its binary, and whether the program can do without it. */
const packages = [
  { name: 'better-sqlite3', probe: "new (require('better-sqlite3'))(':memory:').close()", optional: false },
  { name: 'hnswlib-node', probe: "new (require('hnswlib-node').HierarchicalNSW)('cosine', 4)", optional: true },
  { name: 'nodejieba', probe: "require('nodejieba').cut('今年', true)", optional: true },
]

const works = (item) => spawnSync(process.execPath, ['-e', item.probe], { cwd: root, stdio: 'ignore' }).status === 0

/** Node's own distribution carries its C++ headers; naming them keeps node-gyp from downloading a copy. */
function headerArguments() {
  const prefix = path.resolve(path.dirname(process.execPath), '..')
  return existsSync(path.join(prefix, 'include', 'node', 'node_version.h')) ? [`--nodedir=${prefix}`] : []
}

function nodeGyp() {
  const npmHome = process.env.npm_execpath ? path.resolve(path.dirname(process.env.npm_execpath), '..') : undefined
  const bundled = npmHome && path.join(npmHome, 'node_modules', 'node-gyp', 'bin', 'node-gyp.js')
  return bundled && existsSync(bundled) ? [process.execPath, [bundled]] : ['node-gyp', []]
}

function build(item) {
  const cwd = path.join(root, 'node_modules', item.name)
  const [command, leading] = nodeGyp()
  return new Promise((resolve) => {
    const output = []
    const child = spawn(command, [...leading, 'rebuild', '--release', ...headerArguments()], { cwd, env: { ...process.env, JOBS: 'max' } })
    child.stdout.on('data', (chunk) => output.push(chunk))
    child.stderr.on('data', (chunk) => output.push(chunk))
    child.on('error', (error) => resolve({ ok: false, output: String(error) }))
    child.on('close', (code) => resolve({ ok: code === 0 && works(item), output: Buffer.concat(output).toString() }))
  })
}

const results = await Promise.all(
  packages.map(async (item) => {
    try {
      require.resolve(`${item.name}/package.json`)
    } catch {
      return { item, ok: item.optional, output: `${item.name} is not installed` }
    }
    if (works(item)) return { item, ok: true, output: '' }
    return { item, ...(await build(item)) }
  }),
)

for (const { item, ok, output } of results) {
  if (ok) continue
  console.error(output.split('\n').slice(-25).join('\n'))
  console.error(
    item.optional
      ? `警告：${item.name} 没有编译成功，程序会改用备用实现（见 README「常见问题」）。`
      : `错误：${item.name} 没有编译成功。请先安装 C++ 编译工具（Debian/Ubuntu：apt install build-essential python3），再运行 npm ci。`,
  )
}
if (results.some(({ item, ok }) => !ok && !item.optional)) process.exitCode = 1
