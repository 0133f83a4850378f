import type { Dispatcher } from 'undici'

type Options = Pick<Dispatcher.RequestOptions, 'signal' | 'headers' | 'body' | 'reset'> & { method?: 'GET' | 'POST' }

/** Ask the server of an address, by a method of the dispatcher: undici's own `request` comes with its fetch, its caches and its mocks. */
export function requestUrl(
  url: URL,
  dispatcher: Dispatcher,
  { method = 'GET', ...options }: Options,
): Promise<Dispatcher.ResponseData> {
  return dispatcher.request({ ...options, method, origin: url.origin, path: `${url.pathname}${url.search}` })
}
