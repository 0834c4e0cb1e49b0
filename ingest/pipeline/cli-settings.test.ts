import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { readIngestSettings } from './cli-settings.ts'

const FOLDER = path.join(tmpdir(), 'youju-no-such-folder')
const read = (variables: Record<string, string>) => readIngestSettings(variables, FOLDER).embedding

describe('the encoder of npm run ingest', () => {
  it('is chosen as the server chooses it', () => {
    expect(read({})).toEqual({ kind: 'local' })
    expect(read({ EMBEDDING_MODEL_DIR: 'm' })).toEqual({ kind: 'local', modelDir: path.join(FOLDER, 'm') })
    expect(read({ EMBEDDING: 'openai', EMBEDDING_MODEL: 'm', OPENAI_BASE_URL: 'http://127.0.0.1:9/v1' })).toEqual({
      kind: 'openai',
      endpoint: { model: 'm', baseUrl: 'http://127.0.0.1:9/v1', apiKey: null },
    })
  })

  it.each<[string, Record<string, string>]>([
    ['EMBEDDING', { EMBEDDING: 'magic' }],
    ['EMBEDDING_MODEL', { EMBEDDING: 'openai', OPENAI_API_KEY: 'k' }],
    ['OPENAI_BASE_URL', { EMBEDDING: 'openai', EMBEDDING_MODEL: 'm' }],
    ['OPENAI_BASE_URL', { EMBEDDING: 'openai', EMBEDDING_MODEL: 'm', OPENAI_BASE_URL: 'ftp://x' }],
  ])('is refused with the name of the field: %s', (field, variables) => {
    expect(() => read(variables)).toThrow(expect.objectContaining({ code: 'config_invalid', details: { fields: [field] } }))
  })
})
