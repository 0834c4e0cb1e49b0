// Imported by every test file's process and, through NODE_OPTIONS, by the programs that tests start: a connection to another machine fails where it is made.
import { Socket } from 'node:net'

const LOOPBACK = /^(?:localhost|127(?:\.\d+){3}|::1|::ffff:127(?:\.\d+){3}|\[::1\])$/i
/** Names that no resolver knows (RFC 2606): what is called by them is called to fail. */
const NOWHERE = /\.invalid$/i

/** Hosts that were called and are not this machine. */
export const strangers = []

const connect = Socket.prototype.connect
Socket.prototype.connect = function connectToLoopback(...args) {
  const host = hostOf(args)
  if (host !== null && !LOOPBACK.test(host) && !NOWHERE.test(host)) {
    strangers.push(host)
    throw new Error(`A test connects to "${host}": only servers on the loopback may be called`)
  }
  return connect.apply(this, args)
}

/** Null for a socket file. */
function hostOf(args) {
  const [first, second] = Array.isArray(args[0]) ? args[0] : args
  if (typeof first === 'object' && first !== null) return first.path === undefined ? (first.host ?? 'localhost') : null
  if (typeof first === 'string' && !/^\d+$/.test(first)) return null
  return typeof second === 'string' ? second : 'localhost'
}
