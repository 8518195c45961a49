/** Numbers of repeated measurements. */

/** @param {readonly number[]} samples */
export function median(samples) {
  return quantile(samples, 0.5);
}

/**
 * @param {readonly number[]} samples
 * @param {number} share 0.5 for the median
 */
export function quantile(samples, share) {
  if (samples.length === 0) throw new RangeError('nothing was measured');
  const sorted = [...samples].sort((a, b) => a - b);
  const place = (sorted.length - 1) * share;
  const below = sorted[Math.floor(place)];
  return below + (sorted[Math.ceil(place)] - below) * (place % 1);
}

/**
 * How far the middle half of the samples is apart: what a median is worth.
 * @param {readonly number[]} samples
 */
export function spread(samples) {
  return quantile(samples, 0.75) - quantile(samples, 0.25);
}
