/**
 * How month names begin, by month, in the languages that software writes dates in. Compared without case and accents;
 * the longest that fits decides, so that "mart" (Serbian, Turkish) is not "mar" of another.
 */
const names = [
  'jan january januar janeiro janvier enero ene gennaio gen januari janv jän jänner sty ocak oca led january. tammi яну янв января јан јануари ιαν ιανουαριου янв. jaan',
  'feb february februar fevereiro fev février févr fevr febrero febbraio februari lut şub uno helmi фев февраля феб февр φεβ φεβρουαριου veebr',
  'mar march märz maerz mär mrz março mars marzo maart mrt mart marec mārc maalis мар март марта мрт μαρ μαρτιου μάρ márc már',
  'apr april abril abr avril avr aprile kwi nisan nis dub huhti апр апреля април απρ απριλιου ápr',
  'may mai maio mayo mag maggio mei maj mayıs kvě touko май мая мај μαι μαι μαιου μάι máj május',
  'jun june juni junho juin junio giu giugno cze haziran haz kesä июн июня јун јуни ιουν ιουνιου ιούν jún június',
  'jul july juli julho juillet juil julio lug luglio lip temmuz tem heinä июл июля јул јули ιουλ ιουλιου ιούλ júl július',
  'aug august agosto ago août aout augustus sie ağustos ağu srp elo авг августа август αυγ αυγουστου αύγ',
  'sep sept september setembro set septembre septiembre settembre wrz eylül eyl zář syys сеп сен сентября сент септември σεπ σεπτεμβριου σεπτ szept',
  'oct october oktober okt outubro out octobre octubre ottobre ott paź ekim eki říj loka окт октября октомври οκτ οκτωβριου október',
  'nov november novembro novembre noviembre lis kasım kas marras ное ноя ноября нов ноември νοε νοεμβριου νοέ',
  'dec december dezember dez dezembro décembre déc diciembre dic dicembre desember gru aralık ara pro joulu дек декабря декември δεκ δεκεμβριου',
]

const months = new Map<string, number>()
for (const [index, line] of names.entries()) {
  for (const name of line.split(' ')) months.set(fold(name), index + 1)
}

/** Small, without accents and points: "Févr." is "fevr". */
function fold(word: string): string {
  return word
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}|\./gu, '')
}

/** The month, 1 to 12, that a text names in one of its words; of several words the last, since a weekday may stand before. */
export function findMonth(text: string): number | undefined {
  const words = text.match(/[\p{L}\p{M}]+\.?/gu) ?? []
  const found = words.flatMap((word) => {
    const folded = fold(word)
    const month = months.get(folded) ?? (folded.length > 3 ? months.get(folded.slice(0, 3)) : undefined)
    return month === undefined ? [] : [month]
  })
  return found.at(-1)
}
