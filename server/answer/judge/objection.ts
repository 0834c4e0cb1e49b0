import type { Candidate } from '../context/answer-context.ts'

/** Why a candidate does not answer: what it lacks, in Chinese, for the refusal. */
export interface Objection {
  readonly missing: string
}

/** Says what a candidate lacks of one thing that was asked for; null where it covers it, or where nothing speaks against it. */
export type Cover = (candidate: Candidate) => Objection | null

/** Covers everything. */
export const covered: Cover = () => null
