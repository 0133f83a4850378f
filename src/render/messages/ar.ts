import type { Messages } from './messages.ts'

export const ar: Messages = {
  thousands: '٬',
  gathers: '{name}: ما يكتبه مجتمع في مدوناته، في مكان واحد.',
  skip: 'انتقل إلى المحتوى',
  pages: 'الصفحات',
  latest: 'الأحدث',
  blogs: 'المدونات',
  archive: 'الأرشيف',
  about: 'عن الموقع',
  subscribe: 'اشترك',
  subscriptions: 'الاشتراكات ({count})',
  tags: 'الوسوم',
  quiet: 'هادئة',
  feed: 'تغذية',
  feedOf: 'تغذية {name}',
  unreachable: 'يتعذر الوصول إليها منذ {date}',
  gone: 'اختفت منذ {date}',
  by: 'بقلم {author} في {time}',
  alsoIn: 'أيضًا في {blogs}',
  untitled: 'بلا عنوان',
  untitledStart: 'بلا عنوان — {start}',
  readOn: {
    one: 'تابع القراءة (كلمة واحدة)',
    two: 'تابع القراءة (كلمتان)',
    few: 'تابع القراءة ({count} كلمات)',
    other: 'تابع القراءة ({count} كلمة)',
  },
  readAll: 'تابع القراءة',
  code: 'شيفرة {number} في «{title}»',
  table: 'جدول {number} في «{title}»',
  picture: 'صورة: {text}',
  days: 'الأيام',
  months: 'الأشهر',
  years: 'السنوات',
  older: 'الأقدم: {date} ←',
  newer: '→ الأحدث: {date}',
  olderEntries: 'مقالات أقدم',
  nothing: 'لا شيء هنا بعد',
  nothingRead: 'لم تُقرأ مدونات هذا الكوكب بعد. يبيّن {command} السبب.',
  nothingAdded: 'لم تُضَف أي مدونة بعد. ضع عنوان تغذية تحت {key} في {file} ثم شغّل {command}.',
  nothingPosted: 'لا مقالات حتى الآن.',
  updated: 'آخر تحديث {time} ({zone})',
  times: 'الأوقات بتوقيت {zone}.',
  blogCount: {
    zero: 'لا مدونات',
    one: 'مدونة واحدة',
    two: 'مدونتان',
    few: '{count} مدونات',
    other: '{count} مدونة',
  },
  ask: 'للإضافة أو الإزالة راسل {owner}.',
  feeds: 'التغذيات',
  listOfBlogs: 'OPML (قائمة المدونات)',
  rights: 'النصوص ملك لأصحابها.',
  software: 'أُنشئ باستخدام {name}.',
  daysWithPosts: 'الأيام التي فيها مقالات في {month}',
  allOf: 'كل ما في {month}',
  byMonth: 'مقالات سابقة حسب الشهر',
  website: 'الموقع',
  language: 'اللغة',
  firstPost: 'أول مقال',
  lastPost: 'آخر مقال',
  noLongerListed: 'لم تعد هذه المدونة جزءًا من الكوكب. ويبقى ما كتبته هنا.',
  filedUnder: {
    one: 'مدونة واحدة تحت هذا الوسم:',
    two: 'مدونتان تحت هذا الوسم:',
    few: '{count} مدونات تحت هذا الوسم:',
    other: '{count} مدونة تحت هذا الوسم:',
  },
  posts: {
    one: 'مقال واحد في اثني عشر شهرًا',
    two: 'مقالان في اثني عشر شهرًا',
    few: '{count} مقالات في اثني عشر شهرًا',
    many: '{count} مقالًا في اثني عشر شهرًا',
    other: '{count} مقال في اثني عشر شهرًا',
  },
  postsAndLast: '{posts}، آخرها {date}',
  noPosts: 'لا مقالات في اثني عشر شهرًا',
  feedStates: 'حال التغذيات',
  blog: 'المدونة',
  state: 'الحال',
  stateFine: 'مقروءة',
  stateNew: 'لم تُقرأ بعد',
  statePaused: 'موقوفة مؤقتًا',
  stateServerError: 'يجيب خادمها بخطأ منذ {date}',
  stateNoFeed: 'لا خلاصة قابلة للقراءة منذ {date}',
  stateQuarantined: 'قيد المراجعة منذ {date}: تبدو مدونة أخرى',
  stateQuiet: 'هادئة منذ {date}',
  notFound: 'لا توجد صفحة كهذه',
  notFoundText: 'ربما انتقلت أو لم تكن قط. كل ما كُتب هنا تجده في {archive}، والأحدث في {front}.',
  notFoundFront: 'الصفحة الأولى',
  notFoundArchive: 'الأرشيف',
  subscribeText: 'ضع هذا العنوان في قارئ التغذيات، فيأتيك ما يُكتب هنا من تلقاء نفسه: بلا حساب ولا بريد ولا خوارزمية.',
  subscribeEverything: 'كل شيء',
  subscribeTag: 'وسم واحد فقط',
  subscribeList: 'كل المدونات، كل على حدة',
  subscribeListText: 'يمكن استيراد هذه القائمة في قارئ التغذيات ليتابع كل مدونة بنفسه.',
  addressOf: 'العنوان: {name}',
  copy: 'انسخ',
  copied: 'نُسخ',
  tools: 'معينات القراءة',
  markNew: 'علّم ما استجد منذ زيارتي الأخيرة',
  isNew: 'جديد',
  shortcuts: 'اختصارات لوحة المفاتيح',
  shortcutList: 'j: المقال التالي. k: المقال السابق. o: افتحه. ?: هذه القائمة.',
  aboutPlanet: `# عن {title}

{title} كوكب: صفحة تجمع ما يكتبه مجتمع. كل مقال هنا يأتي من مدونة صاحبه عبر التغذية التي تنشرها، ويعود بك إليها. اقرأ [أحدث المقالات]({front}) أو [اشترك]({subscribe}).

## كيف تُضاف مدونتك

تحتاج مدونتك إلى تغذية (ولمعظم المدونات واحدة) وإلى ما يهم الناس هنا. {ask}

## كيف تُزال

بالطريقة نفسها، في أي وقت وبلا سبب: تغادر مدونتك القائمة، ويغادر ما كتبته هذه الصفحات إن شئت.

## لمن النصوص

كل نص وصورة ملك لصاحبه بشروط المدونة التي جاء منها، ولا يغيّر هذا الموقع من ذلك شيئًا. وما يقوله مقال هو رأي كاتبه.

## ما الذي يُسجَّل

لا شيء: لا تضع هذه الصفحات ملفات تعريف ارتباط، ولا تحصي الزوار، ولا تحمّل شيئًا من مكان آخر سوى صور المدونات وتسجيلاتها، ولا يخبر متصفحك خوادمها أين تقرؤها.`,
  aboutAsk: 'اكتب إلى {owner} وأرفق عنوانها.',
  aboutAskNobody: 'اسأل من يدير هذا الكوكب.',
}
