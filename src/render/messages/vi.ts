import type { Translation } from './messages.ts'

/** Vietnamese. Not yet read by a native speaker. */
export const vi: Translation = {
  thousands: '.',
  gathers: '{name}: những gì một cộng đồng viết trên blog, ở cùng một nơi.',
  skip: 'Chuyển đến nội dung',
  pages: 'Trang',
  latest: 'Mới nhất',
  blogs: 'Blog',
  archive: 'Lưu trữ',
  about: 'Giới thiệu',
  subscribe: 'Đăng ký',
  subscriptions: 'Danh sách đăng ký ({count})',
  tags: 'Thẻ',
  quiet: 'Im ắng',
  feed: 'nguồn tin',
  feedOf: 'Nguồn tin của {name}',
  unreachable: 'không truy cập được từ {date}',
  gone: 'biến mất từ {date}',
  by: '{author}, {time}',
  alsoIn: 'cũng có ở {blogs}',
  untitled: 'Không tiêu đề',
  untitledStart: 'Không tiêu đề — {start}',
  attachment: 'Tệp đính kèm',
  shortened: 'Đã rút gọn để nguồn tin này nhẹ; toàn văn: {link}',
  feedNotice: 'Đây là một nguồn tin: thêm địa chỉ của nó vào trình đọc tin, bài mới sẽ tự đến với bạn.',
  readOn: { other: 'Đọc tiếp ({count} từ, {minutes} phút)' },
  readAll: 'Đọc tiếp',
  quoted: '“{text}”',
  code: 'Mã {number} trong “{title}”',
  table: 'Bảng {number} trong “{title}”',
  picture: 'Hình: {text}',
  days: 'Ngày',
  months: 'Tháng',
  years: 'Năm',
  older: 'Cũ hơn: {date} →',
  newer: '← Mới hơn: {date}',
  olderEntries: 'Bài cũ hơn',
  nothing: 'Chưa có gì ở đây',
  nothingRead: 'Các blog của hành tinh này chưa được đọc. {command} sẽ cho biết vì sao.',
  nothingAdded: 'Chưa có blog nào. Hãy ghi địa chỉ một nguồn tin dưới {key} trong {file}, rồi chạy {command}.',
  nothingPosted: 'Chưa có bài nào.',
  updated: 'Cập nhật: {time} ({zone})',
  times: 'Giờ theo {zone}.',
  blogCount: { other: '{count} blog' },
  ask: 'Để được thêm hoặc gỡ bỏ, hãy liên hệ {owner}.',
  feeds: 'Nguồn tin',
  listOfBlogs: 'OPML (danh sách blog)',
  rights: 'Bài viết thuộc về tác giả.',
  software: 'Tạo bằng {name}.',
  daysWithPosts: 'Những ngày có bài: {month}',
  allOf: 'Tất cả bài: {month}',
  byMonth: 'Bài trước đây, theo tháng',
  website: 'Trang web',
  language: 'Ngôn ngữ',
  firstPost: 'Bài đầu tiên',
  lastPost: 'Bài cuối cùng',
  noLongerListed: 'Blog này không còn thuộc hành tinh. Những gì đã đăng ở đây vẫn còn.',
  filedUnder: { other: '{count} blog có thẻ này:' },
  posts: { other: '{count} bài trong mười hai tháng' },
  postsAndLast: '{posts}, bài cuối {date}',
  noPosts: 'không có bài trong mười hai tháng',
  feedStates: 'Tình trạng các nguồn tin',
  blog: 'Blog',
  state: 'Tình trạng',
  stateFine: 'đã đọc',
  stateNew: 'chưa đọc',
  statePaused: 'tạm dừng',
  stateServerError: 'máy chủ báo lỗi từ {date}',
  stateNoFeed: 'không có nguồn tin đọc được từ {date}',
  stateQuarantined: 'đang kiểm tra từ {date}: có vẻ là blog khác',
  stateQuiet: 'im ắng từ {date}',
  notFound: 'Không có trang này',
  notFoundText:
    'Có thể trang đã chuyển đi, hoặc chưa từng tồn tại. Mọi bài đã đăng ở đây nằm trong {archive}; bài mới nhất ở {front}.',
  notFoundFront: 'trang nhất',
  notFoundArchive: 'kho lưu trữ',
  subscribeText:
    'Thêm địa chỉ này vào trình đọc tin, những gì được viết ở đây sẽ tự đến với bạn: không tài khoản, không email, không thuật toán.',
  subscribeEverything: 'Tất cả',
  subscribeTag: 'Chỉ một thẻ',
  subscribeList: 'Mọi blog, từng blog một',
  subscribeListText: 'Có thể nhập danh sách này vào trình đọc tin, rồi trình đọc sẽ tự hỏi từng blog.',
  addressOf: 'Địa chỉ: {name}',
  copy: 'Sao chép',
  copied: 'Đã sao chép',
  tools: 'Hỗ trợ đọc',
  markNew: 'Đánh dấu những gì mới từ lần ghé thăm trước',
  isNew: 'mới',
  shortcuts: 'Phím tắt',
  shortcutList:
    'j: bài tiếp theo. k: bài trước. n: ngày sau. p: ngày trước. o: mở. /: tìm kiếm, nếu có. ?: danh sách này.',
  weeks: 'Tuần',
  digestWeekly: 'Tóm tắt tuần',
  digestDaily: 'Tóm tắt ngày',
  digestText: 'Mỗi tuần hoặc mỗi ngày một bài, có đủ mọi thứ: cho dịch vụ thư và cho người ít đọc.',
  titles: 'Tiêu đề',
  onThisPage: 'Trên trang này',
  toTop: 'Lên đầu trang',
  textSize: 'Cỡ chữ',
  sizeSmall: 'nhỏ',
  sizeNormal: 'vừa',
  sizeLarge: 'lớn',
  longPosts: 'Bài dài',
  longAsIs: 'như trang này',
  longBrief: 'chỉ phần đầu',
  longWhole: 'toàn bộ',
  original: 'Bản gốc',
  aboutPlanet: `# Giới thiệu {title}

{title} là một hành tinh: trang tập hợp những gì một cộng đồng viết. Mỗi bài đến từ blog riêng của một người, qua nguồn tin mà blog ấy phát hành, và dẫn trở lại đó. Để theo dõi, hãy đọc [bài mới nhất]({front}) hoặc [đăng ký]({subscribe}).

## Cách tham gia

Blog của bạn cần có nguồn tin (hầu hết đều có) và điều gì đó muốn nói với mọi người ở đây. {ask}

## Cách rút khỏi

Cũng như vậy. Blog có thể được gỡ khỏi danh sách, và những gì đã viết, khỏi các trang này.

## Bài viết thuộc về ai

Mỗi bài viết và hình ảnh thuộc về người làm ra nó, theo điều khoản của blog gốc. Không điều gì ở đây thay đổi điều đó. Nội dung bài là ý kiến của người viết.

## Trình duyệt của bạn làm gì ở đây

Phần mềm tạo ra các trang này không đặt cookie hay bộ đếm nào. Hình ảnh và bản ghi đến từ máy chủ của chính các blog; trình duyệt không cho họ biết bạn xem chúng ở đâu. Máy chủ của các trang này ghi lại gì thì phần mềm không thể nói.`,
  aboutAsk: 'Hãy viết cho {owner} kèm địa chỉ blog.',
  aboutAskNobody: 'Hãy hỏi người quản lý hành tinh này.',
}
