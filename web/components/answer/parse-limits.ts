/** A year as people type it, full-width digits and 年 included; null when it is none. */
export function parseYear(text: string): string | null {
  const year = text
    .normalize('NFKC')
    .replace(/年\s*$/, '')
    .trim()
  return /^(19\d\d|20\d\d|2100)$/.test(year) ? year : null
}

/** A place of 1 to 40 characters; null when it is none. */
export function parsePlace(text: string): string | null {
  const place = text.trim()
  return place.length > 0 && place.length <= 40 ? place : null
}
