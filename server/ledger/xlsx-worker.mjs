// Entry of the worker thread. A worker does not inherit the TypeScript loader of the thread that starts it, so this file, which Node can
// read as it stands, brings the loader in and goes on in TypeScript.
import { parentPort, workerData } from 'node:worker_threads'
import { register } from 'tsx/esm/api'

register()
const { renderXlsx } = await import('./render-xlsx.ts')
parentPort?.postMessage(await renderXlsx(workerData))
