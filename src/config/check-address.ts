import path from 'node:path'

type Checked = { value: string } | { problem: string }

/** A page's address. @returns it with a slash at its end where it has no file name */
export function checkSiteUrl(text: string): Checked {
  const result = checkWebAddress(text)
  if ('problem' in result) return result
  const url = new URL(result.value)
  if (url.pathname.split('/').at(-1)?.includes('.') !== true && !url.pathname.endsWith('/')) url.pathname += '/'
  return { value: url.href }
}

/** A feed's address, as the URL parser writes it; `feed:` addresses are what they stand for. */
export function checkFeedUrl(text: string): Checked {
  return checkWebAddress(text.replace(/^feed:(?=https?:)/i, '').replace(/^feed:(\/\/)?/i, 'http://'))
}

/** A face is a picture on the web, or a file below the planet's root. */
export function checkFacePath(text: string): Checked {
  if (/^[a-z][a-z0-9+.-]*:/i.test(text)) return checkWebAddress(text)
  const clean = path.posix.normalize(text)
  if (text === '' || text.startsWith('/') || clean === '.' || clean.startsWith('..') || text.includes('\\')) {
    return {
      problem: `"${text}" is no file below the planet's root, where feeds.yaml is; expected for example faces/bob.png`,
    }
  }
  return { value: clean }
}

/** A host with its port, as in a web address. */
export function checkHostPort(text: string): Checked {
  const url = URL.canParse(`http://${text}`) ? new URL(`http://${text}`) : undefined
  if (url === undefined || !/:\d+$/.test(text) || url.pathname !== '/' || url.username !== '') {
    return { problem: `"${text}" is no host and port; expected for example intranet.example:8080` }
  }
  return { value: `${url.hostname}:${url.port === '' ? '80' : url.port}` }
}

function checkWebAddress(text: string): Checked {
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (url !== undefined && /^https?:$/.test(url.protocol) && url.hostname !== '') {
    url.hash = ''
    return { value: url.href }
  }
  const scheme = /^([a-z][a-z0-9+.-]*):\/\//i.exec(text)?.[1]
  if (scheme !== undefined && !/^https?$/i.test(scheme)) {
    return { problem: `"${text}" cannot be asked: only http:// and https:// addresses can` }
  }
  const repaired = `https://${text.replace(/^(https?)?:?\/*/i, '')}`
  const meant = URL.canParse(repaired) && /^[^\s/]+\.[^\s/]+/.test(repaired.slice(8)) ? repaired : undefined
  return {
    problem: `"${text}" is not a web address${meant ? `; did you mean "${meant}"?` : ', for example https://blog.example/feed.xml'}`,
  }
}
