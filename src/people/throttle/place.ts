import ipaddr from 'ipaddr.js';

/**
 * From where a try comes, as far as one person can choose it freely: an IPv4 address, or the /64 of an IPv6 address,
 * of which a single line has 2^64. IPv4 written as IPv6 is IPv4.
 */
export function placeOf(ip: string): string {
  if (!ipaddr.isValid(ip)) return 'nowhere';
  const address = ipaddr.process(ip);
  if (address instanceof ipaddr.IPv4) return address.toString();
  // Translated at the border of a network: all of IPv4 lies in one of these prefixes.
  if (address.range() === 'rfc6052') return new ipaddr.IPv4(address.toByteArray().slice(12)).toString();
  const prefix = address.parts.slice(0, 4).map((part) => part.toString(16));
  return `${prefix.join(':')}::/64`;
}
