/** Turns sentences into vectors of unit length. */
export interface Embedder {
  /** Names the model by its content, so that vectors of two models are never mixed. */
  readonly id: string
  readonly dimension: number
  /**
   * One vector a text, in the order given, each `dimension` long and of unit length (an empty text gives a zero vector).
   *
   * @throws {CodedError} embedding_failed when the model cannot run or gives a component that is not finite
   */
  embed(texts: readonly string[]): Promise<readonly Float32Array[]>
  close(): Promise<void>
}
