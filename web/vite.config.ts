import { defineConfig } from 'vite'

export default defineConfig({
  // Said outright: a build under NODE_ENV=test would otherwise carry the source files' names into the page.
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact', development: false } },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    // The page's Content-Security-Policy allows no data: scripts and no inline styles: everything stays a file.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
  },
})
