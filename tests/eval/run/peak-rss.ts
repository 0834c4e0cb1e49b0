import { readFileSync } from 'node:fs'

/** Highest resident memory of a living process in MB (Linux: VmHWM); null where the system does not tell. */
export function peakRssMb(pid: number | undefined): number | null {
  if (pid === undefined) return null
  try {
    const kilobytes = /^VmHWM:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
    return kilobytes === undefined ? null : Math.round(Number(kilobytes) / 1024)
  } catch {
    return null // no /proc, or the process has gone
  }
}
