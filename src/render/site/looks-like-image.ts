import { findOwn } from '../../text/find-own.ts'

/** The first bytes of pictures that every browser shows; a letter stands for itself, a dot for any byte. */
const beginnings: Record<string, RegExp> = {
  png: /^\x89PNG\r\n\x1a\n/,
  jpg: /^\xff\xd8\xff/,
  jpeg: /^\xff\xd8\xff/,
  gif: /^GIF8[79]a/,
  webp: /^RIFF....WEBP/s,
  avif: /^....ftypavi[fs]/s,
  svg: /<svg[\s>]/,
}

/** True where a file is the picture that its name says: a server takes the type from the name, a browser from the server. */
export function looksLikeImage(bytes: Uint8Array, name: string): boolean {
  const kind = /\.([a-z]+)$/i.exec(name)?.[1]?.toLowerCase() ?? ''
  return findOwn(beginnings, kind)?.test(Buffer.from(bytes.subarray(0, 4096)).toString('latin1')) ?? false
}
