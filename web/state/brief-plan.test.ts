import { expect, test } from 'vitest'
import { moveLine, outlineEdits, type PlanLine, removeLine, renameLine } from './brief-plan.ts'

const line = (key: string, level: number): PlanLine => ({ key, level, heading: key, statements: 1 })
const LINES = [line('甲', 1), line('甲一', 2), line('甲二', 2), line('乙', 1), line('乙一', 2)]
const keys = (lines: readonly PlanLine[]) => lines.map(({ key }) => key).join(' ')

test('a line moves with what stands under it, among its like', () => {
  expect(keys(moveLine(LINES, 0, 1))).toBe('乙 乙一 甲 甲一 甲二')
  expect(keys(moveLine(LINES, 3, -1))).toBe('乙 乙一 甲 甲一 甲二')
  expect(keys(moveLine(LINES, 1, 1))).toBe('甲 甲二 甲一 乙 乙一')
  expect(keys(moveLine(LINES, 2, 1))).toBe(keys(LINES))
  expect(keys(moveLine(LINES, 1, -1))).toBe(keys(LINES))
  expect(keys(moveLine(LINES, 0, -1))).toBe(keys(LINES))
})

test('a line goes with what stands under it', () => {
  expect(keys(removeLine(LINES, 0))).toBe('乙 乙一')
  expect(keys(removeLine(LINES, 4))).toBe('甲 甲一 甲二 乙')
})

test('only a changed outline is sent', () => {
  expect(outlineEdits(LINES, LINES)).toEqual({})
  expect(outlineEdits(LINES, renameLine(LINES, 0, ' '))).toEqual({})
  expect(outlineEdits(LINES, renameLine(LINES, 0, ' 新名 ')).outline?.[0]).toEqual({ key: '甲', heading: '新名' })
})
