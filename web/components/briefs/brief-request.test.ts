import { expect, it } from 'vitest'
import { EMPTY_DRAFT, findRequestProblem, REQUEST_LIMIT, toRequest } from './brief-request.ts'

it('refuses empty and over-long requests with what to do', () => {
  expect(findRequestProblem({ ...EMPTY_DRAFT, request: ' \n' })).toContain('请先写下')
  expect(findRequestProblem({ ...EMPTY_DRAFT, request: '文'.repeat(REQUEST_LIMIT + 2) })).toContain('超出 2 字')
  expect(findRequestProblem({ ...EMPTY_DRAFT, request: '文'.repeat(REQUEST_LIMIT) })).toBeNull()
})

it('sends only the limits that were set', () => {
  expect(toRequest({ ...EMPTY_DRAFT, request: ' 写一份简报 ' })).toEqual({ request: '写一份简报', length: 'normal' })
  expect(toRequest({ request: '简报', years: [2024], places: ['某市'], length: 'short' })).toEqual({
    request: '简报',
    length: 'short',
    filters: { years: [2024], places: ['某市'] },
  })
})
