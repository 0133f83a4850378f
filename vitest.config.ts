import { defineConfig } from 'vitest/config'
import { compileTemplates } from './compile-templates.mjs'

export default defineConfig({
  plugins: [
    {
      name: 'templates',
      load: (id) => (id.endsWith('/src/render/theme/compiled-templates.ts') ? compileTemplates() : undefined),
    },
  ],
  test: {
    include: ['test/**/*.test.ts'],
    // Long enough for a machine that does ten other things: what hangs is found, what waits its turn is not blamed.
    testTimeout: 180_000,
    hookTimeout: 180_000,
    // By default one core stays free, of two half.
    maxWorkers: '100%',
    // Files share what they import: no test replaces a module, and what one stubs it puts back.
    isolate: false,
    // The built program is run as Node runs it.
    // resvg may be begun once: so each copy of our source has its own, as the built program has.
    server: { deps: { external: [/\/dist\//], inline: ['@resvg/resvg-wasm'] } },
  },
})
