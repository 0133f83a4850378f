import type { Person } from '../../../model.ts'
import { resolveWebUrl } from '../../../text/resolve-url.ts'
import { allKinds, type Element, type Fields, textOf } from '../xml/element.ts'
import { type Context, enterElement } from '../xml/enter-element.ts'
import { joinPeople, parsePersonName } from './parse-people.ts'

/**
 * The people of a podcast, for where no author is named: its hosts, and people without a role, which means host (`podcast:person`,
 * Podcasting 2.0). Guests, editors and those who drew the cover are not its authors.
 */
export function findHosts(fields: Fields, outer: Context): Person[] {
  const hosts = allKinds(fields, ['podcast:person']).filter(isHost)
  return joinPeople(
    hosts.flatMap((element) => {
      const person = parsePersonName(textOf(element))
      const url = resolveWebUrl(element.attributes.href ?? '', enterElement(element, outer).base)
      return person === undefined ? [] : [{ ...person, url: url ?? person.url }]
    }),
  )
}

function isHost({ attributes }: Element): boolean {
  return /^(|host|co-?host|author|writer)$/.test(attributes.role?.trim().toLowerCase() ?? '')
}
