/** The part of sanitize-html's interface that we use. @types/sanitize-html would bring a second htmlparser2. */
declare module 'sanitize-html' {
  export type Attributes = Record<string, string>
  export type Tag = { tagName: string; attribs: Attributes; text?: string }
  export type Transformer = (tagName: string, attribs: Attributes) => Tag

  export interface Options {
    allowedTags: string[]
    allowedAttributes: Record<string, string[]>
    allowedClasses: Record<string, string[]>
    allowedSchemes: string[]
    allowedSchemesByTag: Record<string, string[]>
    allowedSchemesAppliedToAttributes: string[]
    allowProtocolRelative: boolean
    allowedEmptyAttributes: string[]
    disallowedTagsMode: 'discard'
    enforceHtmlBoundary: boolean
    nonTextTags: string[]
    nonBooleanAttributes: string[]
    selfClosing: string[]
    transformTags: Record<string, Transformer>
    textFilter: (text: string, tagName: string | undefined) => string
    parser: { decodeEntities: boolean; lowerCaseTags: boolean }
  }

  export default function sanitizeHtml(html: string, options: Partial<Options>): string
}
