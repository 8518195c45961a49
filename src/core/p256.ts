/*
 * The curve P-256 (SP 800-186, 3.2.1.3): y² = x³ − 3x + b over the field of p elements. Its order is prime, so that every
 * point of it but the one at infinity can be a key.
 */

const P = 2n ** 256n - 2n ** 224n + 2n ** 192n + 2n ** 96n - 1n;
const B = 0x5ac635d8aa3a93e7b3ebbd55769886bc651d06b0cc53b0f63bce3c3e27d2604bn;

const SIGNS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** Whether a text is a point of P-256, uncompressed (SEC 1, 2.3.3): 65 bytes in base64url. */
export function isP256Point(text: string): boolean {
  if (!/^B[A-P][\w-]{85}$/.test(text)) return false;
  let bits = 0n;
  for (const sign of text) bits = bits * 64n + BigInt(SIGNS.indexOf(sign));
  // 87 signs have two bits more than 65 bytes.
  if (bits % 4n !== 0n) return false;
  const number = (bits / 4n) % 2n ** 512n;
  const [x, y] = [number / 2n ** 256n, number % 2n ** 256n];
  return x < P && y < P && (y * y - (x * x * x - 3n * x + B)) % P === 0n;
}
