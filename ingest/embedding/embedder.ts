/** Turns sentences into vectors of unit length. */
export interface Embedder {
  /** Names the model by its content, so that vectors of two models are never mixed. Empty while an endpoint has not been reached yet. */
  readonly id: string
  /** 0 while an endpoint has not been reached yet. */
  readonly dimension: number
  /** How much a cosine of this encoder counts beside the words; the retriever's own weight where it is left out. */
  readonly weight?: number
  /**
   * For encoders behind an endpoint: makes `id` and `dimension` known, at once when they are. An encoder without it is ready from the start.
   *
   * @throws {CodedError} see isEndpointFailure
   */
  connect?(): Promise<void>
  /**
   * One vector a text, in the order given, each `dimension` long and of unit length (an empty text gives a zero vector).
   *
   * @throws {CodedError} embedding_failed when the model cannot run or gives a component that is not finite
   */
  embed(texts: readonly string[]): Promise<readonly Float32Array[]>
  close(): Promise<void>
}
