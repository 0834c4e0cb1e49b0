/** A folder of the program, or one file that stands apart from its folder, and what it may import. */
export interface Layer {
  readonly path: string
  /** Layers that it may import besides itself. Each stands above it in the table, so that the table has no cycles. */
  readonly imports: readonly string[]
  /** Layers of which it may import types only. */
  readonly types?: readonly string[]
}
