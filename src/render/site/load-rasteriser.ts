import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { setFlagsFromString } from 'node:v8'
import { initWasm, Resvg } from '@resvg/resvg-wasm'

/** From SVG of our own making, in which all text is paths, to PNG. */
export type Rasterise = (svg: string) => Uint8Array

let loaded: Promise<Rasterise> | undefined

/** The SVG rasteriser, loaded once. It is WebAssembly, so it paints the same on every machine. */
export function loadRasteriser(): Promise<Rasterise> {
  loaded ??= load()
  return loaded
}

async function load(): Promise<Rasterise> {
  // One picture is finished before V8 has optimised the code that draws it, which took as long again, and 24 MB.
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
