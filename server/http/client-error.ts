import type { Socket } from 'node:net'
import type { ConnectionError } from 'fastify'
import { CodedError } from '../../ingest/corpus/coded-error.ts'
import { statusOfCode } from './error-catalog.ts'
import { errorBody } from './error-reply.ts'

/** Answers bytes that are no proper HTTP request, or came too slowly, on the bare connection and closes it. */
export function answerClientError(error: ConnectionError, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy()
    return
  }
  const coded = describe(error)
  const body = JSON.stringify(errorBody(coded))
  const status = statusOfCode(coded.code)
  socket.end(
    `HTTP/1.1 ${status} Error\r\nContent-Type: application/json; charset=utf-8\r\nContent-Length: ${Buffer.byteLength(body)}\r\nConnection: close\r\n\r\n${body}`,
  )
}

function describe({ code }: ConnectionError): CodedError {
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') return new CodedError('request_timeout', '请求没有在限定时间内传完，连接已关闭。请检查网络后重试。')
  if (code === 'HPE_HEADER_OVERFLOW') return new CodedError('headers_too_large', '请求头太大，无法处理。请清除本站的浏览器数据后重试。')
  return new CodedError('bad_request', '收到的不是正确的 HTTP 请求，无法处理。请检查地址和客户端设置。')
}
