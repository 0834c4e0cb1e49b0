import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { parseEnv } from 'node:util'
import { expect, test } from 'vitest'
import { CodedError } from '../ingest/corpus/coded-error.ts'
import { isLoopbackHost, parseConfig, readConfig } from './config.ts'

function failure(variables: Record<string, string>): CodedError {
  try {
    parseConfig(variables, '/work')
  } catch (error) {
    if (error instanceof CodedError) return error
    throw error
  }
  throw new Error('The settings were accepted')
}

test('defaults', () => {
  expect(parseConfig({}, '/base')).toEqual({
    host: '127.0.0.1',
    port: 3000,
    dataDir: path.resolve('/base/data'),
    seedsDir: path.resolve('/base/seeds/documents'),
    authToken: null,
    allowedHosts: [],
    llm: null,
    embedding: 'local',
    embeddingModelDir: null,
    embeddingEndpoint: null,
    logLevel: 'warn',
  })
})

test('.env.example lists every variable with its default', () => {
  const listed = parseEnv(readFileSync(path.resolve(import.meta.dirname, '..', '.env.example'), 'utf8')) as Record<string, string>
  expect(parseConfig(listed, '/base')).toEqual(parseConfig({}, '/base'))
  const source = readFileSync(path.join(import.meta.dirname, 'config.ts'), 'utf8')
  const named = [...source.matchAll(/^ {2}([A-Z_]+): \{/gm)].map(([, name]) => name)
  expect(new Set(Object.keys(listed))).toEqual(new Set(named))
})

test('values that are given', () => {
  const config = parseConfig(
    {
      HOST: '0.0.0.0',
      PORT: '0',
      DATA_DIR: '/srv/data',
      AUTH_TOKEN: 'a-long-enough-token',
      ALLOWED_HOSTS: 'Youju.example.cn, other.example.cn',
      CHAT_MODEL: 'm',
      OPENAI_BASE_URL: 'http://127.0.0.1:9/v1',
      EMBEDDING: 'none',
      EMBEDDING_MODEL_DIR: 'models/x',
    },
    '/base',
  )
  expect(config).toMatchObject({
    host: '0.0.0.0',
    port: 0,
    dataDir: path.resolve('/srv/data'),
    allowedHosts: ['youju.example.cn', 'other.example.cn'],
    llm: { apiKey: null, baseUrl: 'http://127.0.0.1:9/v1', model: 'm', contextTokens: 4096 },
    embedding: 'none',
    embeddingModelDir: path.resolve('/base/models/x'),
  })
})

test('every bad field is named at once', () => {
  const bad = {
    HOST: 'not a host',
    PORT: '70000',
    AUTH_TOKEN: 'short',
    OPENAI_BASE_URL: 'ftp://x',
    EMBEDDING: 'magic',
    LOG_LEVEL: 'loud',
  }
  const { code, message, details } = failure(bad)
  expect(code).toBe('config_invalid')
  expect(new Set(details.fields as string[])).toEqual(new Set(Object.keys(bad)))
  for (const name of Object.keys(bad)) expect(message).toContain(`${name}：`)
  expect(message).not.toContain('short')
})

test.each(['-1', '1.5', 'x', '65536', '3000 '.repeat(2)])('port %s', (PORT) => {
  expect(failure({ PORT }).details.fields).toEqual(['PORT'])
})

test('a model needs an address or a key, a key alone needs no model', () => {
  expect(parseConfig({ CHAT_MODEL: 'm' }, '/').llm).toBeNull()
  expect(parseConfig({ OPENAI_API_KEY: 'k' }, '/').llm).toBeNull()
  expect(parseConfig({ CHAT_MODEL: 'm', OPENAI_API_KEY: 'k' }, '/').llm).toEqual({ apiKey: 'k', baseUrl: null, model: 'm', contextTokens: 4096 })
})

test('embeddings of an endpoint need a model, and an address or a key', () => {
  expect(failure({ EMBEDDING: 'openai' }).details.fields).toEqual(['EMBEDDING_MODEL', 'OPENAI_BASE_URL'])
  expect(failure({ EMBEDDING: 'openai', OPENAI_API_KEY: 'k' }).details.fields).toEqual(['EMBEDDING_MODEL'])
  const config = parseConfig({ EMBEDDING: 'openai', EMBEDDING_MODEL: 'm', OPENAI_BASE_URL: 'http://127.0.0.1:9/v1' }, '/')
  expect(config).toMatchObject({ embedding: 'openai', embeddingEndpoint: { apiKey: null, baseUrl: 'http://127.0.0.1:9/v1', model: 'm' } })
  expect(parseConfig({ EMBEDDING_MODEL: 'm', OPENAI_API_KEY: 'k' }, '/').embeddingEndpoint).toBeNull()
})

test('an address that others reach needs a token', () => {
  for (const HOST of ['0.0.0.0', '::', '192.168.1.5', 'youju.example.cn', '128.0.0.1']) {
    expect(failure({ HOST }).details.fields).toEqual(['AUTH_TOKEN'])
    expect(parseConfig({ HOST, AUTH_TOKEN: 'a-long-enough-token' }, '/').host).toBe(HOST)
  }
  for (const HOST of ['127.0.0.1', '127.8.9.1', 'localhost', '::1']) {
    expect(isLoopbackHost(HOST)).toBe(true)
    expect(parseConfig({ HOST }, '/').authToken).toBeNull()
  }
  expect(isLoopbackHost('127.evil.example')).toBe(false)
})

test('the .env file of the working directory is read, the environment wins', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'youju-env-'))
  try {
    writeFileSync(path.join(folder, '.env'), 'PORT=4001\nDATA_DIR=elsewhere\n')
    expect(readConfig(folder, { PORT: '4002' })).toMatchObject({ port: 4002, dataDir: path.join(folder, 'elsewhere') })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
