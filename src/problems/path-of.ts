/** An address without its query, which may hold names of customers. */
export function pathOf(url: string): string {
  return url.split(/[?#]/, 1)[0] ?? '';
}
