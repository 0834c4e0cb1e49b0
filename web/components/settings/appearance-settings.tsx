import { useServices } from '../../services.ts'
import { useStore } from '../../state/use-store.ts'
import { Segments } from '../shell/segments.tsx'

/** The colour scheme; the same choice as the button in the page's head. */
export function AppearanceSettings() {
  const { theme } = useServices()
  const value = useStore(theme.theme)
  return (
    <section class="settings-section" aria-labelledby="settings-appearance">
      <h2 id="settings-appearance">外观</h2>
      <Segments
        label="外观"
        value={value}
        options={[
          { value: 'system', name: '跟随系统' },
          { value: 'light', name: '浅色' },
          { value: 'dark', name: '深色' },
        ]}
        onChange={theme.choose}
      />
    </section>
  )
}
