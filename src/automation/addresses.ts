import ipaddr from 'ipaddr.js';

/**
 * True for an address of the public internet. Everything else (loopback, private, link-local, unique local,
 * carrier-grade NAT, multicast, reserved, tunnels, and IPv6 forms of all these) is ours or nobody's.
 */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  // Turns ::ffff:127.0.0.1 into 127.0.0.1.
  const parsed = ipaddr.process(address);
  if (parsed.range() !== 'unicast') return false;
  if (parsed instanceof ipaddr.IPv4) return true;
  const firstByte = parsed.toByteArray()[0] ?? 0;
  // 2000::/3 is all that is given out; ::127.0.0.1 and the like lie outside.
  return firstByte >= 0x20 && firstByte <= 0x3f;
}

/** The address inside the host of a URL (`127.0.0.1`, `[::1]`); null for a name that must be looked up. */
export function literalAddress(hostname: string): string | null {
  const bare = hostname.replace(/^\[(.*)\]$/, '$1');
  return ipaddr.isValid(bare) ? bare : null;
}
