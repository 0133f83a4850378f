import { openScriptedServer, respond, type Script, type ScriptedServer } from '../servers/open-scripted-server.ts'
import { type Fault, listFaults } from './faults.ts'
import { rss } from './feeds.ts'

/** A server with one path for each fault, a good feed beside them, and one that nobody may be led to. */
export type FaultServer = {
  faults: Fault[]
  /** Where a fault is. */
  urlOf(fault: Fault): string
  controlUrl: string
  server: ScriptedServer
  /** Requests that reached the server to which redirects lead: none is right. */
  strayed(): number
  close(): Promise<void>
}

export const controlTitle = 'Entry of the good feed'

export async function openFaultServer(): Promise<FaultServer> {
  const victim = await openScriptedServer(respond(200, {}, rss()))
  const faults = listFaults(victim)
  const pathOf = (fault: Fault) => `/${faults.indexOf(fault)}`
  const control = respond(200, {}, rss(`<item><guid>1</guid><title>${controlTitle}</title></item>`, 'Good blog'))
  const scripts = new Map<string, Script>([
    ['/good', control],
    ...faults.map((fault) => [pathOf(fault), fault.script] as const),
  ])
  const server = await openScriptedServer((socket, request) => {
    const script = scripts.get(request.target.split('?')[0] ?? '') ?? respond(404)
    script(socket, request)
  })
  return {
    faults,
    urlOf: (fault) => server.url(pathOf(fault)),
    controlUrl: server.url('/good'),
    server,
    strayed: () => victim.requests.length,
    close: async () => void (await Promise.all([server.close(), victim.close()])),
  }
}
