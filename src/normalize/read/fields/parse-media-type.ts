const types = new Map([
  ...['jpg', 'jpeg', 'pjpeg'].map((name) => [name, 'image/jpeg'] as const),
  ...['png', 'gif', 'webp', 'avif'].map((name) => [name, `image/${name}`] as const),
  ...['mp3', 'mpeg'].map((name) => [name, 'audio/mpeg'] as const),
  ...['ogg', 'opus', 'wav', 'flac', 'aac'].map((name) => [name, `audio/${name}`] as const),
  ...['mp4', 'webm'].map((name) => [name, `video/${name}`] as const),
  ['m4a', 'audio/mp4'],
  ['m4v', 'video/mp4'],
  ['pdf', 'application/pdf'],
  ...['image', 'audio', 'video'].map((name) => [name, `${name}/*`] as const),
])

/** A media type as feeds write it: some write a file's extension in its place ("jpg"), or only the kind ("image"). */
export function parseMediaType(text: string | undefined): string | undefined {
  const type = text?.trim().toLowerCase() ?? ''
  if (type.includes('/')) return type
  return types.get(type.replace(/^\./, '')) ?? (type || undefined)
}
