import type { FastifySchemaValidationError } from 'fastify'
import { CodedError } from '../../ingest/corpus/coded-error.ts'
import { MAX_QUESTION_CHARS } from '../contract/chat.ts'

const PLACES = { body: '请求正文', querystring: '查询参数', params: '地址', headers: '请求头' } as const

const TYPES: Readonly<Record<string, string>> = {
  string: '文字',
  integer: '整数',
  number: '数字',
  boolean: 'true 或 false',
  array: '数组',
  object: '对象',
  null: '空值',
}

interface FieldProblem {
  readonly field: string
  readonly message: string
}

/** Schema violations as one error that names each field in Chinese. An empty or overlong question has its own code, because users meet it. */
export function describeViolations(violations: readonly FastifySchemaValidationError[], context: string | undefined): CodedError {
  const question = violations.find(({ instancePath }) => instancePath === '/question')
  if (question?.keyword === 'minLength') return questionEmpty()
  if (question?.keyword === 'maxLength') return questionTooLong()
  const place = PLACES[(context ?? 'body') as keyof typeof PLACES] ?? PLACES.body
  const { listed, fields } = describeFields(violations)
  return new CodedError('invalid_request', `${place}不合要求：${listed}。请对照接口说明（/docs）改正后重试。`, { fields })
}

/** What a schema was violated with, as `validate` of TypeBox and Fastify tell it. */
export type Violation = Pick<FastifySchemaValidationError, 'keyword' | 'instancePath' | 'params'>

/** The wrong fields, and in Chinese what is wrong with each. */
export function describeFields(violations: readonly Violation[]): { readonly listed: string; readonly fields: readonly string[] } {
  const problems = fieldProblems(violations)
  const listed = problems.map(({ field, message }) => (field === '' ? message : `${field}${message}`)).join('；')
  return { listed, fields: problems.map(({ field }) => field) }
}

export function questionEmpty(): CodedError {
  return new CodedError('question_empty', '问题是空的。请写下想问的内容再提交。')
}

function questionTooLong(): CodedError {
  return new CodedError('question_too_long', `问题太长，最多 ${MAX_QUESTION_CHARS} 个字。请只保留要问的内容；整篇材料请上传到文库。`, {
    maxChars: MAX_QUESTION_CHARS,
  })
}

function fieldProblems(violations: readonly Violation[]): FieldProblem[] {
  const problems = new Map<string, FieldProblem>()
  for (const violation of violations) {
    for (const problem of describe(violation)) if (!problems.has(problem.field)) problems.set(problem.field, problem)
  }
  return [...problems.values()].slice(0, 20)
}

function describe({ keyword, instancePath, params }: Violation): FieldProblem[] {
  const field = instancePath.slice(1).replaceAll('/', '.').slice(0, 80)
  const inner = (name: unknown) => (field === '' ? String(name) : `${field}.${String(name)}`).slice(0, 80)
  switch (keyword) {
    case 'required':
      return names(params.requiredProperties).map((name) => ({ field: inner(name), message: '没有给出' }))
    case 'additionalProperties':
      return names(params.additionalProperties).map((name) => ({ field: inner(name), message: '是不认识的字段' }))
    case 'boolean':
      return [{ field, message: '是不认识的字段' }]
    case 'type':
      return [{ field, message: `应为${typeName(params.type)}` }]
    case 'minLength':
      return [{ field, message: '不能为空' }]
    case 'maxLength':
      return [{ field, message: `太长，最多 ${String(params.limit)} 个字` }]
    case 'minimum':
      return [{ field, message: `不能小于 ${String(params.limit)}` }]
    case 'maximum':
      return [{ field, message: `不能大于 ${String(params.limit)}` }]
    case 'maxItems':
      return [{ field, message: `最多 ${String(params.limit)} 项` }]
    case 'minProperties':
      return [{ field, message: '至少要有一个字段' }]
    default:
      return [{ field, message: '不是可用的值' }]
  }
}

function names(value: unknown): unknown[] {
  return Array.isArray(value) ? value : []
}

function typeName(type: unknown): string {
  return (Array.isArray(type) ? type : [type]).map((name) => TYPES[String(name)] ?? String(name)).join('或')
}
