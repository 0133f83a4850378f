import { fuzzHtml } from '../html/fuzz-html.ts'
import { fuzz } from './fuzz.ts'
import { killBuilds } from './kill-builds.ts'

/** `npm run torture`: what is too long for every test run. More with: npm run torture -- DOCUMENTS SEED KILLS */
const [documents = 20_000, seed = Math.floor(Math.random() * 1e9), kills = 200] = process.argv.slice(2).map(Number)

const { findings, feeds, slowest } = await fuzz(documents, seed)
console.log(
  `${documents} damaged documents (seed ${seed}): ${feeds} still feeds, the slowest took ${Math.round(slowest)} ms`,
)
console.log(findings.length === 0 ? 'nothing was found' : findings.slice(0, 50).join('\n'))

const faults = fuzzHtml(documents, seed)
console.log(`${documents} texts of HTML made by chance (seed ${seed})`)
console.log(faults.length === 0 ? 'nothing was found' : faults.slice(0, 50).join('\n'))

const killing = await killBuilds(kills, seed)
console.log(`${killing.killed} of ${kills} builds killed before they were done (seed ${seed})`)
console.log(killing.findings.length === 0 ? 'nothing was found' : killing.findings.slice(0, 50).join('\n'))
process.exitCode = findings.length + faults.length + killing.findings.length === 0 ? 0 : 1
