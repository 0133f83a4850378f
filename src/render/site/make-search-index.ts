import type { SearchRecord, SiteFile } from '../../model.ts'

/** Makes the files of one index; their paths count from its own folder. */
export type MakeSearchIndex = (records: AsyncIterable<SearchRecord>) => Promise<SiteFile[]>

/** The files of Pagefind that our search page asks for: Pagefind's own pages and styles are left out. */
const wanted = /^(pagefind\.js|pagefind-worker\.js|pagefind-entry\.json|wasm\..*|.*\.pf_(meta|index|filter|fragment))$/

/** Records that the indexer is given at a time. */
const atOnce = 200

/**
 * Index entries with Pagefind, a separate process that ends with this call. All languages stand in one index, without stemming: a planet
 * writes in many languages, and a browser would load only the index of its own.
 *
 * @throws where this machine has no Pagefind, or Pagefind fails
 */
export const makeSearchIndex: MakeSearchIndex = async (records) => {
  const { close, createIndex } = await import('pagefind')
  try {
    const all: SearchRecord[] = []
    for await (const record of records) all.push(record)
    // One file for every ten entries: then ten results are a hundred kilobytes, and ten thousand entries a thousand files.
    const maxFragments = Math.max(10, Math.ceil(all.length / 10))
    const { index, errors } = await createIndex({ forceLanguage: 'unknown', maxFragments })
    if (index === undefined) throw new Error(errors.join('; '))
    for (let first = 0; first < all.length; first += atOnce) {
      const part = all.slice(first, first + atOnce)
      const answers = await Promise.all(part.map((record) => index.addCustomRecord(record)))
      fail(answers.flatMap((answer) => answer.errors))
    }
    const { files, errors: failures } = await index.getFiles()
    fail(failures)
    return files.filter(({ path }) => wanted.test(path)).map(({ path, content }) => ({ path, bytes: content }))
  } finally {
    await close()
  }
}

function fail([error]: string[]): void {
  if (error !== undefined) throw new Error(error)
}
