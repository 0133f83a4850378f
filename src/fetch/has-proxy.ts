/** True where a proxy of the environment does the asking: what lies behind names cannot be checked here. */
export function hasProxy(): boolean {
  const { http_proxy, HTTP_PROXY, https_proxy, HTTPS_PROXY } = process.env
  return Boolean(http_proxy || HTTP_PROXY || https_proxy || HTTPS_PROXY)
}
