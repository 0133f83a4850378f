/** True where the environment names a proxy that sends our requests: which address a name leads to cannot be checked here then. */
export function hasProxy(): boolean {
  const { http_proxy, HTTP_PROXY, https_proxy, HTTPS_PROXY } = process.env
  return Boolean(http_proxy || HTTP_PROXY || https_proxy || HTTPS_PROXY)
}
