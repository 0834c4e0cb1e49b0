const AHEAD = /力争|确保|加快|推动|推进|努力|年内|争取|大力|全力|着力|深入|继续|加强|打造/g
/** Deeds that have come about. */
const DONE = /(?<![为除])了(?!解)|荣获|获评|获批|同比|增长\d|位居|成功/g
/** Papers that direct say these of what is to be reached, too. */
const REACHED = /完成|建成|实现(?!.{0,8}目标)/g
/** Fewer cues than this say nothing. */
const MIN_CUES = 6
const MIN_RATIO = 2
/** A review tells so many deeds in words that cannot mean what is to be reached. */
const MIN_DONE = 3

/**
 * Whether a text tells what was done or what is to be done, by the verbs that each kind of report is full of. For sections whose heading does not tell.
 *
 * @returns null when the verbs are few or mixed
 */
export function partByVerbs(text: string): 'review' | 'plan' | null {
  const ahead = text.match(AHEAD)?.length ?? 0
  const done = text.match(DONE)?.length ?? 0
  const behind = done + (text.match(REACHED)?.length ?? 0)
  if (ahead + behind < MIN_CUES) return null
  if (ahead >= MIN_RATIO * behind) return 'plan'
  return behind >= MIN_RATIO * ahead && done >= MIN_DONE ? 'review' : null
}
