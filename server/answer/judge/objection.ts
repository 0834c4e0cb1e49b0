/** Why a candidate does not answer: what it lacks, in Chinese, for the refusal. */
export interface Objection {
  readonly missing: string
}
