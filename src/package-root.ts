/** The folder of package.json, as a URL: the one above src/, and above dist/, where all files stand side by side. */
export const packageRoot = new URL('../', import.meta.url)
