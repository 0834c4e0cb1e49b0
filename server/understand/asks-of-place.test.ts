import { describe, expect, it } from 'vitest'
import { readAskedOfPlace } from './asks-of-place.ts'

describe('readAskedOfPlace', () => {
  it.each(['怎么样', '有什么大事？', '都有什么项目和试点', '得了哪些名头', '有什么国家级创建', '承担了什么国家试点', '这两年有哪些成果'])(
    '%s is asked of the place',
    (rest) => {
      expect(readAskedOfPlace(rest)).not.toBeNull()
    },
  )
  it.each(['粮食产量怎么样', '机场进展', '港口有哪些项目', '财政收入情况', '的区长是谁'])('%s is asked of something else', (rest) => {
    expect(readAskedOfPlace(rest)).toBeNull()
  })
  it('tells things of the kind and the level', () => {
    const asked = readAskedOfPlace('有什么国家级试点')
    expect(asked?.tells('石桥入选国家碳达峰试点')).toBe(true)
    expect(asked?.tells('石桥入选省级试点')).toBe(false)
    expect(asked?.tells('石桥获评国家先进')).toBe(false)
  })
  it('takes no plans for honours and results', () => {
    expect(readAskedOfPlace('有哪些成果')?.resultsOnly).toBe(true)
    expect(readAskedOfPlace('有哪些项目')?.resultsOnly).toBe(false)
  })
})
