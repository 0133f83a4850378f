/**
 * What nunjucks makes of the built-in templates, by the SHA-256 of their texts, hex. build.mjs puts it here, so that a build which shows
 * something need not compile them first; in the source there is none, and each is compiled when it is used.
 */
export const compiledTemplates: ReadonlyMap<string, object> = new Map()
