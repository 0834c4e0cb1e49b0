import { createFactReader } from '../../../server/answer/facts/fact-reader.ts'
import { createBriefComposer } from '../../../server/briefs/create-brief-composer.ts'
import { MODEL_LIMITS } from '../../../server/model/model-limits.ts'
import { createOpenAiChatModel } from '../../../server/model/openai-chat-model.ts'
import { createModelAnswerEngine } from '../../../server/model-answer/create-model-answer-engine.ts'
import { createModelBriefComposer } from '../../../server/model-briefs/create-model-brief-composer.ts'
import { type AskedInModes, askInModes } from '../model/ask-in-modes.ts'
import { composeInModes } from '../model/compose-in-modes.ts'
import { drawQuestions } from '../model/draw-questions.ts'
import type { SectionReport } from '../report/eval-report.ts'
import { indexDocuments } from '../run/index-documents.ts'
import { openProgramParts } from '../run/program-parts.ts'
import { readLibrary } from '../run/read-library.ts'
import { printSkipped } from '../shared-data.ts'
import type { EvalSection } from './eval-section.ts'
import { seedQuestions } from './seed-questions.ts'

const SEED = 6
const QUESTIONS = 40
/** A small model on a machine without an accelerator reads 50 tokens a second: the program's own limits would measure the machine. */
const LIMITS = { ...MODEL_LIMITS, firstByteMs: 240_000, idleMs: 120_000, totalMs: 400_000 }
const ANSWER_LIMITS = { contextTokens: 2_048, replyTokens: 140, maxSentences: 4, totalMs: 400_000 }

/** Questions and briefs with the model that the environment names (OPENAI_BASE_URL, CHAT_MODEL) beside the same without it. */
export const evaluateModel: EvalSection = async () => {
  const { OPENAI_BASE_URL: baseUrl, CHAT_MODEL: name, OPENAI_API_KEY: apiKey = null, EVAL_MODEL_QUESTIONS: count } = process.env
  const group = seedQuestions()
  if (!baseUrl || !name) {
    console.log('SKIPPED  the model beside the extractive answers: set OPENAI_BASE_URL and CHAT_MODEL to an OpenAI-compatible endpoint')
    return {}
  }
  if (group === null) {
    printSkipped('the model beside the extractive answers', 'eval/questions.jsonl')
    return {}
  }
  const parts = await openProgramParts()
  try {
    const { documents, relations } = readLibrary(group.originals)
    const snapshot = await indexDocuments(documents, relations, parts)
    const model = createOpenAiChatModel({ model: name, baseUrl, apiKey }, LIMITS)
    const onUnexpected = (error: unknown) => console.log(`UNEXPECTED ${String(error)}`)
    const engine = createModelAnswerEngine({ extractive: parts.engine, model, retriever: parts.retriever, onUnexpected, limits: ANSWER_LIMITS })
    const asked: AskedInModes[] = []
    for (const question of drawQuestions(group.questions, count ? Number(count) : QUESTIONS, SEED)) {
      asked.push(await askInModes({ extractive: parts.engine, engine, snapshot, originals: group.originals }, question))
    }
    const extractive = createBriefComposer({ analyzer: parts.analyzer, embedder: parts.embedder, facts: createFactReader() })
    const composer = createModelBriefComposer({ extractive, model, onUnexpected })
    return { model: summarize(asked), 'model briefs': await composeInModes({ extractive, composer, snapshot, originals: group.originals }) }
  } finally {
    await parts.close()
  }
}

function summarize(asked: readonly AskedInModes[]): SectionReport {
  const share = (values: readonly number[]) =>
    values.length === 0 ? null : Math.round((1000 * values.reduce((sum, value) => sum + value, 0)) / values.length) / 10
  const row = (mode: 'without' | 'withModel') => {
    const judged = asked.map((one) => one[mode])
    const seconds = judged.map((one) => one.seconds).sort((a, b) => a - b)
    return {
      n: judged.length,
      ended: judged.filter(({ ended }) => ended).length,
      full: share(judged.map(({ judgement }) => Number(judgement.full))),
      right: share(judged.map(({ judgement }) => Number(judgement.right))),
      cited: share(judged.flatMap(({ judgement }) => judgement.cited ?? [])),
      honest: share(judged.map(({ judgement }) => Number(judgement.honest))),
      abstained: share(judged.map(({ judgement }) => Number(judgement.abstained))),
      written: judged.filter(({ isWritten }) => isWritten).length,
      withdrawn: judged.reduce((sum, { withdrawn }) => sum + withdrawn, 0),
      supported: judged.reduce((sum, { supported }) => sum + supported, 0),
      unsound: judged.reduce((sum, { unsound }) => sum + unsound.length, 0),
      secondsP50: seconds[seconds.length >> 1] ?? null,
      secondsMax: seconds.at(-1) ?? null,
    }
  }
  return {
    figures: { extractive: row('without'), model: row('withModel') },
    failed: asked.filter(({ without, withModel }) => without.judgement.full && !withModel.judgement.full).map(({ question }) => question.id),
  }
}
