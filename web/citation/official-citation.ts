const LABEL =
  /^(第[〇零一二三四五六七八九十百\d]+[编部分篇章节条]+|[〇零一二三四五六七八九十百]+、|[（(][〇零一二三四五六七八九十百]+[)）]|\d+(?:[.．、]|\.\d+)+|[（(]\d+[)）]|[①-⑳]|[一二三四五六七八九十]+是)/

/**
 * A citation as officials write it: the title in book marks and the numbers of the sections that lead to the place.
 * A section without a number is named by its heading in quotation marks.
 *
 * @example formatOfficialCitation({ title: '某市政府工作报告', sectionPath: ['二、主要目标', '（三）改善民生'] }) // 《某市政府工作报告》二、（三）
 */
export function formatOfficialCitation({ title, sectionPath }: { readonly title: string; readonly sectionPath: readonly string[] }): string {
  const labels = sectionPath.map((entry) => {
    const printed = entry.replace(/\s+/g, '')
    return LABEL.exec(printed)?.[0] ?? (printed === '' ? '' : `“${printed}”`)
  })
  // The pause after a number leads on to the next one; at the end it would lead nowhere.
  return `${bookTitle(title)}${labels.join('').replace(/[、.．]$/, '')}`
}

/** A title in 《》; marks already inside become 〈〉 as GB/T 15834 asks. */
export function bookTitle(title: string): string {
  const bare = /^《[^《》]*》$/.test(title) ? title.slice(1, -1) : title
  return `《${bare.replaceAll('《', '〈').replaceAll('》', '〉')}》`
}
