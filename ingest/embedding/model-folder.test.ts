import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { FOREIGN_WEIGHT, readModelFolder } from './model-folder.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'youju-folder-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

function read(files: Readonly<Record<string, unknown>>) {
  const all = { 'tokenizer.json': '{}', 'onnx/model.onnx': 'graph', ...files }
  for (const [name, content] of Object.entries(all)) {
    const file = path.join(folder, name)
    mkdirSync(path.dirname(file), { recursive: true })
    writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content))
  }
  return readModelFolder(folder)
}

const POOLING = { type: 'sentence_transformers.models.Pooling', path: '1_Pooling' }
const DENSE = { type: 'sentence_transformers.models.Dense', path: '2_Dense' }

describe('readModelFolder', () => {
  it('prefers the quantised graph', async () => {
    expect((await read({})).graphFile).toBe(path.join(folder, 'onnx/model.onnx'))
    expect((await read({ 'onnx/model_quantized.onnx': 'q' })).graphFile).toBe(path.join(folder, 'onnx/model_quantized.onnx'))
  })

  it.each<[string, Readonly<Record<string, unknown>>, unknown]>([
    ['nothing says', {}, null],
    ['cls', { '1_Pooling/config.json': { pooling_mode_cls_token: true } }, 'cls'],
    ['mean', { '1_Pooling/config.json': { pooling_mode_cls_token: false, pooling_mode_mean_tokens: true } }, 'mean'],
    ['the newer form', { '1_Pooling/config.json': { pooling_mode: 'mean' } }, 'mean'],
    [
      'the folder that modules.json names',
      { 'modules.json': [{ ...POOLING, path: '3_Pooling' }], '3_Pooling/config.json': { pooling_mode_mean_tokens: true } },
      'mean',
    ],
    [
      'a layer behind the pooling',
      { 'modules.json': [POOLING, DENSE], '1_Pooling/config.json': { pooling_mode_mean_tokens: true } },
      'sentence_embedding',
    ],
  ])('reads how tokens become one vector: %s', async (_, files, pooling) => {
    expect((await read(files)).pooling).toBe(pooling)
  })

  it('takes as many tokens as every file allows', async () => {
    expect((await read({})).maxTokens).toBe(512)
    expect((await read({ 'config.json': { max_position_embeddings: 8_192 } })).maxTokens).toBe(512)
    expect((await read({ 'config.json': { max_position_embeddings: 130, model_type: 'xlm-roberta' } })).maxTokens).toBe(128)
    expect((await read({ 'tokenizer_config.json': { model_max_length: 1e30 } })).maxTokens).toBe(128)
    expect((await read({ 'tokenizer_config.json': { model_max_length: 100 } })).maxTokens).toBe(100)
    expect((await read({ 'sentence_bert_config.json': { max_seq_length: 64 } })).maxTokens).toBe(64)
  })

  it('centres and weighs every encoder but one that brings its own settings, and names them apart', async () => {
    const foreign = await read({})
    expect(foreign).toMatchObject({ centre: true, weight: FOREIGN_WEIGHT })
    const own = await read({ 'youju.json': { maxTokens: 512, window: 510 } })
    expect(own).toMatchObject({ centre: false, weight: null })
    expect(own.digest).not.toBe(foreign.digest)
  })

  it.each<[string, Readonly<Record<string, unknown>>, string]>([
    ['a pooling that is not known', { '1_Pooling/config.json': { pooling_mode_lasttoken: true } }, '1_Pooling/config.json'],
    ['modules that are no list', { 'modules.json': {} }, 'modules.json'],
    ['settings that are a list', { 'config.json': [] }, 'config.json'],
  ])('refuses %s', async (_, files, word) => {
    await expect(read(files)).rejects.toMatchObject({ code: 'bad_model_dir', message: expect.stringContaining(word) })
  })
})
