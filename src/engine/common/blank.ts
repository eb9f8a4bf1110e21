/**
 * What leaves no trace on the page: white space of every width and direction, line breaks, controls, joiners and other
 * signs without width, fillers, empty Braille.
 */
const TRACELESS = /^[\s\p{Z}\p{Cc}\p{Cf}\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0\ufe00-\ufe0f]*$/u;

/** Whether nobody could read anything in a text, however long it is. */
export function isBlank(text: string): boolean {
  return TRACELESS.test(text);
}
