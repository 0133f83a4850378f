/** The folder of package.json, as a URL: the parent of src/, and of dist/, whose files are all in one folder. */
export const packageRoot = new URL('../', import.meta.url)
