import { hash, verify } from '@node-rs/argon2';

/** argon2id; about 20 ms on one core. The numbers are part of the hash, so raising them breaks no password. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** The hash to store. */
export function hashPassword(password: string): Promise<string> {
  return hash(password, cost);
}

let stranger: Promise<string> | undefined;

/** Does the password fit? `stored` null (nobody has that address) takes as long as a wrong password. */
export async function checkPassword(stored: string | null, password: string): Promise<boolean> {
  const fits = await verify(await hashToTry(stored), password);
  return fits && stored !== null;
}

/** What a password is tried against: where nobody has the address, something that costs the same and fits nothing. */
export async function hashToTry(stored: string | null): Promise<string> {
  return stored ?? (await (stranger ??= hashPassword('nobody signs in with this')));
}
