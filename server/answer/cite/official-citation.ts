import type { Citation } from '../../contract/chat.ts'

const LABEL =
  /^(第[〇零一二三四五六七八九十百\d]+[编部分篇章节条]+|[〇零一二三四五六七八九十百]+、|[（(][〇零一二三四五六七八九十百]+[)）]|\d+(?:[.．、]|\.\d+)+|[（(]\d+[)）]|[①-⑳]|[一二三四五六七八九十]+是)/

/**
 * A citation as officials write it: the title in book marks, then the numbers of the sections; a section without a number by its heading.
 *
 * @example officialCitation({ title: '某市政府工作报告', sectionPath: ['二、主要目标', '（三）改善民生'] }) // 《某市政府工作报告》二、（三）
 */
export function officialCitation({ title, sectionPath }: Pick<Citation, 'title' | 'sectionPath'>): string {
  const bare = /^《[^《》]*》$/.test(title) ? title.slice(1, -1) : title
  const labels = sectionPath.map((heading) => {
    const printed = heading.replace(/\s+/g, '')
    return LABEL.exec(printed)?.[0] ?? (printed === '' ? '' : `“${printed}”`)
  })
  return `《${bare.replaceAll('《', '〈').replaceAll('》', '〉')}》${labels.join('').replace(/[、.．]$/, '')}`
}
