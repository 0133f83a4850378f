import type { Translation } from './messages.ts'

/** Turkish. Not yet read by a native speaker. */
export const tr: Translation = {
  thousands: '.',
  gathers: '{name}: bir topluluğun bloglarında yazdıkları, tek bir yerde.',
  skip: 'İçeriğe geç',
  pages: 'Sayfalar',
  latest: 'En yeniler',
  blogs: 'Bloglar',
  archive: 'Arşiv',
  about: 'Hakkında',
  subscribe: 'Abone ol',
  subscriptions: 'Abonelikler ({count})',
  tags: 'Etiketler',
  quiet: 'Sessiz',
  feed: 'akış',
  feedOf: '{name} akışı',
  unreachable: 'şu tarihten beri ulaşılamıyor: {date}',
  gone: 'şu tarihten beri yok: {date}',
  by: '{author}, {time}',
  alsoIn: 'şurada da: {blogs}',
  untitled: 'Başlıksız',
  untitledStart: 'Başlıksız — {start}',
  attachment: 'Ek',
  shortened: 'Bu akış küçük kalsın diye kısaltıldı; metnin tamamı: {link}',
  feedNotice: 'Bu bir akıştır: adresini bir akış okuyucuya ekleyin, yeni yazılar size gelsin.',
  readOn: { one: 'Devamını oku (1 kelime, {minutes} dk)', other: 'Devamını oku ({count} kelime, {minutes} dk)' },
  readAll: 'Devamını oku',
  quoted: '“{text}”',
  code: '“{title}” içinde {number}. kod',
  table: '“{title}” içinde {number}. tablo',
  picture: 'Görsel: {text}',
  days: 'Günler',
  months: 'Aylar',
  years: 'Yıllar',
  older: 'Daha eski: {date} →',
  newer: '← Daha yeni: {date}',
  olderEntries: 'Daha eski yazılar',
  nothing: 'Burada henüz bir şey yok',
  nothingRead: 'Bu gezegenin blogları henüz okunmadı. Nedenini {command} söyler.',
  nothingAdded:
    'Henüz blog eklenmedi. {file} dosyasında {key} altına bir akışın adresini yazın, sonra {command} komutunu çalıştırın.',
  nothingPosted: 'Henüz yazı yok.',
  updated: 'Güncelleme: {time} ({zone})',
  times: 'Saat dilimi: {zone}.',
  blogCount: { one: '1 blog', other: '{count} blog' },
  ask: 'Eklenmek ya da çıkarılmak için: {owner}.',
  feeds: 'Akışlar',
  listOfBlogs: 'OPML (blogların listesi)',
  rights: 'Metinler yazarlarına aittir.',
  software: '{name} ile yapıldı.',
  daysWithPosts: 'Yazı olan günler: {month}',
  allOf: 'Tümü: {month}',
  byMonth: 'Önceki yazılar, aylara göre',
  website: 'Web sitesi',
  language: 'Dil',
  firstPost: 'İlk yazı',
  lastPost: 'Son yazı',
  noLongerListed: 'Bu blog artık gezegenin parçası değil. Burada yazdıkları kalıyor.',
  filedUnder: { one: '1 blog bu etiketi taşıyor:', other: '{count} blog bu etiketi taşıyor:' },
  posts: { one: 'on iki ayda 1 yazı', other: 'on iki ayda {count} yazı' },
  postsAndLast: '{posts}, sonuncusu {date}',
  noPosts: 'on iki ayda yazı yok',
  feedStates: 'Akışların durumu',
  blog: 'Blog',
  state: 'Durum',
  stateFine: 'okundu',
  stateNew: 'henüz okunmadı',
  statePaused: 'duraklatıldı',
  stateServerError: 'sunucusu şu tarihten beri hata veriyor: {date}',
  stateNoFeed: 'şu tarihten beri okunabilir akış yok: {date}',
  stateQuarantined: 'şu tarihten beri inceleniyor: {date}; başka bir bloga benziyor',
  stateQuiet: 'şu tarihten beri sessiz: {date}',
  notFound: 'Böyle bir sayfa yok',
  notFoundText: 'Taşınmış olabilir, hiç olmamış da olabilir. Burada yazılan her şey: {archive}; en yenileri: {front}.',
  notFoundFront: 'ön sayfa',
  notFoundArchive: 'arşiv',
  subscribeText:
    'Bu adresi bir akış okuyucuya ekleyin, burada yazılanlar kendiliğinden size gelsin: hesap yok, e-posta yok, algoritma yok.',
  subscribeEverything: 'Her şey',
  subscribeTag: 'Yalnızca bir etiket',
  subscribeList: 'Tüm bloglar, tek tek',
  subscribeListText: 'Bu liste bir akış okuyucuya aktarılabilir; okuyucu sonra her bloga kendisi sorar.',
  addressOf: 'Adres: {name}',
  copy: 'Kopyala',
  copied: 'Kopyalandı',
  tools: 'Okuma yardımcıları',
  markNew: 'Son ziyaretimden beri yeni olanları işaretle',
  isNew: 'yeni',
  shortcuts: 'Klavye kısayolları',
  shortcutList: 'j: sonraki yazı. k: önceki yazı. n: sonraki gün. p: önceki gün. o: aç. /: arama, varsa. ?: bu liste.',
  weeks: 'Haftalar',
  digestWeekly: 'Haftalık özet',
  digestDaily: 'Günlük özet',
  digestText: 'Her hafta ya da gün için tek bir yazı, içinde her şey: posta hizmetleri ve seyrek okuyanlar için.',
  titles: 'Başlıklar',
  onThisPage: 'Bu sayfada',
  toTop: 'Başa dön',
  textSize: 'Yazı boyutu',
  sizeSmall: 'küçük',
  sizeNormal: 'normal',
  sizeLarge: 'büyük',
  longPosts: 'Uzun yazılar',
  longAsIs: 'bu sayfadaki gibi',
  longBrief: 'yalnızca başı',
  longWhole: 'tamamı',
  aboutPlanet: `# {title} hakkında

{title} bir gezegendir: bir topluluğun yazdıklarını toplayan bir sayfa. Buradaki her yazı birinin kendi blogundan, o blogun yayımladığı akışla gelir ve oraya geri götürür. İzlemek için [en yeni yazıları]({front}) okuyun ya da [abone olun]({subscribe}).

## Nasıl eklenirsiniz

Blogunuzun bir akışı (çoğunun vardır) ve buradaki insanlara söyleyecek bir sözü olmalı. {ask}

## Nasıl çıkarılırsınız

Aynı yolla. Bir blog listeden, yazdıkları da bu sayfalardan çıkarılabilir.

## Metinler kimindir

Her metin ve görsel, geldiği blogun koşullarıyla yazarına aittir. Buradaki hiçbir şey bunu değiştirmez. Bir yazının söyledikleri yazarının görüşüdür.

## Tarayıcınız burada ne yapar

Bu sayfaları yazan yazılım onlara çerez ya da sayaç koymaz. Görseller ve kayıtlar blogların kendi sunucularından gelir; tarayıcınız onlara bunları nerede gördüğünüzü söylemez. Bu sayfaların sunucusunun ne kaydettiğini yazılım söyleyemez.`,
  aboutAsk: 'Adresiyle birlikte yazın: {owner}.',
  aboutAskNobody: 'Bu gezegeni yürüten kişiye sorun.',
}
