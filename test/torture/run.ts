import { fuzz } from './fuzz.ts'

/** `npm run torture`: what is too long for every test run. More with: npm run torture -- DOCUMENTS SEED */
const [documents = 20_000, seed = Math.floor(Math.random() * 1e9)] = process.argv.slice(2).map(Number)

const { findings, feeds, slowest } = await fuzz(documents, seed)
console.log(
  `${documents} damaged documents (seed ${seed}): ${feeds} still feeds, the slowest took ${Math.round(slowest)} ms`,
)
console.log(findings.length === 0 ? 'nothing was found' : findings.slice(0, 50).join('\n'))
process.exitCode = findings.length === 0 ? 0 : 1
