import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // Long enough for a machine that does ten other things: what hangs is found, what waits its turn is not blamed.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // The built program is run as Node runs it.
    server: { deps: { external: [/\/dist\//] } },
  },
})
