import { findOwn } from '../../text/find-own.ts'
import { listNearestLanguages } from '../../text/list-nearest-languages.ts'

/** How a language writes a whole date, and a month with its year, in the letters of date-fns (Unicode TR 35). */
export type DateForms = { date: string; month: string }

/** The forms of a language: those of date-fns, except where it has none, or where people write dates otherwise. */
export function findDateForms(language: string): DateForms {
  const own = listNearestLanguages(language)
    .map((name) => findOwn(forms, name))
    .find((found) => found !== undefined)
  return { date: 'PPP', month: 'LLLL yyyy', ...own }
}

const withDe = "LLLL 'de' yyyy"

const forms: Record<string, Partial<DateForms>> = {
  es: { month: withDe },
  pt: { month: withDe },
  gl: { month: withDe },
  ca: { month: withDe },
  ja: { month: 'yyyy年M月' },
  zh: { month: 'yyyy年M月' },
  ko: { month: 'yyyy년 M월' },
  'zh-Hans': { month: 'yyyy年M月' },
  'zh-Hant': { month: 'yyyy年M月' },
  bg: { date: "d MMMM yyyy 'г'." },
  // These would mix the numerals of two scripts.
  bn: { date: 'd MMMM yyyy' },
  hi: { date: 'd MMMM yyyy' },
  eu: { month: "yyyy'ko' LLLL" },
  hr: { month: 'LLLL yyyy.' },
  hu: { month: 'yyyy. LLLL' },
  lt: { month: "yyyy 'm'. LLLL" },
  lv: { month: "yyyy. 'gada' LLLL" },
  // Its ordinals are for speech: "26-е".
  uk: { date: "d MMMM yyyy 'р'." },
  vi: { month: "'tháng' M 'năm' yyyy" },
}
