/** Cuts Chinese text into words. */
export interface Segmenter {
  /** Names the implementation and its dictionary; part of the analyzer's fingerprint. */
  readonly id: string
  /** Words in order; joined they are the text again. */
  cut(text: string): string[]
  /** Search mode: the words of `cut` and the shorter words inside long ones. */
  cutForSearch(text: string): string[]
  /** Whether the dictionary holds this stretch of Chinese characters whole. What `cut` only joins by likelihood is no word; anything but Chinese characters neither. */
  isWord(text: string): boolean
}
