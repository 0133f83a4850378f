/** How templates are read; also by build.mjs, which compiles the built-in ones beforehand. */
export const templateOptions = { autoescape: true, throwOnUndefined: true, trimBlocks: true, lstripBlocks: true }
