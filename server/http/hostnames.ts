import { isIPv6 } from 'node:net'
import { hostname, networkInterfaces } from 'node:os'
import { isLoopbackHost } from '../config.ts'

const LOOPBACK = ['localhost', '127.0.0.1', '[::1]']
const ANY_ADDRESS: ReadonlySet<string> = new Set(['0.0.0.0', '::', '[::]'])

/** The names under which a server that listens on `host` may be called; where it listens on every address, those of this machine. */
export function servedHostnames(host: string, allowedHosts: readonly string[]): ReadonlySet<string> {
  const names = [...LOOPBACK, ...allowedHosts]
  if (ANY_ADDRESS.has(host)) {
    names.push(hostname())
    for (const addresses of Object.values(networkInterfaces())) for (const { address } of addresses ?? []) names.push(address)
  } else if (!isLoopbackHost(host) || host.startsWith('127.')) {
    names.push(host)
  }
  return new Set(names.map((name) => (isIPv6(name) ? `[${name}]` : name).toLowerCase()))
}
