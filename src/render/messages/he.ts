import type { Translation } from './messages.ts'

/** Hebrew. Not yet read by a native speaker. */
export const he: Translation = {
  thousands: ',',
  gathers: '{name}: מה שקהילה כותבת בבלוגים שלה, במקום אחד.',
  skip: 'דילוג לתוכן',
  pages: 'עמודים',
  latest: 'חדש',
  blogs: 'בלוגים',
  archive: 'ארכיון',
  about: 'אודות',
  subscribe: 'הרשמה',
  subscriptions: 'מינויים ({count})',
  tags: 'תגיות',
  quiet: 'שקטים',
  feed: 'הזנה',
  feedOf: 'ההזנה של {name}',
  unreachable: 'לא נגיש מאז {date}',
  gone: 'נעלם ב־{date}',
  by: 'מאת {author}, {time}',
  alsoIn: 'גם אצל {blogs}',
  untitled: 'ללא כותרת',
  untitledStart: 'ללא כותרת — {start}',
  attachment: 'קובץ מצורף',
  shortened: 'קוצר כדי שההזנה תישאר קטנה; הטקסט המלא: {link}',
  feedNotice: 'זוהי הזנה: הוסיפו את כתובתה לקורא הזנות, והרשומות החדשות יגיעו אליכם מעצמן.',
  readOn: {
    one: 'להמשך קריאה (מילה אחת, {minutes} דק׳)',
    two: 'להמשך קריאה (שתי מילים, {minutes} דק׳)',
    other: 'להמשך קריאה ({count} מילים, {minutes} דק׳)',
  },
  readAll: 'להמשך קריאה',
  quoted: '„{text}”',
  code: 'קוד {number} מתוך „{title}”',
  table: 'טבלה {number} מתוך „{title}”',
  picture: 'תמונה: {text}',
  days: 'ימים',
  months: 'חודשים',
  years: 'שנים',
  older: 'קודם: {date} ←',
  newer: '→ הבא: {date}',
  olderEntries: 'רשומות קודמות',
  nothing: 'אין כאן עדיין דבר',
  nothingRead: 'הבלוגים של הפלנטה הזו עדיין לא נקראו. {command} יסביר מדוע.',
  nothingAdded: 'עדיין לא נוסף אף בלוג. כתבו כתובת של הזנה תחת {key} בקובץ {file}, ואז הריצו {command}.',
  nothingPosted: 'אין עדיין רשומות.',
  updated: 'עודכן: {time} ({zone})',
  times: 'השעות לפי {zone}.',
  blogCount: { one: 'בלוג אחד', two: 'שני בלוגים', other: '{count} בלוגים' },
  ask: 'להוספה או להסרה פנו אל {owner}.',
  feeds: 'הזנות',
  listOfBlogs: 'OPML (רשימת הבלוגים)',
  rights: 'הטקסטים שייכים למחבריהם.',
  software: 'נוצר באמצעות {name}.',
  daysWithPosts: 'ימים שיש בהם רשומות: {month}',
  allOf: 'הכול: {month}',
  byMonth: 'רשומות קודמות, לפי חודש',
  website: 'אתר',
  language: 'שפה',
  firstPost: 'רשומה ראשונה',
  lastPost: 'רשומה אחרונה',
  noLongerListed: 'הבלוג הזה כבר אינו חלק מהפלנטה. מה שכתב כאן נשאר.',
  filedUnder: {
    one: 'בלוג אחד נושא את התגית הזו:',
    two: 'שני בלוגים נושאים את התגית הזו:',
    other: '{count} בלוגים נושאים את התגית הזו:',
  },
  posts: {
    one: 'רשומה אחת בשנים־עשר חודשים',
    two: 'שתי רשומות בשנים־עשר חודשים',
    other: '{count} רשומות בשנים־עשר חודשים',
  },
  postsAndLast: '{posts}, האחרונה ב־{date}',
  noPosts: 'אין רשומות בשנים־עשר חודשים',
  feedStates: 'מצב ההזנות',
  blog: 'בלוג',
  state: 'מצב',
  stateFine: 'נקרא',
  stateNew: 'טרם נקרא',
  statePaused: 'מושהה',
  stateServerError: 'השרת משיב בשגיאה מאז {date}',
  stateNoFeed: 'אין הזנה קריאה מאז {date}',
  stateQuarantined: 'בבדיקה מאז {date}: נראה כבלוג אחר',
  stateQuiet: 'שקט מאז {date}',
  notFound: 'אין עמוד כזה',
  notFoundText: 'אולי הועבר, ואולי מעולם לא היה. כל מה שנכתב כאן נמצא ב{archive}; החדש ביותר נמצא ב{front}.',
  notFoundFront: 'עמוד הראשי',
  notFoundArchive: 'ארכיון',
  subscribeText:
    'הוסיפו את הכתובת הזו לקורא הזנות, ומה שנכתב כאן יגיע אליכם מעצמו: בלי חשבון, בלי דואר אלקטרוני, בלי אלגוריתם.',
  subscribeEverything: 'הכול',
  subscribeTag: 'תגית אחת בלבד',
  subscribeList: 'כל הבלוגים, כל אחד לחוד',
  subscribeListText: 'אפשר לייבא את הרשימה הזו לקורא הזנות, שיפנה אחר כך לכל בלוג בעצמו.',
  addressOf: 'כתובת: {name}',
  copy: 'העתקה',
  copied: 'הועתק',
  tools: 'עזרי קריאה',
  markNew: 'לסמן מה חדש מאז ביקורי האחרון',
  isNew: 'חדש',
  shortcuts: 'קיצורי מקלדת',
  shortcutList:
    'j: הרשומה הבאה. k: הרשומה הקודמת. n: היום הבא. p: היום הקודם. o: פתיחה. /: חיפוש, אם יש. ?: הרשימה הזו.',
  weeks: 'שבועות',
  digestWeekly: 'סיכום שבועי',
  digestDaily: 'סיכום יומי',
  digestText: 'רשומה אחת לכל שבוע או יום, ובה הכול: לשירותי דואר ולמי שקורא לעתים רחוקות.',
  titles: 'כותרות',
  onThisPage: 'בעמוד הזה',
  toTop: 'לראש העמוד',
  textSize: 'גודל הטקסט',
  sizeSmall: 'קטן',
  sizeNormal: 'רגיל',
  sizeLarge: 'גדול',
  longPosts: 'רשומות ארוכות',
  longAsIs: 'כמו בעמוד הזה',
  longBrief: 'רק תחילתן',
  longWhole: 'במלואן',
  original: 'המקור',
  aboutPlanet: `# אודות {title}

{title} היא פלנטה: עמוד שאוסף את מה שקהילה כותבת. כל רשומה כאן מגיעה מבלוג של מישהו, דרך ההזנה שהבלוג מפרסם, ומובילה חזרה אליו. כדי לעקוב, קראו את [הרשומות החדשות]({front}) או [הירשמו]({subscribe}).

## איך מצטרפים

הבלוג שלכם צריך הזנה (לרובם יש) ומשהו לומר לאנשים שכאן. {ask}

## איך יוצאים

באותה הדרך. אפשר להוריד בלוג מהרשימה, ואת מה שכתב, מהעמודים האלה.

## של מי הטקסטים

כל טקסט וכל תמונה שייכים למי שיצר אותם, בתנאי הבלוג שממנו באו. דבר כאן אינו משנה זאת. מה שנאמר ברשומה הוא דעתו של מי שכתב אותה.

## מה הדפדפן שלכם עושה כאן

התוכנה שכותבת את העמודים האלה אינה שמה בהם עוגיות או מונים. תמונות והקלטות מגיעות מהשרתים של הבלוגים עצמם, והדפדפן אינו אומר להם היכן אתם רואים אותן. מה שרושם השרת של העמודים האלה, התוכנה אינה יכולה לומר.`,
  aboutAsk: 'כתבו אל {owner} וצרפו את הכתובת שלו.',
  aboutAskNobody: 'שאלו את מי שמנהל את הפלנטה הזו.',
}
