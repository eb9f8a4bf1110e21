/** The class attribute of an element that has several classes, some of them only at times. */
export function classes(...names: (string | false | null | undefined)[]): string {
  return names.filter(Boolean).join(' ');
}
