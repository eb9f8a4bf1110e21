import { lookup as lookUpName } from 'node:dns';
import type { LookupAddress } from 'node:dns';
import type { LookupFunction } from 'node:net';
import { Agent } from 'undici';
import { isPublicAddress } from './addresses.js';

/** A host has an address that a connection without `allowPrivate` may not reach. */
export class AddressForbidden extends Error {
  constructor(host: string, address: string) {
    super(
      `${host} is ${address}, an address that is not on the public internet; the connection does not allow it`,
    );
  }
}

/** How names become addresses; all of a name's, as `dns.lookup` gives them with `all`. */
export type LookUp = (
  hostname: string,
  answer: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void,
) => void;

const systemLookUp: LookUp = (hostname, answer) => {
  lookUpName(hostname, { all: true }, answer);
};

/**
 * An agent whose sockets open only to public addresses. The check sits in the look-up of the socket itself: the
 * address that was checked is the one that is connected to, whatever the name says a moment later.
 */
export function guardedAgent(lookUp: LookUp = systemLookUp): Agent {
  const lookup: LookupFunction = (hostname, options, callback) => {
    lookUp(hostname, (error, addresses) => {
      if (error) return callback(error, []);
      const forbidden = addresses.find(({ address }) => !isPublicAddress(address));
      if (forbidden) return callback(new AddressForbidden(hostname, forbidden.address), []);
      const wanted = addresses.filter(({ family }) => !options.family || options.family === family);
      const [first] = wanted;
      if (!first) return callback(new Error(`${hostname} has no address`), []);
      if (options.all) callback(null, wanted);
      else callback(null, first.address, first.family);
    });
  };
  return new Agent({ connect: { lookup } });
}
