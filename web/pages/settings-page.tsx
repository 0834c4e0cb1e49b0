import { AppearanceSettings } from '../components/settings/appearance-settings.tsx'
import { ModelSettings } from '../components/settings/model-settings.tsx'
import { ServiceFacts } from '../components/settings/service-facts.tsx'
import { useDocumentTitle } from '../components/shell/use-document-title.ts'

/** 设置: what the service is configured with, to be read and tested; what the reader may choose is kept in the browser. */
export function SettingsPage() {
  useDocumentTitle('设置')
  return (
    <main id="main" class="library-page settings-page" tabIndex={-1}>
      <div class="page-head">
        <div>
          <h1>设置</h1>
          <p class="muted">服务的配置在服务器上，由管理员通过环境变量设定，这里只能查看和测试；外观等个人选择保存在这个浏览器里。</p>
        </div>
      </div>
      <ModelSettings />
      <ServiceFacts />
      <AppearanceSettings />
    </main>
  )
}
