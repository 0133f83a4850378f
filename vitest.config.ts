import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'
import { BaseSequencer } from 'vitest/node'
import { compileTemplates } from './compile-templates.mjs'

/** Files that take longest, where nobody has measured them on this machine yet: what begins last must not be waited for alone. */
const longest = [
  'test/pages/browser.test.ts',
  'test/faults/all-faults.test.ts',
  'test/commands/package.test.ts',
  'test/html/growth.test.ts',
  'test/faults/each-fault.test.ts',
  'test/pages/fixtures.test.ts',
]

class LongestFirst extends BaseSequencer {
  override async sort(...[files]: Parameters<BaseSequencer['sort']>) {
    const placeOf = (file: string) => {
      const place = longest.findIndex((one) => file.endsWith(one))
      return place === -1 ? longest.length : place
    }
    return (await super.sort(files)).sort((a, b) => placeOf(a.moduleId) - placeOf(b.moduleId))
  }
}

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
    // More than there are cores: half of the time is spent waiting, for servers that are slow on purpose, browsers and child processes.
    maxWorkers: Math.ceil(availableParallelism() * 1.5),
    sequence: { sequencer: LongestFirst },
    // Files share what they import: no test replaces a module, and what one stubs it puts back.
    isolate: false,
    // The built program is run as Node runs it.
    // resvg may be begun once: so each copy of our source has its own, as the built program has.
    server: { deps: { external: [/\/dist\//], inline: ['@resvg/resvg-wasm'] } },
  },
})
