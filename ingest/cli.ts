import process from 'node:process'
import { runCli } from './pipeline/run-cli.ts'

const controller = new AbortController()
process.once('SIGINT', () => controller.abort())
process.once('SIGTERM', () => controller.abort())
const { env: variables, stdout, stderr } = process
process.exitCode = await runCli(process.argv.slice(2), { variables, workingDir: process.cwd(), stdout, stderr, signal: controller.signal })
