/**
 * What must not stand in a log, whatever message of whichever library brings it: passwords in addresses, tokens, e-mail
 * addresses, mobile numbers. Lines are written without them; this is for those that come from elsewhere.
 */
const TAKEN_OUT: [RegExp, string][] = [
  [/\/\/[^\s/@]{1,300}@/gu, '//…@'],
  [/\bBearer +[\w.~+/-]{8,2000}/giu, 'Bearer …'],
  [/\beyJ[\w-]{8,2000}\.[\w-]{1,4000}\.[\w-]{1,2000}/gu, '…'],
  [/[\w.%+-]{1,64}@[\w.-]{1,200}/gu, '…@…'],
  [/(?<![\w-])1[3-9]\d{9}(?![\w-])/gu, '1…'],
];

/** More of one line helps nobody. */
const MOST_CHARACTERS = 8_000;

/** The text without what names a person or opens a door. */
export function scrub(text: string): string {
  const short = text.length > MOST_CHARACTERS ? `${text.slice(0, MOST_CHARACTERS)}…` : text;
  return TAKEN_OUT.reduce((rest, [pattern, instead]) => rest.replace(pattern, instead), short);
}
