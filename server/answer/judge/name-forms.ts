import type { AnswerContext } from '../context/answer-context.ts'

/** A name as it stands, and with each known name in it put in its other ways. */
export function nameForms({ synonyms }: Pick<AnswerContext, 'synonyms'>, name: string): string[] {
  return [name, ...synonyms(name).flatMap(({ found, others }) => others.map((other) => name.replace(found, other)))]
}
