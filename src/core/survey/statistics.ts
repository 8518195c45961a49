/** The 97.5 % quantile of the normal distribution: 95 % of it lies between the two. */
const Z = 1.959963984540054;

/** Ends of a 95% interval, in per cent. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** A value in per cent with its interval. */
export interface Estimate extends Interval {
  readonly value: number;
}

/**
 * A share in per cent with the score interval of Wilson (1927), which stays within 0 to 100 and is never empty, also
 * where all or none are counted. `count` of `n`, `n` above 0.
 */
export function proportion(count: number, n: number): Estimate {
  const share = count / n;
  const square = Z * Z;
  const middle = share + square / (2 * n);
  const reach = Z * Math.sqrt((share * (1 - share)) / n + square / (4 * n * n));
  const scale = 100 / (1 + square / n);
  return {
    value: (100 * count) / n,
    // Computed, both ends would be off by the last bit of a number.
    low: count === 0 ? 0 : (middle - reach) * scale,
    high: count === n ? 100 : (middle + reach) * scale,
  };
}

/**
 * The Net Promoter Score, per cent of promoters less per cent of detractors, with the normal interval of a difference
 * of two shares of the same people: se = √((p + d − (p − d)²) / n). Within −100 to 100. `n` above 0.
 */
export function netPromoterScore(promoters: number, detractors: number, n: number): Estimate {
  const difference = (promoters - detractors) / n;
  const error = Math.sqrt(((promoters + detractors) / n - difference * difference) / n);
  return {
    value: (100 * (promoters - detractors)) / n,
    low: Math.max(-100, 100 * (difference - Z * error)),
    high: Math.min(100, 100 * (difference + Z * error)),
  };
}

/** Whether two intervals have nothing in common: only then is one said to be above the other. */
export function partIntervals(one: Interval, other: Interval): boolean {
  return one.low > other.high || other.low > one.high;
}

/**
 * A number of a survey as it is printed, on the page and in the table alike: one decimal, Latin digits, a hyphen before
 * what is below zero. Half a tenth goes away from zero, also where the last bits of the number say a little less than half:
 * whoever works it out in another order has others, and would print another digit.
 */
export function printedNumber(value: number): string {
  const tenths = Math.round((Math.abs(value) + 1e-9) * 10);
  return `${value < 0 && tenths > 0 ? '-' : ''}${(tenths / 10).toFixed(1)}`;
}
