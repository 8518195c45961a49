import type { FastifyInstance, FastifyReply } from 'fastify';

/** Where browsers report what the policy below kept from happening. */
export const REPORTS_PATH = '/api/csp-reports';

/**
 * Only what comes from here runs, and nothing is written inline. Every element brings its own copy of Lit when two
 * kits meet on one page, so the policy of that name may be made twice.
 */
const contentPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'self'",
  "object-src 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types lit-html 'allow-duplicates'",
  `report-uri ${REPORTS_PATH}`,
].join('; ');

/**
 * The same for a page that other sites may show in a frame.
 * @param origins each as `https://example.org`; with none of them nobody may, the charity's own pages neither.
 */
export function policyForFrameOf(origins: readonly string[]): string {
  const ancestors = origins.length === 0 ? "'none'" : origins.join(' ');
  return contentPolicy.replace("frame-ancestors 'self'", `frame-ancestors ${ancestors}`);
}

/** On every answer. What is stored for longer or may be embedded elsewhere says so itself. */
export const securityHeaders = {
  'Content-Security-Policy': contentPolicy,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy':
    'accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), microphone=(), payment=(), usb=()',
  'Cache-Control': 'no-store',
} as const;

const ONE_YEAR = 'max-age=31536000; includeSubDomains';

/** Puts the headers on every answer. */
export function secureEveryAnswer(app: FastifyInstance): void {
  app.addHook('onRequest', async (request, reply) => {
    secure(reply, request.protocol === 'https');
  });
}

/**
 * Puts the headers on one answer. Strict-Transport-Security only where a trusted proxy says that the person came
 * by https: browsers ignore it otherwise, and a trial on a LAN has no certificate.
 */
export function secure(reply: FastifyReply, isHttps: boolean): void {
  reply.headers(securityHeaders);
  if (isHttps) reply.header('Strict-Transport-Security', ONE_YEAR);
}
