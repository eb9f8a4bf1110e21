/** White space of every width, line breaks, and signs that leave no trace: the server takes such texts for empty. */
const TRACELESS = /^[\s\p{Z}\p{Cc}\p{Cf}\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0\ufe00-\ufe0f]*$/u;

/** Whether nobody could read anything in a text. */
export function isBlank(text: string): boolean {
  return TRACELESS.test(text);
}
