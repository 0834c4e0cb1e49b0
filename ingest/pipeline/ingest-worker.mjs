// Entry of the worker thread. A worker does not inherit the TypeScript loader of the thread that starts it, so this file, which Node can
// read as it stands, brings the loader in and goes on in TypeScript.
import { register } from 'tsx/esm/api'

register()
const { serveIngest } = await import('./serve-ingest.ts')
serveIngest()
