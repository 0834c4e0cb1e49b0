import process from 'node:process'
import { runPull } from './models/run-pull.ts'

const { env: variables, stdout, stderr } = process
process.exitCode = await runPull(process.argv.slice(2), { variables, workingDir: process.cwd(), stdout, stderr })
