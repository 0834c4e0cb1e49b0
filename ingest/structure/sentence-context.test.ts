import { describe, expect, it } from 'vitest'
import { parseText } from '../../tests/support/parse-text.ts'
import { subjectBefore } from './sentence-context.ts'

const subjectOf = (body: string, start: string): string | null => {
  const { sentences } = parseText(`青江市2031年政府工作报告\n\n各位代表：\n\n一、工作安排\n\n${body}\n`)
  const sentence = sentences.find(({ text }) => text.startsWith(start))
  if (!sentence) throw new Error(`No sentence begins with ${start}`)
  const subject = subjectBefore(sentences, sentence)
  if (subject) expect(sentences[subject.index]?.text).toContain(subject.text)
  return subject?.text ?? null
}

describe('subjectBefore', () => {
  it.each<[string, string, string | null]>([
    ['推动蚕桑产业做大做强，建好丝绸园区。力争产值达到三十亿元。', '力争产值', '推动蚕桑产业做大做强'],
    ['推动蚕桑产业做大做强。年内规模突破三十亿元。', '年内规模', '推动蚕桑产业做大做强'],
    ['推动蚕桑产业做大做强。茶叶产值达到三十亿元。', '茶叶产值', null],
    ['推动蚕桑产业做大做强。力争新建水渠三十公里。', '力争新建', null],
    ['今年主要任务如下：\n● 修建水渠\n● 植树造林', '植树造林', '今年主要任务如下：'],
  ])('in “%s” of “%s…”', (body, start, subject) => {
    expect(subjectOf(body, start)).toBe(subject)
  })

  it('does not reach into another section', () => {
    expect(subjectOf('推动蚕桑产业做大做强。\n\n二、其他工作\n\n力争产值达到三十亿元，再上台阶。', '力争产值')).not.toBe('推动蚕桑产业做大做强')
  })
})
