import type { Agent } from 'node:http'
import type { Answer } from './answer-headers.ts'
import { type Asking, askAsUsual } from './ask-as-usual.ts'
import { askLeniently } from './ask-leniently.ts'
import type { OtherWay } from './find-other-way.ts'
import { hasProxy } from './has-proxy.ts'
import { lookupPublic } from './lookup-public.ts'
import { type OnCertificate, openAgent } from './open-agent.ts'
import type { Undici } from './open-undici.ts'

/** The connections of one run. */
export type Network = {
  /** Hosts for which the usual way failed, and the way in which they are asked for the rest of the run. */
  otherWays: Map<string, OtherWay>
  /**
   * @param isPrivate true: the operator allowed the host, wherever its name leads; false: a name that leads to a private address is refused
   * when it is dialled
   * @throws the error of the connection
   */
  ask(url: URL, isPrivate: boolean, asking: Asking, way?: OtherWay): Promise<Answer>
  close(): Promise<void>
}

/** Time to connect to one address; a server that needs longer counts as down. */
const connectTimeoutMs = 10_000

/**
 * @param timeoutMs milliseconds for a whole request
 * @param connections most connections to one origin
 */
export function openNetwork(timeoutMs: number, connections: number, onCertificate?: OnCertificate): Network {
  // Half of the whole time, where that is short: that nobody answers the call must be known before the whole request times out.
  const options = { connections, connectTimeoutMs: Math.min(connectTimeoutMs, timeoutMs / 2), onCertificate }
  const isProxied = hasProxy()
  const agents = new Map<string, Agent>()
  const agentFor = (isPrivate: boolean, protocol: string, isAlone: boolean): Agent => {
    const key = `${isPrivate} ${protocol} ${isAlone}`
    const known = agents.get(key)
    if (known !== undefined) return known
    const given = isAlone ? { ...options, connections: undefined } : options
    const agent = openAgent(protocol === 'https:' ? 'https:' : 'http:', given, isPrivate ? undefined : lookupPublic)
    agents.set(key, agent)
    return agent
  }
  let undici: Promise<Undici> | undefined
  // Loaded only where needed: loading undici costs more than asking a hundred feeds.
  const loadUndici = async () => {
    const { openUndici } = await import('./open-undici.ts')
    return openUndici(timeoutMs, options)
  }
  return {
    otherWays: new Map(),
    async ask(url, isPrivate, asking, way) {
      if (way === 'lenient') return askLeniently(url, { ...asking, lookup: isPrivate ? undefined : lookupPublic })
      if (isProxied || way === 'http2') {
        undici ??= loadUndici()
        return (await undici).ask(url, isPrivate, way === 'http2', asking)
      }
      return askAsUsual(url, agentFor(isPrivate, url.protocol, way === 'alone'), asking)
    },
    async close() {
      for (const agent of agents.values()) agent.destroy()
      await (await undici)?.close()
    },
  }
}
