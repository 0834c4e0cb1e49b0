import { render } from 'preact'
import { App } from './app.tsx'
import { createServices, ServicesContext } from './services.ts'
import './styles/index.css'

const root = document.getElementById('app')
if (root) {
  render(
    <ServicesContext.Provider value={createServices(window)}>
      <App />
    </ServicesContext.Provider>,
    root,
  )
}
