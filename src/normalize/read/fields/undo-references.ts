import { htmlToText } from '../../../html/to-text.ts'

/**
 * A plain title that was escaped as for a page: "Ada&#8217;s". Nobody writes about such references in a title; some do write about "&amp;"
 * and "&lt;": a title with only those is left alone.
 */
export function undoReferences<Text extends { value: string } | undefined>(text: Text): Text {
  if (text === undefined || !/&(#\d{2,7}|#x[\da-f]{2,6}|[lr][sd]quo|[nm]dash|hellip|nbsp);/i.test(text.value))
    return text
  return { ...text, value: htmlToText(text.value.replaceAll('<', '&lt;')) }
}
