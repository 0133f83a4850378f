export function compileTemplates(): Promise<string>
