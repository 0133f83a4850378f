import { makeUuid } from '../text/make-uuid.ts'

/** Stands for the address of a feed that nobody else may know: who has the address finds it again. */
export function hideUrl(url: string): string {
  return `private:${makeUuid(url, 'a published state')}`
}
