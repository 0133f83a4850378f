import type { PictureJob, PictureResult } from './open-picture-decoder.ts'

/**
 * A process that decodes pictures: a picture that crashes it, or fills its memory, harms nothing else. Each job is a message, and so is its
 * result. The process watches itself: where a picture exceeds a limit, it ends with an exit code for that limit.
 */
const cpuMs = Number(process.argv[2])
const rssMb = Number(process.argv[3])

/** Exit codes, by the limit that was exceeded. */
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
  // Loading the library does not count against the picture.
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
      // A good copy of mere noise would be larger than the original: so lower qualities are tried.
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

/** Greatest height of a WebP picture, in pixels. A very long comic gets a narrower copy. */
const tallest = 16_383

/** Widths of copies: never wider than the picture; of two that are nearly the same, only one. */
function listWidths(width: number, wanted: number[]): Set<number> {
  return new Set([...wanted.filter((each) => each < width * 0.75), Math.min(width, Math.max(...wanted))])
}

/** Only formats of photographs and drawings: no SVG, which is a program, no PDF, nothing that refers to other files. */
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
