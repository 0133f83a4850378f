import type { PictureJob, PictureResult } from './open-picture-decoder.ts'

/**
 * A process that takes pictures apart: what breaks it, or fills it, breaks nothing else. Each job is a message, and so is what came of
 * it. It looks after itself: where one picture costs more than it may, the process ends, with a word about which limit it was.
 */
const cpuMs = Number(process.argv[2])
const rssMb = Number(process.argv[3])

/** What it says of itself as it ends. */
const endings = { time: 3, memory: 4 }

let startedAt: NodeJS.CpuUsage | undefined

setInterval(() => {
  if (process.memoryUsage.rss() > rssMb * 1e6) process.exit(endings.memory)
  const { user, system } = process.cpuUsage(startedAt)
  if (startedAt !== undefined && (user + system) / 1000 > cpuMs) process.exit(endings.time)
}, 20)

process.on('disconnect', () => process.exit(0))
process.on('message', async (job: PictureJob) => {
  const sharp = await loadSharp()
  // What it costs to begin is nobody's fault.
  startedAt = process.cpuUsage()
  const result: PictureResult = sharp === undefined ? { kind: 'absent' } : await work(job, sharp)
  startedAt = undefined
  process.send?.(result)
})

async function work(job: PictureJob, sharp: Sharp): Promise<PictureResult> {
  try {
    const open = () => sharp(job.bytes, { limitInputPixels: job.maxPixels, failOn: 'truncated', autoOrient: true })
    const { autoOrient, pages = 1 } = await open().metadata()
    const { width, height } = autoOrient
    if (width * height > job.maxPixels) return { kind: 'refused', reason: 'has more pixels than we take apart' }
    const widest = Math.min(width, Math.floor((width * tallest) / height))
    if (widest * 4 < Math.min(width, ...job.widths)) {
      return { kind: 'refused', reason: 'is so tall that a copy would show nothing' }
    }
    const copies = []
    for (const wanted of listWidths(widest, job.widths)) {
      // Of noise alone, a good copy would be larger than what it was made from.
      for (const quality of [80, 60, 30]) {
        const copy = open().resize({ width: wanted, withoutEnlargement: true }).webp({ quality, effort: 4 })
        const { data, info } = await copy.toBuffer({ resolveWithObject: true })
        if (data.length > job.maxBytes) continue
        copies.push({ width: info.width, height: info.height, bytes: data })
        break
      }
    }
    return copies.length > 0
      ? { kind: 'made', copies, moves: pages > 1 }
      : { kind: 'refused', reason: 'is too large as a copy, too' }
  } catch (error) {
    return { kind: 'refused', reason: error instanceof Error ? error.message : String(error) }
  }
}

/** Points of a WebP picture, at most, from its top to its bottom. A comic that goes on and on is narrower as a copy. */
const tallest = 16_383

/** Never wider than it is; two that are nearly the same are one. */
function listWidths(width: number, wanted: number[]): Set<number> {
  return new Set([...wanted.filter((each) => each < width * 0.75), Math.min(width, Math.max(...wanted))])
}

/** Only what photographs and drawings come in: no SVG, which is a program, no PDF, nothing that asks for other files. */
const readers = ['Jpeg', 'Png', 'Webp', 'Nsgif', 'Heif'].map((name) => `VipsForeignLoad${name}Buffer`)

type Sharp = typeof import('sharp').default

let loaded: Promise<Sharp | undefined> | undefined

function loadSharp(): Promise<Sharp | undefined> {
  loaded ??= import('sharp').then(
    ({ default: sharp }) => {
      sharp.cache(false)
      sharp.concurrency(1)
      sharp.block({ operation: ['VipsForeignLoad'] })
      sharp.unblock({ operation: readers })
      return sharp
    },
    () => undefined,
  )
  return loaded
}
