import type { Translation } from './messages.ts'

/** Indonesian. Not yet read by a native speaker. */
export const id: Translation = {
  thousands: '.',
  gathers: '{name}: tulisan sebuah komunitas di blog-blognya, di satu tempat.',
  skip: 'Langsung ke isi',
  pages: 'Halaman',
  latest: 'Terbaru',
  blogs: 'Blog',
  archive: 'Arsip',
  about: 'Tentang',
  subscribe: 'Berlangganan',
  subscriptions: 'Langganan ({count})',
  tags: 'Tag',
  quiet: 'Sepi',
  feed: 'umpan',
  feedOf: 'Umpan {name}',
  unreachable: 'tidak terjangkau sejak {date}',
  gone: 'hilang sejak {date}',
  by: 'oleh {author}, {time}',
  alsoIn: 'juga di {blogs}',
  untitled: 'Tanpa judul',
  untitledStart: 'Tanpa judul — {start}',
  attachment: 'Lampiran',
  shortened: 'Dipersingkat agar umpan ini tetap kecil; teks lengkap: {link}',
  feedNotice: 'Ini umpan: masukkan alamatnya ke pembaca umpan, dan tulisan baru akan datang sendiri.',
  readOn: { other: 'Baca selanjutnya ({count} kata, {minutes} menit)' },
  readAll: 'Baca selanjutnya',
  quoted: '“{text}”',
  code: 'Kode {number} dalam “{title}”',
  table: 'Tabel {number} dalam “{title}”',
  picture: 'Gambar: {text}',
  days: 'Hari',
  months: 'Bulan',
  years: 'Tahun',
  older: 'Lebih lama: {date} →',
  newer: '← Lebih baru: {date}',
  olderEntries: 'Tulisan lama',
  nothing: 'Belum ada apa-apa di sini',
  nothingRead: 'Blog di planet ini belum dibaca. {command} menjelaskan sebabnya.',
  nothingAdded: 'Belum ada blog. Tulis alamat sebuah umpan di bawah {key} pada {file}, lalu jalankan {command}.',
  nothingPosted: 'Belum ada tulisan.',
  updated: 'Diperbarui: {time} ({zone})',
  times: 'Waktu: {zone}.',
  blogCount: { other: '{count} blog' },
  ask: 'Untuk ditambahkan atau dihapus, hubungi {owner}.',
  feeds: 'Umpan',
  listOfBlogs: 'OPML (daftar blog)',
  rights: 'Tulisan adalah milik penulisnya.',
  software: 'Dibuat dengan {name}.',
  daysWithPosts: 'Hari yang ada tulisannya: {month}',
  allOf: 'Semua: {month}',
  byMonth: 'Tulisan terdahulu, per bulan',
  website: 'Situs web',
  language: 'Bahasa',
  firstPost: 'Tulisan pertama',
  lastPost: 'Tulisan terakhir',
  noLongerListed: 'Blog ini bukan lagi bagian dari planet. Yang ditulisnya di sini tetap ada.',
  filedUnder: { other: '{count} blog memakai tag ini:' },
  posts: { other: '{count} tulisan dalam dua belas bulan' },
  postsAndLast: '{posts}, terakhir {date}',
  noPosts: 'tidak ada tulisan dalam dua belas bulan',
  feedStates: 'Keadaan umpan',
  blog: 'Blog',
  state: 'Keadaan',
  stateFine: 'sudah dibaca',
  stateNew: 'belum dibaca',
  statePaused: 'dijeda',
  stateServerError: 'servernya menjawab dengan galat sejak {date}',
  stateNoFeed: 'tidak ada umpan yang terbaca sejak {date}',
  stateQuarantined: 'sedang diperiksa sejak {date}: tampaknya blog lain',
  stateQuiet: 'sepi sejak {date}',
  notFound: 'Halaman ini tidak ada',
  notFoundText:
    'Mungkin sudah pindah, mungkin tidak pernah ada. Semua yang pernah ditulis di sini ada di {archive}; yang terbaru ada di {front}.',
  notFoundFront: 'halaman depan',
  notFoundArchive: 'arsip',
  subscribeText:
    'Masukkan alamat ini ke pembaca umpan, dan yang ditulis di sini akan datang sendiri: tanpa akun, tanpa surel, tanpa algoritme.',
  subscribeEverything: 'Semuanya',
  subscribeTag: 'Hanya satu tag',
  subscribeList: 'Semua blog, satu per satu',
  subscribeListText: 'Daftar ini dapat diimpor ke pembaca umpan, yang lalu membaca setiap blog sendiri.',
  addressOf: 'Alamat: {name}',
  copy: 'Salin',
  copied: 'Tersalin',
  tools: 'Alat bantu baca',
  markNew: 'Tandai yang baru sejak kunjungan terakhir saya',
  isNew: 'baru',
  shortcuts: 'Pintasan papan ketik',
  shortcutList:
    'j: tulisan berikutnya. k: tulisan sebelumnya. n: hari berikutnya. p: hari sebelumnya. o: buka. /: pencarian, jika ada. ?: daftar ini.',
  weeks: 'Minggu',
  digestWeekly: 'Rangkuman mingguan',
  digestDaily: 'Rangkuman harian',
  digestText:
    'Satu tulisan tiap minggu atau hari, dengan semuanya di dalam: untuk layanan surel dan bagi yang jarang membaca.',
  titles: 'Judul',
  onThisPage: 'Di halaman ini',
  toTop: 'Ke atas',
  textSize: 'Ukuran teks',
  sizeSmall: 'kecil',
  sizeNormal: 'biasa',
  sizeLarge: 'besar',
  longPosts: 'Tulisan panjang',
  longAsIs: 'seperti di halaman ini',
  longBrief: 'hanya awalnya',
  longWhole: 'seluruhnya',
  original: 'Asli',
  search: 'Cari',
  searchNoScript:
    'Pencarian memerlukan JavaScript. Tanpa itu, semua tulisan ada di {archive}, dan yang terbaru di {titles}.',
  searchNothing: 'Tidak ada yang ditemukan.',
  searchFound: 'Hasil: {count}',
  searchMore: 'Hasil lainnya',
  searchAll: 'Semua',
  searchNewest: 'Terbaru dahulu',
  searchFailed: 'Pencarian tidak dapat dimuat.',
  aboutPlanet: `# Tentang {title}

{title} adalah planet: halaman yang mengumpulkan tulisan sebuah komunitas. Setiap tulisan berasal dari blog seseorang, melalui umpan yang diterbitkan blog itu, dan mengarah kembali ke sana. Untuk mengikuti, baca [tulisan terbaru]({front}) atau [berlangganan]({subscribe}).

## Cara bergabung

Blog Anda perlu umpan (kebanyakan punya) dan sesuatu untuk disampaikan kepada orang-orang di sini. {ask}

## Cara keluar

Dengan cara yang sama. Blog dapat dikeluarkan dari daftar, dan tulisannya dari halaman-halaman ini.

## Milik siapa tulisan ini

Setiap tulisan dan gambar adalah milik pembuatnya, dengan ketentuan blog asalnya. Tidak ada di sini yang mengubahnya. Isi tulisan adalah pendapat penulisnya.

## Yang dilakukan peramban Anda di sini

Perangkat lunak yang menulis halaman-halaman ini tidak menaruh kuki atau penghitung di dalamnya. Gambar dan rekaman datang dari server blog masing-masing, dan peramban Anda tidak memberi tahu mereka di mana Anda melihatnya. Apa yang dicatat server halaman ini tidak dapat dikatakan perangkat lunak.`,
  aboutAsk: 'Tulis ke {owner} dengan alamat blognya.',
  aboutAskNobody: 'Tanyakan kepada pengelola planet ini.',
}
