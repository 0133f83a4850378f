import type { Person } from '../../../model.ts'

/** The most people of an entry, or a feed. */
export const mostPeople = 20

/** Letters of a name. */
const longestName = 100
const longestAddress = 4000
/** Letters of all people together: those of a feed are given to each of its entries, thousands of times. */
const longestList = 8000

/** People with names and addresses of limited length; those that exceed the limits of the list are left out. */
export function limitPeople(people: Person[]): Person[] {
  const limited: Person[] = []
  let letters = 0
  for (const person of people) {
    const one = limitPerson(person)
    for (const text of [one.name, one.url, one.email]) letters += text?.length ?? 0
    if (letters <= longestList) limited.push(one)
  }
  return limited
}

function limitPerson({ name, url, email }: Person): Person {
  return {
    name: name?.slice(0, longestName).replace(/[\ud800-\udbff]$/, ''),
    url: url !== undefined && url.length > longestAddress ? undefined : url,
    email: email !== undefined && email.length > longestAddress ? undefined : email,
  }
}
