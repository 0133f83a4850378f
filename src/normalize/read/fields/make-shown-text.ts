import { limitSource, makeHtml, makeTitleHtml } from '../../../html/make-html.ts'
import { escapeHtml } from '../../../html/render-html.ts'
import { htmlToText, htmlWithPicturesToText, isUnseen } from '../../../html/to-text.ts'
import type { Warn } from '../collect-warnings.ts'
import { collapse } from './collapse.ts'
import { linesToHtml, tagFreeToHtml } from './lines-to-html.ts'
import type { SourceText } from './make-text.ts'

/** A title as plain text and as HTML; `undefined` where nothing is left of it. */
export function makeTitle(
  written: SourceText | undefined,
  warn: Warn,
): { title: string | undefined; titleHtml: string | undefined } {
  const text = written?.kind === 'html' ? { ...written, value: mendTitle(written.value) } : written
  const title = makePlain(text, warn)
  if (text === undefined) return { title: undefined, titleHtml: undefined }
  if (title === undefined) return makePictureTitle(text, warn)
  if (text.kind === 'text') return { title, titleHtml: escapeHtml(title) }
  return { title, titleHtml: makeTitleHtml(text.value, warn) || undefined }
}

/** A title that is a picture becomes the picture's `alt`: lists of titles show no pictures. */
function makePictureTitle({ kind, value }: SourceText, warn: Warn): ReturnType<typeof makeTitle> {
  const said = kind === 'html' && /<img\b/i.test(value) ? htmlWithPicturesToText(limitSource(value, warn)) : ''
  if (isUnseen(said)) return { title: undefined, titleHtml: undefined }
  return { title: said, titleHtml: escapeHtml(said) }
}

/**
 * A title has no document type of its own: where it holds `<!doctype`, it is about that. And nobody writes about the references of an
 * apostrophe or a dash: where one is shown as text, the title was escaped once too often.
 */
function mendTitle(html: string): string {
  return html
    .replace(/<(?=!doctype\b)/gi, '&lt;')
    .replace(/&(?:amp;)+(?=(?:#\d{2,7}|#x[\da-f]{2,6}|[lr][sd]quo|[nm]dash|hellip|nbsp);)/gi, '&')
}

/** A text without markup, white space collapsed; `undefined` where nothing of it can be seen. */
export function makePlain(text: SourceText | undefined, warn: Warn): string | undefined {
  if (text === undefined) return undefined
  const limited = limitSource(text.value, warn)
  const plain = text.kind === 'text' ? collapse(limited) : htmlToText(limited)
  return isUnseen(plain) ? undefined : plain
}

/** A text as sanitised, valid HTML with absolute links. @param base where relative links count from */
export function makeContent(text: SourceText, base: string, warn: Warn): string | undefined {
  return makeHtml(toHtml(text), base, warn)
}

function toHtml({ kind, value }: SourceText): string {
  if (kind === 'text') return linesToHtml(value)
  return kind === 'lines' ? tagFreeToHtml(value) : value
}
