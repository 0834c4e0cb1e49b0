import { useEffect, useState } from 'preact/hooks'

/** Wide enough for the source column beside the answer. Keep in step with styles/layout.css. */
export const WIDE = '(min-width: 1080px)'
/** Wide enough for the conversations beside the answer. Keep in step with styles/layout.css. */
export const MEDIUM = '(min-width: 800px)'

export function useMediaQuery(query: string): boolean {
  const [matches, setMatches] = useState(() => window.matchMedia(query).matches)
  useEffect(() => {
    const list = window.matchMedia(query)
    const refresh = () => setMatches(list.matches)
    refresh()
    list.addEventListener('change', refresh)
    return () => list.removeEventListener('change', refresh)
  }, [query])
  return matches
}
