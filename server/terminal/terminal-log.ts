import type { FastifyBaseLogger } from 'fastify'

const LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const
type Level = (typeof LEVELS)[number]

/**
 * A log of one line an entry: time, level, what, and the request's id where there is one. Stack traces appear at debug and below only.
 *
 * @param level one of fatal, error, warn, info, debug, trace, silent
 * @param write gets each line, its end included
 */
export function createTerminalLog(level: string, write: (line: string) => void, requestId = ''): FastifyBaseLogger {
  const threshold = LEVELS.indexOf(level as Level)
  const withStack = threshold <= LEVELS.indexOf('debug')
  const at =
    (own: Level) =>
    (...parts: unknown[]): void => {
      if (LEVELS.indexOf(own) < threshold) return
      write(
        `${new Date().toISOString()} ${own} ${parts.map((part) => describe(part, withStack)).join(' ')}${requestId === '' ? '' : ` [${requestId}]`}\n`,
      )
    }
  return {
    level,
    trace: at('trace'),
    debug: at('debug'),
    info: at('info'),
    warn: at('warn'),
    error: at('error'),
    fatal: at('fatal'),
    silent: () => undefined,
    child: (bindings: Record<string, unknown>) => createTerminalLog(level, write, String(bindings.reqId ?? requestId)),
  }
}

function describe(part: unknown, withStack: boolean): string {
  if (typeof part === 'string') return part
  if (part instanceof Error) return withStack && part.stack !== undefined ? part.stack + describeCause(part) : `${part.name}: ${part.message}`
  if (part !== null && typeof part === 'object' && 'err' in part) return describe(part.err, withStack)
  // Requests and replies, which Fastify hands over whole, hold headers: they stay out of the log.
  return ''
}

function describeCause({ cause }: Error): string {
  return cause === undefined ? '' : `\nCaused by: ${cause instanceof Error ? (cause.stack ?? cause.message) : String(cause)}`
}
