/** Blocks that come into view get their true height and move what follows: the position is corrected for this long. */
const SETTLE_FRAMES = 8

/**
 * Brings the character at `offset` of the original text into the upper third of the scrolling region.
 *
 * @param root holds elements with data-start, in the text's order
 * @returns a function that stops the scrolling that is still under way
 */
export function scrollToOffset(root: HTMLElement, offset: number): () => void {
  let frame = 0
  let left = SETTLE_FRAMES
  const step = () => {
    findAnchor(root, offset)?.scrollIntoView({ block: 'center', inline: 'nearest' })
    left--
    if (left > 0) frame = requestAnimationFrame(step)
  }
  step()
  return () => cancelAnimationFrame(frame)
}

/** The innermost element that begins at or last before `offset`. */
export function findAnchor(root: HTMLElement, offset: number): HTMLElement | null {
  let found: HTMLElement | null = null
  for (const element of root.querySelectorAll<HTMLElement>('[data-start]')) {
    if (Number(element.dataset.start) > offset) break
    found = element
  }
  return found
}
