import type { BuildReport } from '../build-report.ts'
import type { Config } from '../config/schema.ts'
import type { Planet } from '../model.ts'
import { searchStatePath } from '../render/paths/page-path.ts'
import type { SearchState } from '../render/search/list-due-years.ts'
import { listSearchFiles, loadSearchState } from '../render/site/load-search-state.ts'
import type { MakeSearchIndex } from '../render/site/make-search-index.ts'
import { deleteFiles, writeSite } from '../render/site/write-site.ts'
import type { Store } from '../store/store.ts'
import { describeMistake } from '../text/describe-mistake.ts'

type Searched = Pick<BuildReport, 'written' | 'deleted' | 'warnings'>

const nothing: Searched = { written: [], deleted: [], warnings: [] }

/**
 * Bring the search up to date, after the pages: a failure is a warning, and the pages stand all the same. The search keeps its own list of
 * files: search/index.json says which folders are ours.
 *
 * @param now decides what is due; stands in no file but search/index.json
 * @param makeIndex absent where no search is wanted whatever feeds.yaml says
 */
export async function publishSearch(
  config: Config,
  store: Store,
  planet: Planet,
  { output: folder, dryRun = false }: { output: string; dryRun?: boolean },
  now: Date,
  makeIndex: MakeSearchIndex | undefined,
): Promise<Searched> {
  if (makeIndex === undefined || dryRun) return nothing
  const state = loadSearchState(folder)
  if (!planet.search) return state === undefined ? nothing : withdraw(state, folder)
  const revision = await store.revision()
  if (state !== undefined && !isDue(state, revision, config, now)) return nothing
  try {
    // Most builds have no news, and should be over at once.
    const { indexYears } = await import('./index-years.ts')
    const made = await indexYears({ queries: store.queries, planet, now, revision, state, makeIndex })
    const { all, written } = await writeSite(made.files, folder, { mayReplace: () => state !== undefined })
    const years = new Set(made.state.years.map(({ year }) => year))
    const left = (state?.years ?? []).filter(({ year }) => made.indexed.includes(year) || !years.has(year))
    const kept = new Set(all)
    const deleted = left.flatMap(({ year }) => listSearchFiles(folder, year)).filter((file) => !kept.has(file))
    await deleteFiles(deleted, folder)
    return { written, deleted, warnings: [] }
  } catch (error) {
    const warning = `the search is as it was: ${describeMistake(error)}; \`search: false\` is for a machine that cannot make one (docs/search.md)`
    return { ...nothing, warnings: [warning] }
  }
}

/** True where something has changed, a year was left over or is due today, or a day is no longer kept. */
function isDue({ years, revision, isDone }: SearchState, now: number, config: Config, at: Date): boolean {
  const today = at.toISOString().slice(0, 10)
  const isKept = config.archive.keepMs === undefined || years.some((each) => each.at.slice(0, 10) === today)
  return revision !== now || !isDone || !isKept || years.some(({ due }) => due !== '' && due <= today)
}

async function withdraw({ years }: SearchState, folder: string): Promise<Searched> {
  const deleted = [...years.flatMap(({ year }) => listSearchFiles(folder, year)), searchStatePath]
  await deleteFiles(deleted, folder)
  return { ...nothing, deleted }
}
