import type { Section } from './section.ts'

/**
 * The headings from the outermost section down to `index`, each as printed (label and heading), without the document itself.
 *
 * @example sectionPath(sections, 4) // ['二、主要目标', '（一）总体要求']
 */
export function sectionPath(sections: readonly Section[], index: number): string[] {
  const path: string[] = []
  for (let section = sections[index]; section && section.level > 0; section = section.parent === null ? undefined : sections[section.parent]) {
    path.unshift(section.label + section.heading)
  }
  return path
}
