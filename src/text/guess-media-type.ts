const types = new Map([
  ['jpg', 'image/jpeg'],
  ['jpeg', 'image/jpeg'],
  ['png', 'image/png'],
  ['gif', 'image/gif'],
  ['webp', 'image/webp'],
  ['avif', 'image/avif'],
  ['mp3', 'audio/mpeg'],
  ['m4a', 'audio/mp4'],
  ['oga', 'audio/ogg'],
  ['ogg', 'audio/ogg'],
  ['opus', 'audio/ogg'],
  ['wav', 'audio/wav'],
  ['flac', 'audio/flac'],
  ['aac', 'audio/aac'],
  ['mp4', 'video/mp4'],
  ['m4v', 'video/mp4'],
  ['webm', 'video/webm'],
  ['ogv', 'video/ogg'],
  ['pdf', 'application/pdf'],
])

/** The media type of a file that has none, or only that of any bytes, guessed from its extension: types that a browser shows or plays. */
export function guessMediaType(url: string): string | undefined {
  const [, end] = /\.([a-z0-9]{2,4})(?:[?#]|$)/i.exec(url) ?? []
  return types.get(end?.toLowerCase() ?? '')
}
