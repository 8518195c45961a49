import { isIPv6 } from 'node:net';
import type { FastifyRequest } from 'fastify';

/**
 * Who asks, as far as can be told without asking him: his address, which a trusted proxy passes on. An IPv6 line has a
 * whole network of addresses, so what it is given (56 bits, RIPE-690) counts as one. Only for counting, in memory: it
 * is neither stored nor printed; what is printed is a name that nobody can turn back (`client-names.ts`).
 */
export function clientOf({ ip }: FastifyRequest): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(ip)?.[1];
  return mapped ?? (isIPv6(ip) ? networkOf(ip) : ip);
}

/** The first 56 bits of an IPv6 address in hexadecimal. */
function networkOf(address: string): string {
  const [front = [], back = []] = address.split('::').map((part) => part.split(':').filter(Boolean));
  const zeros = Array<string>(8 - front.length - back.length).fill('0');
  const groups = [...front, ...zeros, ...back].map((group) => group.padStart(4, '0'));
  return groups.slice(0, 4).join('').slice(0, 14).toLowerCase();
}
