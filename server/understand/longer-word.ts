const HAN = /\p{Script=Han}/u
/** Read behind a number, a segmenter takes 五个 for one word before it sees these. */
const NO_COUNTER = /^个(?:体(?!系)|人工商)/
const SOME = '五'
/** 工作日|内 */
const WITHIN = /[内里前后]$/

/**
 * Whether a measure word goes on as a longer word, which then is what is counted: 多少|人工智能企业, 多少|家庭农场, 多少|项目. It is read behind a number, where a measure word that
 * counts stands alone or with the number (五场|文旅活动, though 场文旅 by itself).
 *
 * @param after what stands behind 多少 or 几
 * @param end where the measure word ends in it
 */
export function goesOnAsWord(after: string, end: number, cut: (text: string) => readonly string[]): boolean {
  if (end === 0 || !HAN.test(after.charAt(end))) return false
  if (NO_COUNTER.test(after)) return true
  let at = -SOME.length
  for (const word of cut(`${SOME}${after}`)) {
    const start = at
    at += word.length
    if (at > end) return start >= 0 && start < end && !(at === end + 1 && WITHIN.test(word) && word.length > 2)
  }
  return false
}
