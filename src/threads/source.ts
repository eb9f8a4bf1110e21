/** Where the file of the name lies beside the one that asks (`import.meta.url`); both are source, or both are built. */
export function besideOf(asking: string, name: string): string {
  return new URL(`./${name}${isSource(asking) ? '.ts' : '.js'}`, asking).href;
}

/** Tests and benches run the source: threads and processes of it need what makes Node understand it. */
export function runsSource(asking: string): { execArgv?: string[] } {
  if (!isSource(asking)) return {};
  return { execArgv: ['--import', new URL('../../test/support/typescript.mjs', asking).href] };
}

const isSource = (url: string): boolean => url.endsWith('.ts');
