import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { setFlagsFromString } from 'node:v8'
import { initWasm, Resvg } from '@resvg/resvg-wasm'

/** From SVG of our own making, in which no text is text any more, to PNG. */
export type Rasterise = (svg: string) => Uint8Array

let loaded: Promise<Rasterise> | undefined

/** What paints SVG, the same on each machine, loaded once: it is WebAssembly. */
export function loadRasteriser(): Promise<Rasterise> {
  loaded ??= load()
  return loaded
}

async function load(): Promise<Rasterise> {
  // One picture is over before V8 has optimised what draws it, which took as long again, and 24 MB.
  setFlagsFromString('--wasm-tiering-budget=1000000000')
  await initWasm(await readFile(fileURLToPath(import.meta.resolve('@resvg/resvg-wasm/index_bg.wasm'))))
  return paint
}

function paint(svg: string): Uint8Array {
  const drawing = new Resvg(svg)
  const picture = drawing.render()
  const png = picture.asPng()
  // Memory of WebAssembly is not collected.
  picture.free()
  drawing.free()
  return png
}
