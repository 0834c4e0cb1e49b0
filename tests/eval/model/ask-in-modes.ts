import type { LibrarySnapshot } from '../../../ingest/index/library-snapshot.ts'
import type { AnswerEngine, ComposedAnswer, TurnMemory } from '../../../server/answer/context/answer-engine.ts'
import type { Originals } from '../judging/evidence.ts'
import { type Judgement, judgeAnswer } from '../judging/judge.ts'
import type { GoldQuestion } from '../questions/question.ts'
import { unsoundStatements } from './unsound-statements.ts'

export interface AnsweredInMode {
  readonly judgement: Judgement
  readonly ended: boolean
  readonly seconds: number
  readonly isWritten: boolean
  readonly withdrawn: number
  readonly supported: number
  /** Supported by the verdict, and not by what is cited. Those that the extractive answer has too (sums worked out from two cited figures) are not the model's. */
  readonly unsound: readonly string[]
}

export interface AskedInModes {
  readonly question: GoldQuestion
  readonly without: AnsweredInMode
  readonly withModel: AnsweredInMode
}

export interface ModesParts {
  readonly extractive: AnswerEngine
  readonly engine: AnswerEngine
  readonly snapshot: LibrarySnapshot
  readonly originals: Originals
}

/** Asks a question without the model and with it; earlier turns are read without. Prints a line. */
export async function askInModes(parts: ModesParts, question: GoldQuestion): Promise<AskedInModes> {
  const { extractive, engine, snapshot } = parts
  const history: TurnMemory[] = []
  for (const turn of question.turns.slice(0, -1)) {
    history.push((await extractive.answer(snapshot, { question: turn, filters: {}, history: [...history], mode: 'extractive' })).memory)
  }
  const ask = async (mode: 'extractive' | 'llm') => {
    const begun = performance.now()
    const { answer } = await engine.answer(snapshot, { question: question.turns.at(-1) ?? '', filters: {}, history, mode })
    return { answer, seconds: Math.round((performance.now() - begun) / 100) / 10 }
  }
  const plain = await ask('extractive')
  const written = await ask('llm')
  const known = new Set(plain.answer.statements.map(({ text }) => text))
  const without = describe(parts, question, plain, new Set())
  const withModel = describe(parts, question, written, known)
  const notes = (written.answer.notes ?? []).join(' ').slice(0, 80)
  const marks = [without, withModel].map(({ judgement }) =>
    judgement.full ? 'full' : judgement.right ? 'right' : judgement.abstained ? 'abstained' : 'no',
  )
  console.log(
    `${question.id} ${question.category}: ${marks.join(' → ')}, ${written.answer.mode}, withdrawn ${withModel.withdrawn}, ${withModel.seconds} s ${notes}`,
  )
  if (written.answer.mode === 'llm') console.log(`    ${written.answer.answer.replaceAll('\n', ' ').slice(0, 200)}`)
  for (const text of withModel.unsound) console.log(`    UNSOUND ${text}`)
  return { question, without, withModel }
}

function describe(
  { originals, snapshot }: ModesParts,
  question: GoldQuestion,
  { answer, seconds }: { readonly answer: ComposedAnswer; readonly seconds: number },
  known: ReadonlySet<string>,
): AnsweredInMode {
  const places = [...new Set(snapshot.documents.flatMap(({ document }) => document.metadata.place ?? []))]
  return {
    judgement: judgeAnswer(originals, question, answer),
    ended: answer.outcome === 'answered' || answer.outcome === 'abstained',
    seconds,
    isWritten: answer.mode === 'llm',
    withdrawn: answer.statements.filter(({ withdrawn }) => withdrawn !== undefined).length,
    supported: answer.statements.filter(({ verdict }) => verdict === 'supported').length,
    unsound: unsoundStatements(answer, places).filter((text) => !known.has(text)),
  }
}
