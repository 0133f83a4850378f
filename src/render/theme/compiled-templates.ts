/**
 * The built-in templates as compiled by nunjucks, by the SHA-256 of their texts, hex. build.mjs puts them here, so that a build that
 * renders pages need not compile them first; in the source the map is empty, and each template is compiled when it is used.
 */
export const compiledTemplates: ReadonlyMap<string, object> = new Map()
