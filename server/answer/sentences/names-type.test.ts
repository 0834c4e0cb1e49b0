import { expect, test } from 'vitest'
import { namesType } from './names-type.ts'

const cut = (text: string): string[] => text.split('/')
const plain = (text: string): string => text.replaceAll('/', '')
const names = (type: Parameters<typeof namesType>[0], text: string, asked: string): number => namesType(type, plain(text), asked, () => cut(text))

test('a person is named by a surname or a foreign name that the question does not hold', () => {
  expect(names('person', '总导演/是/王小明', '总导演是谁')).toBe(1)
  expect(names('person', '王小明/谈/总导演', '王小明的总导演是谁')).toBe(0)
  expect(names('person', '冠军/属于/德约科维奇', '冠军是谁')).toBe(1)
})

test('a time counts in full with its day, a year or month half, one that the question names not at all', () => {
  expect(names('time', '大会于10月16日开幕', '大会开幕时间')).toBe(1)
  expect(names('time', '大会于2022年开幕', '大会开幕时间')).toBe(0.5)
  expect(names('time', '2022年的大会', '2022年大会什么时候开')).toBe(0)
})

test('a figure is no date and not the one of the question', () => {
  expect(names('figure', '产量达到13657亿斤', '产量是多少')).toBe(1)
  expect(names('figure', '2021年12月3日公布', '产量是多少')).toBe(0)
})

test('a place ends in its kind or stands where something takes place', () => {
  expect(names('place', '飞机/坠毁/于/某某县', '飞机坠毁地点')).toBe(1)
  expect(names('place', '飞机/坠毁', '飞机坠毁地点')).toBeLessThan(0.5)
})
