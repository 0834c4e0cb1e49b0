import { createStore, type Store } from './store.ts'

/** `system` follows the operating system. */
export type Theme = 'system' | 'light' | 'dark'

export interface ThemeChoice {
  readonly theme: Store<Theme>
  choose(theme: Theme): void
}

const KEY = 'youju.theme'

/** The colour scheme that the user chose, kept in the browser. The colours themselves are in styles/tokens.css. */
export function createThemeChoice(storage: Storage, root: HTMLElement): ThemeChoice {
  const kept = storage.getItem(KEY)
  const theme = createStore<Theme>(kept === 'light' || kept === 'dark' ? kept : 'system')
  const apply = () => {
    const value = theme.get()
    if (value === 'system') delete root.dataset.theme
    else root.dataset.theme = value
  }
  apply()
  return {
    theme,
    choose(value) {
      theme.set(value)
      if (value === 'system') storage.removeItem(KEY)
      else storage.setItem(KEY, value)
      apply()
    },
  }
}
