import { useEffect } from 'preact/hooks'

export function useDocumentTitle(title: string): void {
  useEffect(() => {
    document.title = title === '' ? '有据' : `${title} · 有据`
  }, [title])
}
