/**
 * The event at which a page that is being left can be looked at for the last time. WebKit leaves a page only once the next
 * one answers, and the addresses that tests leave for never do (RFC 2606): there the last look is when it sets out.
 */
export const LAST_LOOK =
  /AppleWebKit/.test(navigator.userAgent) && !/Chrom/.test(navigator.userAgent) ? 'beforeunload' : 'pagehide';
