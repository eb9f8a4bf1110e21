import { hashText } from './draw.js';

/** The user id of a demo person: made from the address, so that the same world has the same people everywhere. */
export function demoUserId(email: string): string {
  const hex = Array.from({ length: 4 }, (_, i) =>
    hashText(`${String(i)} ${email}`)
      .toString(16)
      .padStart(8, '0'),
  ).join('');
  // Version 8 (free to use), variant 10.
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
