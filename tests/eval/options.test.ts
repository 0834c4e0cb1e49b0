import { expect, test } from 'vitest'
import { parseOptions } from './options.ts'

test('runs every part but the slow one unless parts are named', () => {
  expect(parseOptions([]).parts).toEqual(['seeds', 'other', 'retrieval', 'external', 'encoders', 'facts'])
  expect(parseOptions(['--only', 'laws,seeds'])).toEqual({ parts: ['seeds', 'laws'], category: null, writeReport: false })
})

test('refuses unknown parts, unknown options and a report of one category', () => {
  expect(() => parseOptions(['--only', 'nothing'])).toThrow('no such part')
  expect(() => parseOptions(['--wrong'])).toThrow()
  expect(() => parseOptions(['--category', 'list', '--write-report'])).toThrow('one category')
})
