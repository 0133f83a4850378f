import { escapeXml } from '../../text/escape-xml.ts'
import { escapeText } from './escape-text.ts'

/** An element with an address, a date, or HTML as text. */
export function element(name: string, text: string): string {
  return `<${name}>${escapeXml(text)}</${name}>`
}

/** An element with plain text for people: see `escapeText`. */
export function text(name: string, value: string): string {
  return `<${name}>${escapeText(value)}</${name}>`
}

/** Elements, one a line; empty ones are left out. */
export function lines(parts: string[]): string {
  return parts.filter(Boolean).join('\n')
}
