import { findOwn } from '../../../text/find-own.ts'

/**
 * Zones that feeds name, in hours from UTC: those of RFC 822, section 5.1, and others that people and software write. Of several zones with
 * one name, the one that feeds mean most often is taken.
 */
// biome-ignore format: grouped in rows
const zones: Record<string, number> = {
  ut: 0, utc: 0, gmt: 0, z: 0, wet: 0, west: 1, uct: 0, zulu: 0,
  est: -5, edt: -4, cst: -6, cdt: -5, mst: -7, mdt: -6, pst: -8, pdt: -7, et: -5, ct: -6, mt: -7, pt: -8, at: -4,
  akst: -9, akdt: -8, hst: -10, hadt: -9, hast: -10, ast: -4, adt: -3, nst: -3.5, ndt: -2.5,
  brt: -3, brst: -2, art: -3, clt: -4, clst: -3, cot: -5, pet: -5, vet: -4, uyt: -3,
  bst: 1, ist: 5.5, cet: 1, cest: 2, met: 1, mest: 2, mez: 1, mesz: 2, eet: 2, eest: 3,
  msk: 3, msd: 4, trt: 3, sast: 2, cat: 2, eat: 3, wat: 1, gst: 4, irst: 3.5, pkt: 5, npt: 5.75,
  jst: 9, kst: 9, hkt: 8, sgt: 8, myt: 8, pht: 8, wib: 7, ict: 7, awst: 8, acst: 9.5, acdt: 10.5,
  aest: 10, aedt: 11, nzst: 12, nzdt: 13,
}

/**
 * An offset from UTC, in minutes: "+0100", "+01:00", "-5", "GMT+2", "UTC+02:00", "EST", "EST5EDT", "-05:00Z". RFC 822's single letters
 * other than Z tell nothing (RFC 2822, section 4.3): UTC.
 *
 * @returns `undefined` where the text is no zone
 */
export function parseOffset(text: string): number | undefined {
  const [, name = '', sign, hours = '', minutes = '0'] =
    /^([a-z]{0,5})\.?\s*(?:([+\-\u2212])\s*(\d{1,2}):?(\d{2})?(?::\d{2})?z?)?$/i.exec(text) ?? []
  const zone = name.toLowerCase()
  if (sign !== undefined) {
    if (zone !== '' && findOwn(zones, zone) === undefined) return undefined
    return (sign === '+' ? 1 : -1) * (Number(hours) * 60 + Number(minutes)) + 0
  }
  if (/^[a-y]$/.test(zone)) return 0
  const known = findOwn(zones, zone)
  if (known !== undefined) return known * 60
  const [, standard = '', , daylight = ''] = /^([a-z]{3})(\d{1,2})([a-z]{3})?$/i.exec(text) ?? []
  const composed = findOwn(zones, (daylight || standard).toLowerCase())
  if (composed !== undefined) return composed * 60
  // "Fri, 28 May 2010 21:03:38 +0200 CEST", "… +0000 GMT"
  const [first = '', second] = text.split(' ')
  return second !== undefined && /^[+-]\d/.test(first) && /^[a-z_/]{1,40}$/i.test(second)
    ? parseOffset(first)
    : undefined
}
