import { expect, it } from 'vitest'
import { cleanFileName } from './clean-file-name.ts'

it('keeps the file’s own name only', () => {
  expect(cleanFileName('../../etc/报告.txt')).toBe('报告.txt')
  expect(cleanFileName('C:\\文件\\报告.txt')).toBe('报告.txt')
  expect(cleanFileName(' 2031年 报告.txt ')).toBe('2031年 报告.txt')
})

it('drops what cannot be seen', () => {
  expect(cleanFileName('报\u0000告\u202Etxt.exe\n.txt')).toBe('报告txt.exe.txt')
})

it('refuses what is no name', () => {
  for (const name of ['', '..', 'a/', '\u0000', `${'长'.repeat(200)}.txt`]) {
    expect(() => cleanFileName(name)).toThrowError(expect.objectContaining({ code: 'invalid_file_name' }))
  }
})
