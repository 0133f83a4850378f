/** How templates are compiled; also used by build.mjs, which compiles the built-in templates beforehand. */
export const templateOptions = { autoescape: true, throwOnUndefined: true, trimBlocks: true, lstripBlocks: true }
